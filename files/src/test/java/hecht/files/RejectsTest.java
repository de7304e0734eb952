package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsTest {
    private static final String ORDERS = """
            source: shop
            zone: Europe/Amsterdam
            encoding: ISO-8859-1
            delimiter: ";"
            decimal: ","
            events:
              - {type: ordered, id: "{hash}", time: {column: dag, format: d-M-yyyy}, customer: "{klant}", amount: "{bedrag}"}
              - {type: delivered, id: "{hash}-d", time: {column: geleverd, format: d-M-yyyy}, customer: "{klant}"}
            """;

    @TempDir
    Path folder;

    @Test
    void rejected_rows_stand_beside_the_input_with_what_is_wrong() throws Exception {
        Path file =
                write("orders.csv", "klant;dag;bedrag;geleverd\nZoë;1-3-2026;12,50;2-3-2026\nJan;2026;veel;3-3-2026\n");
        assertThat(read(Heard.mapping(ORDERS), null, file)).containsExactly(folder.resolve("orders.rejects.csv"));
        String expected = "a moment written as d-M-yyyy; a number such as 1.234,56;"
                + " a row whose other events can be read too, since {hash} names the row";
        assertThat(Files.readAllLines(folder.resolve("orders.rejects.csv")))
                .containsExactly(
                        "\ufeffklant;dag;bedrag;geleverd;_row;_field;_expected;_found",
                        "Jan;2026;veel;3-3-2026;2;\"time; amount; id\";\"" + expected
                                + "\";\"2026; veel; delivered held back\"");
    }

    @Test
    void each_file_s_rejects_are_written_as_that_file_is() throws Exception {
        Path one = write("one.csv", "source;id;time;customer;type\ncrm;1;never;Anna;message_sent\n");
        Path other = write("other.csv", "source,id,time,customer,type\ncrm,2,never,Bram,message_sent\n");
        read(null, null, one, other);
        assertThat(Files.readString(folder.resolve("one.rejects.csv"))).contains("crm;1;never;Anna;message_sent;");
        assertThat(Files.readString(folder.resolve("other.rejects.csv"))).contains("crm,2,never,Bram,message_sent,");
    }

    @Test
    void only_their_owner_may_read_them() throws Exception {
        Path file = write("own.csv", "source,id,time,customer,type\ncrm,1,never,Anna,message_sent\n");
        Path before = write("own.rejects.csv", "of an earlier run");
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rw-r--r--"));
        List<Path> written = read(null, null, file);
        assertThat(written).containsExactly(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(before)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(before)).contains("never").doesNotContain("earlier");
    }

    @Test
    void importing_the_mended_file_brings_in_only_what_was_missing() throws Exception {
        Path file = write(
                "orders.csv",
                "klant;dag;bedrag;geleverd\nZoë;1-3-2026;12,50;2-3-2026\nJan;2026;1,5;3-3-2026\n"
                        + "Zoë;1-3-2026;12,50;2-3-2026\n\"Kees; zoon\";1-3-2026;;x\n");
        Mapping mapping = Heard.mapping(ORDERS);
        read(mapping, null, file);
        Path rejects = folder.resolve("orders.rejects.csv");
        Files.writeString(
                rejects,
                Files.readString(rejects).replace(";2026;", ";2-3-2026;").replace(";x;", ";4-3-2026;"));
        Heard mended = Heard.of(mapping, rejects);
        assertThat(mended.refusals).isEmpty();
        assertThat(mended.customers()).containsExactly("Jan", "Jan", "Kees; zoon", "Kees; zoon");
        // The same events as if the original had been right.
        Path right = write(
                "right.csv",
                "klant;dag;bedrag;geleverd\nJan;2-3-2026;1,5;3-3-2026\n\"Kees; zoon\";1-3-2026;;4-3-2026\n");
        assertThat(mended.events).isEqualTo(Heard.of(mapping, right).events);
    }

    @Test
    void cells_are_kept_to_the_letter() throws Exception {
        Path file = write("own.csv", """
                source,id,time,customer,type,text,attributes.a,attributes.b,attributes.c,attributes.d
                crm,1,never,😀,message_sent,=1+1," spaces ",007,"say ""hi""\","two
                lines"
                """);
        read(null, null, file);
        Path rejects = folder.resolve("own.rejects.csv");
        Files.writeString(rejects, Files.readString(rejects).replace("never", "2026-03-01T09:30:00Z"));
        Event event = Heard.of(rejects).events.getFirst();
        assertThat(event.customer()).isEqualTo("😀");
        assertThat(event.envelope().text()).isEqualTo("=1+1");
        assertThat(event.envelope().attributes())
                .containsEntry("a", " spaces ")
                .containsEntry("b", "007")
                .containsEntry("c", "say \"hi\"")
                .containsEntry("d", "two\nlines");
    }

    @Test
    void other_kinds_are_kept_as_ndjson() throws Exception {
        Path file = write(
                "own.ndjson",
                "{\"source\":\"crm\",\"id\":\"1\",\"time\":\"never\",\"customer\":\"Anna\",\"type\":\"reviewed\","
                        + "\"stars\":4.50,\"attributes\":{\"a\":\"b\"}}\nno JSON\n");
        read(null, null, file);
        Path rejects = folder.resolve("own.rejects.ndjson");
        assertThat(Files.readAllLines(rejects))
                .containsExactly(
                        "{\"source\":\"crm\",\"id\":\"1\",\"time\":\"never\",\"customer\":\"Anna\",\"type\":\"reviewed\",\"stars\":4.50,"
                                + "\"attributes\":{\"a\":\"b\"},\"_row\":\"1\",\"_field\":\"time\",\"_expected\":\"a moment with a zone, such"
                                + " as 2026-03-01T09:30:00Z (set zone and format in the mapping)\",\"_found\":\"never\"}",
                        "{\"_line\":\"no JSON\",\"_row\":\"2\",\"_field\":\"\",\"_expected\":\"a JSON object on one line\","
                                + "\"_found\":\"no JSON\"}");
        Files.writeString(rejects, Files.readAllLines(rejects).getFirst().replace("never", "2026-03-01T09:30:00Z"));
        Heard mended = Heard.of(rejects);
        assertThat(mended.refusals).isEmpty();
        assertThat(mended.customers()).containsExactly("Anna");
    }

    @Test
    void a_file_without_a_header_gets_one_and_is_mended_with_the_same_mapping() throws Exception {
        Mapping mapping = Heard.mapping("""
                source: s
                columns: [nr, at]
                events: [{type: said, id: "{nr}", time: "{at}", customer: Anna}]
                """);
        Path file = write("bare.csv", "1,2026-03-01T09:30:00Z\n2,never\n");
        read(mapping, null, file);
        Path rejects = folder.resolve("bare.rejects.csv");
        Files.writeString(rejects, Files.readString(rejects).replace("never", "2026-03-01T09:30:00Z"));
        assertThat(Heard.of(mapping, rejects).ids()).containsExactly("2");
    }

    @Test
    void elsewhere_is_a_file_for_one_input_and_a_folder_for_several() throws Exception {
        String text = "source,id,time,customer,type\ncrm,1,never,Anna,message_sent\n";
        Path a = write("a.csv", text);
        Path b = write("b.csv.gz", text);
        assertThat(read(null, folder.resolve("x/here.csv"), a)).containsExactly(folder.resolve("x/here.csv"));
        assertThat(read(null, folder.resolve("y"), a, b))
                .containsExactly(folder.resolve("y/a.rejects.csv"), folder.resolve("y/b.rejects.csv"));
    }

    @Test
    void inputs_of_one_name_do_not_share_a_file_and_no_input_is_written_over() throws Exception {
        String text = "source,id,time,customer,type\ncrm,1,never,Anna,message_sent\n";
        Path csv = write("a.csv", text);
        Path tsv = write("a.txt", text);
        Path mended = write("a.rejects.csv", text);
        assertThat(read(null, null, csv, tsv, mended))
                .containsExactly(
                        folder.resolve("a-2.rejects.csv"),
                        folder.resolve("a-3.rejects.csv"),
                        folder.resolve("a.rejects.rejects.csv"));
        assertThat(mended).hasContent(text);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(null, csv, csv));
        assertThat(refusal.sentence())
                .isEqualTo(csv + ": rejected rows would be written over an input; name another file.");
        assertThat(csv).hasContent(text);
    }

    @Test
    void a_row_is_kept_once_however_often_it_is_read() throws Exception {
        Path file = write(
                "a.csv",
                "source,id,time,customer,type\ncrm,1,never,Anna,message_sent\ncrm,2,never,Bram,message_sent\n");
        try (Input input = Heard.open(null, file, file);
                Rejects rejects = Rejects.beside(input, null)) {
            input.read(keeping(rejects), Progress.SILENT);
            input.read(keeping(rejects), Progress.SILENT);
        }
        assertThat(Files.readAllLines(folder.resolve("a.rejects.csv"))).hasSize(3);
    }

    @Test
    void nothing_is_made_when_nothing_is_rejected() throws Exception {
        Path file = write("a.csv", "source,id,time,customer,type\ncrm,1,2026-03-01T09:30:00Z,Anna,message_sent\n");
        assertThat(read(null, null, file)).isEmpty();
        assertThat(folder.resolve("a.rejects.csv")).doesNotExist();
    }

    @Test
    void where_nothing_can_be_written_the_surroundings_are_to_be_mended() throws Exception {
        Path file = write("a.csv", "source,id,time,customer,type\ncrm,1,never,Anna,message_sent\n");
        Path nowhere = file.resolve("in/a/file.csv");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(null, nowhere, file));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.SURROUNDINGS);
        assertThat(refusal.sentence())
                .isEqualTo(nowhere
                        + ": rejected rows cannot be kept here, since the folder is full or not writable; name another"
                        + " with --rejects.");
    }

    @Test
    void rows_of_standard_input_are_kept_as_ndjson() throws Exception {
        byte[] text = "source,id,time,customer,type\ncrm,1,never,Anna,message_sent\n".getBytes(StandardCharsets.UTF_8);
        try (Input input = Input.open(
                        List.of("-"), new Input.Settings(null, null, Heard.LATEST), new ByteArrayInputStream(text));
                Rejects rejects = Rejects.beside(input, folder)) {
            input.read(keeping(rejects), Progress.SILENT);
        }
        assertThat(Files.readString(folder.resolve("hecht.rejects.ndjson")))
                .startsWith(
                        "{\"source\":\"crm\",\"id\":\"1\",\"time\":\"never\",\"customer\":\"Anna\",\"type\":\"message_sent\",\"_row\":\"1\"");
    }

    private Path write(String name, String text) throws IOException {
        return name.startsWith("orders") || name.startsWith("right")
                ? Heard.write(folder, name, text.getBytes(StandardCharsets.ISO_8859_1))
                : Heard.write(folder, name, text);
    }

    private static List<Path> read(@Nullable Mapping mapping, @Nullable Path elsewhere, Path... files) throws Refusal {
        try (Input input = Heard.open(mapping, files)) {
            Rejects rejects = Rejects.beside(input, elsewhere);
            try (rejects) {
                input.read(keeping(rejects), Progress.SILENT);
            }
            return rejects.written();
        }
    }

    private static Sink keeping(Rejects rejects) {
        return new Sink() {
            @Override
            public void accept(Event event, Row row) {}

            @Override
            public void refuse(List<Problem> problems, Row row) throws Refusal {
                rejects.add(row, problems);
            }
        };
    }
}
