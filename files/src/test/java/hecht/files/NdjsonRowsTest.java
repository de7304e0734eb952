package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonRowsTest {
    private static final String ANNA =
            "\"source\":\"crm\",\"time\":\"2026-03-01T09:30:00Z\",\"customer\":\"Anna\",\"type\":\"contact\"";

    @TempDir
    Path folder;

    @Test
    void numbers_booleans_and_nested_attributes_are_read() throws Exception {
        Heard heard = read("{\"id\":1," + ANNA + ",\"direction\":\"in\",\"wait_seconds\":12.5,\"outcome\":null,"
                + "\"attributes\":{\"language\":\"nl\",\"urgent\":true,\"floor\":3}}\n");
        assertThat(heard.refusals).isEmpty();
        Event.Contact contact = (Event.Contact) heard.events.getFirst();
        assertThat(contact.envelope().id()).isEqualTo("1");
        assertThat(contact.waitSeconds()).isEqualTo(12.5);
        assertThat(contact.outcome()).isNull();
        assertThat(contact.envelope().attributes()).isEqualTo(Map.of("language", "nl", "urgent", "true", "floor", "3"));
    }

    @Test
    void a_line_that_does_not_hold_together_is_refused_by_its_number() throws Exception {
        Heard heard = read("{\"id\":\"1\"," + ANNA + ",\"direction\":\"in\"}\n\n"
                + "{\"id\":\"2\"," + ANNA + ",\n"
                + "[1,2]\n"
                + "{\"id\":\"3\",\"id\":\"4\"," + ANNA + ",\"direction\":\"in\"}\n"
                + "{\"id\":\"5\"," + ANNA + ",\"direction\":\"in\"} {}\n"
                + "{\"id\":\"6\"," + ANNA + ",\"direction\":\"in\",\"wait_second\":3}\n"
                + "{\"id\":\"7\"," + ANNA + ",\"direction\":\"in\"}");
        assertThat(heard.ids()).containsExactly("1", "7");
        assertThat(heard.refusals)
                .hasSize(5)
                .startsWith(
                        "rows.ndjson, row 3: expected a JSON object on one line, found \"{\"id\":\"2\",\"source\":\"crm\",\"time…\".",
                        "rows.ndjson, row 4: expected a JSON object, found \"[1,2]\".")
                .endsWith(
                        "rows.ndjson, row 6: expected one JSON object a line, found \"more after it\".",
                        "rows.ndjson, row 7, wait_second: expected a field of the contract, found \"wait_second\"; did you"
                                + " mean wait_seconds?");
        assertThat(heard.refusals.get(2)).startsWith("rows.ndjson, row 5: expected each name once, found \"Duplicate");
    }

    @Test
    void a_line_of_100_MB_is_passed_over() throws Exception {
        Path file = folder.resolve("rows.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\"id\":\"1\"," + ANNA + ",\"direction\":\"in\"}\n{\"text\":\"");
            String block = "x".repeat(1 << 20);
            for (int i = 0; i < 100; i++) out.write(block);
            out.write("\"}\n{\"id\":\"2\"," + ANNA + ",\"direction\":\"in\"}\n");
        }
        Heard heard = Heard.of(file);
        assertThat(heard.ids()).containsExactly("1", "2");
        assertThat(heard.refusals)
                .containsExactly("rows.ndjson, row 2: expected a line of at most 1 MiB, found \"a longer one\".");
    }

    @Test
    void a_mapping_reaches_into_nested_objects_and_lists() throws Exception {
        Mapping mapping = Heard.mapping("""
                source: shop
                events:
                  - {type: said, id: "{nr}", time: "{at}", customer: "{person.key}", text: "{lines.1}"}
                """);
        Path file = Heard.write(
                folder,
                "own.ndjson",
                "{\"nr\":7,\"at\":\"2026-03-01T09:30:00Z\",\"person\":{\"key\":\"Bram\"},\"lines\":[\"a\",\"b\"]}\n");
        Heard heard = Heard.of(mapping, file);
        assertThat(heard.customers()).containsExactly("Bram");
        assertThat(heard.events.getFirst().envelope().text()).isEqualTo("b");
    }

    private Heard read(String text) throws Refusal {
        return Heard.of(Heard.write(folder, "rows.ndjson", text));
    }
}
