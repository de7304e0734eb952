package hecht.app.web.setup.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import hecht.files.Input;
import hecht.files.Mapping;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Row;
import hecht.files.Sink;
import hecht.store.setup.Quarantine.Held;
import hecht.store.setup.Quarantine.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that were kept aside are taken along, mended and imported by the mapping that their file came with.
class MendableTest {
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final Problem WRONG_DAY = new Problem("time", "a moment written as d-M-yyyy", "31-02-2026", "");

    @TempDir
    private Path folder;

    private static Held held(String row, boolean line) {
        return new Held(1, 3, NOW, new Kept("contacten.csv", 7, null, null, null, List.of(WRONG_DAY), line, row));
    }

    @Test
    void a_row_keeps_its_cells_and_says_what_is_wrong_beside_them() {
        assertThat(Mendable.line(held("{\"nummer\":\"007\",\"som\":\"=1+1\",\"bedrag\":\"1.10\"}", false)))
                .isEqualTo(
                        "{\"nummer\":\"007\",\"som\":\"=1+1\",\"bedrag\":\"1.10\",\"_row\":\"7\",\"_field\":\"time\","
                                + "\"_expected\":\"a moment written as d-M-yyyy\",\"_found\":\"31-02-2026\"}");
    }

    @Test
    void numbers_of_a_line_keep_every_digit() {
        assertThat(Mendable.line(held("{\"bedrag\":1.10,\"groot\":12345678901234567890}", true)))
                .startsWith("{\"bedrag\":1.10,\"groot\":12345678901234567890,");
    }

    @Test
    void a_line_that_is_no_JSON_is_kept_as_the_text_that_it_is() {
        assertThat(Mendable.line(held("{not json", true))).startsWith("{\"_line\":\"{not json\",");
        assertThat(Mendable.line(held("\"{not json\"", true))).startsWith("{\"_line\":\"{not json\",");
    }

    @Test
    void once_mended_it_is_read_by_the_mapping_of_its_file_whatever_encoding_and_delimiter_that_names()
            throws IOException, Refusal {
        Mapping mapping = Mapping.parse("contacten.yaml", """
                source: crm
                zone: Europe/Amsterdam
                encoding: windows-1252
                delimiter: ";"
                events:
                  - {type: contact, id: "{nummer}", time: {column: dag, format: "d-M-yyyy"}, customer: "{klant}", direction: in}
                """);
        String mended = Mendable.line(held("{\"nummer\":\"7\",\"klant\":\"Zoë\",\"dag\":\"31-02-2026\"}", false))
                .replaceFirst("31-02-2026", "28-02-2026");
        Path file = Files.writeString(folder.resolve("quarantine.rejects.ndjson"), "\ufeff" + mended + "\n");
        List<String> read = new ArrayList<>();
        try (Input input = Input.openAs("quarantine.rejects.ndjson", file, new Input.Settings(mapping, null, NOW))) {
            input.read(
                    new Sink() {
                        @Override
                        public void accept(Event event, Row row) {
                            read.add(event.customer() + " " + event.time());
                        }

                        @Override
                        public void refuse(List<Problem> problems, Row row) {
                            read.add(problems.toString());
                        }
                    },
                    Progress.SILENT);
        }
        assertThat(read).containsExactly("Zoë 2026-02-27T23:00:00Z");
    }

    @Test
    void the_page_points_at_the_cell_that_is_wrong() {
        Entry entry = Entry.of(held("{\"nummer\":\"7\",\"dag\":\" 31-02-2026\"}", false));
        assertThat(entry.cells())
                .containsExactly(new Entry.Cell("nummer", "7", false), new Entry.Cell("dag", " 31-02-2026", true));
        assertThat(Entry.of(held("{not json", true)).cells()).containsExactly(new Entry.Cell("", "{not json", false));
    }
}
