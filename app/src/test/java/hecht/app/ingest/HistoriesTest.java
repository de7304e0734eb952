package hecht.app.ingest;

import static hecht.app.ingest.Given.TERMS;
import static hecht.app.ingest.Given.history;
import static hecht.app.ingest.Given.ndjson;
import static hecht.app.ingest.Given.read;
import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Event;
import hecht.files.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each customer's events, whatever order and keys they came with.
class HistoriesTest {
    @TempDir
    Path folder;

    @Test
    void a_history_is_in_canonical_order_whatever_order_its_rows_had() {
        Path file = ndjson(
                folder,
                "late",
                "'id': 'b', 'time': '2026-01-02T10:00:00Z', 'customer': 'anna', 'type': 'used'",
                "'id': 'z', 'time': '2026-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started'",
                "'id': 'a', 'time': '2026-01-02T10:00:00Z', 'customer': 'anna', 'type': 'used'",
                "'id': 'c', 'time': '2026-01-02T10:00:00Z', 'customer': 'anna', 'type': 'ordered'");
        try (Histories histories = read(file)) {
            List<Event> events = history("anna", histories).events();
            assertThat(events).isSortedAccordingTo(CanonicalOrder.INSTANCE);
            assertThat(events).extracting(each -> each.envelope().id()).containsExactly("z", "c", "a", "b");
        }
    }

    @Test
    void two_keys_that_were_merged_are_one_customer_under_the_last_key() {
        Path file = ndjson(
                folder,
                "merged",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'old', 'type': 'started'",
                "'time': '2026-01-03T10:00:00Z', 'customer': 'new', 'type': 'merged', 'from': 'old'",
                "'time': '2026-01-02T10:00:00Z', 'customer': 'new', 'type': 'used'",
                "'time': '2026-01-04T10:00:00Z', 'customer': 'old', 'type': 'used'",
                "'time': '2026-01-04T10:00:00Z', 'customer': 'bram', 'type': 'used'");
        try (Histories histories = read(file)) {
            assertThat(histories.customers()).isEqualTo(2);
            assertThat(history("old", histories)).isEqualTo(history("new", histories));
            assertThat(history("new", histories).events())
                    .hasSize(4)
                    .allMatch(each -> each.customer().equals("new"));
            assertThat(histories.tally().accepted()).isEqualTo(5);
        }
    }

    @Test
    void a_key_that_only_a_merge_names_is_a_customer() {
        Path file = ndjson(
                folder,
                "only",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'a', 'type': 'started'",
                "'time': '2026-01-02T10:00:00Z', 'customer': 'b', 'type': 'merged', 'from': 'a'",
                "'time': '2026-01-03T10:00:00Z', 'customer': 'c', 'type': 'merged', 'from': 'b'");
        try (Histories histories = read(file)) {
            assertThat(histories.customers()).isEqualTo(1);
            assertThat(history("a", histories).customer()).isEqualTo("c");
            assertThat(history("c", histories).events()).hasSize(3);
        }
    }

    @Test
    void the_later_merge_of_a_circle_is_kept_aside_with_its_row() throws IOException {
        Path file = ndjson(
                folder,
                "circle.ndjson",
                "'time': '2026-01-05T10:00:00Z', 'customer': 'a', 'type': 'merged', 'from': 'b'",
                "'time': '2026-01-03T10:00:00Z', 'customer': 'b', 'type': 'merged', 'from': 'a'",
                "'time': '2026-01-02T10:00:00Z', 'customer': 'a', 'type': 'used'");
        try (Histories histories = read(file)) {
            assertThat(histories.tally().accepted()).isEqualTo(2);
            assertThat(histories.tally().conflicting()).isEqualTo(1);
            assertThat(histories.tally().reasons().getFirst().example())
                    .startsWith(
                            "circle.ndjson, row 1, from: expected a key that does not lead back to itself, found \"b\"");
            assertThat(history("a", histories).customer()).isEqualTo("b");
        }
        assertThat(Files.readString(folder.resolve("circle.rejects.ndjson")))
                .contains("2026-01-05")
                .doesNotContain("2026-01-03");
    }

    @Test
    void who_was_erased_is_gone_and_may_begin_anew() {
        Path file = ndjson(
                folder,
                "erased",
                "'time': '2026-01-03T10:00:00Z', 'customer': 'anna', 'type': 'erased'",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started'",
                "'time': '2026-01-04T10:00:00Z', 'customer': 'anna', 'type': 'ordered'",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'bram', 'type': 'started'",
                "'time': '2026-01-02T10:00:00Z', 'customer': 'bram', 'type': 'erased'");
        try (Histories histories = read(file)) {
            assertThat(histories.tally().erased()).isEqualTo(4);
            assertThat(histories.customers()).isEqualTo(1);
            assertThat(history("anna", histories).events()).singleElement().isInstanceOf(Event.Ordered.class);
            assertThat(of("bram", histories)).isFalse();
        }
    }

    @Test
    void a_key_that_never_came_has_no_history() {
        Path file = ndjson(folder, "one", "'time': '2026-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started'");
        try (Histories histories = read(file)) {
            assertThat(of("nobody", histories)).isFalse();
        }
    }

    @Test
    void a_customer_called_null_and_one_called_with_a_smile_are_customers() {
        Path file = ndjson(
                folder,
                "odd",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'null', 'type': 'started'",
                "'time': '2026-01-01T10:00:00Z', 'customer': '😀', 'type': 'started', 'text': '<script>€'");
        try (Histories histories = read(file)) {
            assertThat(history("null", histories).events()).hasSize(1);
            assertThat(history("😀", histories).events().getFirst().envelope().text())
                    .isEqualTo("<script>€");
        }
    }

    @Test
    void of_name_segment_and_region_the_last_value_in_canonical_order_holds() {
        Path file = ndjson(
                folder,
                "profile",
                "'time': '2026-01-05T10:00:00Z', 'customer': 'anna', 'type': 'described', 'name': 'Anna de Wit'",
                "'time': '2026-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started', 'name': 'A. Wit', 'region': 'Zuid'");
        try (Histories histories = read(file)) {
            assertThat(history("anna", histories).profile()).isEqualTo(new Profile("Anna de Wit", null, "Zuid", null));
            assertThat(Given.lines(Given.score(Given.CONTRACT, histories)))
                    .extracting(Line::profile)
                    .containsExactly(new Profile("Anna de Wit", null, "Zuid", null));
        }
    }

    @Test
    void what_does_not_fit_in_memory_goes_to_a_file_that_nothing_is_left_of() throws Exception {
        String[] many = new String[60_000];
        for (int i = 0; i < many.length; i++)
            many[i] = "'time': '2026-01-01T10:00:00Z', 'customer': 'c" + i % 7 + "', 'type': 'said', 'text': 'word "
                    + "after word ".repeat(i % 40) + "'";
        Path file = ndjson(folder, "many", many);
        long before = temporaryFiles();
        List<History> inMemory = new ArrayList<>();
        List<History> onDisk = new ArrayList<>();
        try (Histories histories = read(TERMS, file)) {
            histories.each(inMemory::add);
            assertThat(histories.isOnDisk()).isFalse();
        }
        try (Histories histories = read(TERMS, 0, file)) {
            histories.each(onDisk::add);
            assertThat(histories.isOnDisk()).isTrue();
            histories.each(each -> assertThat(each.events()).isSortedAccordingTo(CanonicalOrder.INSTANCE));
        }
        assertThat(onDisk).hasSize(7).isEqualTo(inMemory);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(each -> each.getFileName().toString().endsWith(Spool.ENDING))
                    .count();
        }
    }

    private static boolean of(String key, Histories histories) {
        try {
            return histories.of(key).isPresent();
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }
}
