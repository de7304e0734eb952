package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
    private static final String ANNA = """
            source,id,time,customer,type
            crm,1,2026-03-01T09:30:00Z,Anna,message_sent
            """;
    private static final String BRAM = ANNA.replace("crm,1", "crm,2").replace("Anna", "Bram");

    @TempDir
    Path folder;

    @Test
    void hechts_own_columns_need_no_mapping_in_any_order_and_kind() throws Exception {
        Path csv = write("a.csv", ANNA);
        Path tsv = write("b.tsv", BRAM.replace(',', '\t'));
        Path packed = Heard.write(folder, "c.csv.gz", Heard.packed("""
                type,customer,time,id,source,attributes.language
                message_sent,Chris,2026-03-01T09:30:00Z,3,crm,nl
                """));
        Path json = write(
                "d.ndjson",
                "{\"source\":\"crm\",\"id\":\"4\",\"time\":\"2026-03-01T09:30:00Z\",\"customer\":\"Dirk\","
                        + "\"type\":\"message_sent\"}\n");
        Heard heard = Heard.of(null, csv, tsv, packed, json);
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.customers()).containsExactly("Anna", "Bram", "Chris", "Dirk");
        assertThat(heard.events.get(2).envelope().attributes()).containsEntry("language", "nl");
    }

    @Test
    void a_folder_and_a_glob_give_their_files_by_name() throws Exception {
        Path month = Files.createDirectory(folder.resolve("month"));
        Heard.write(month, "b.csv", BRAM);
        Heard.write(month, "a.csv", ANNA);
        Heard.write(month, "a.rejects.csv", "no rows of ours");
        Heard.write(month, "notes.md", "# not for us");
        Files.createDirectory(month.resolve("c.csv"));
        assertThat(customers(month.toString())).containsExactly("Anna", "Bram");
        assertThat(customers(month + "/*.csv")).containsExactly("Anna", "Bram");
        assertThat(customers(month + "/[b].csv")).containsExactly("Bram");
        assertThat(customers(folder + "/mon?h/{a,c}.csv")).containsExactly("Anna");
        assertThat(customers(folder + "/**.csv")).containsExactly("Anna", "Bram");
    }

    @Test
    void an_input_can_be_read_again_and_is_the_same_each_time() throws Exception {
        try (Input input =
                open("", write("a.csv", ANNA).toString(), write("b.csv", BRAM).toString())) {
            for (int time = 0; time < 3; time++) {
                Heard heard = new Heard();
                input.read(heard, Progress.SILENT);
                assertThat(heard.customers()).containsExactly("Anna", "Bram");
            }
        }
    }

    @Test
    void standard_input_is_kept_to_be_read_twice_and_deleted_then() throws Exception {
        String json =
                "{\"source\":\"crm\",\"id\":\"4\",\"time\":\"2026-03-01T09:30:00Z\",\"customer\":\"Dirk\",\"type\":\"message_sent\"}";
        for (String text : List.of(ANNA.replace("Anna", "Dirk"), json)) {
            Path kept;
            try (Input input = open(text, "-")) {
                kept = input.sources().getFirst().path();
                assertThat(input.files()).containsExactly("standard input");
                for (int time = 0; time < 2; time++) {
                    Heard heard = new Heard();
                    input.read(heard, Progress.SILENT);
                    assertThat(heard.customers()).containsExactly("Dirk");
                }
            }
            assertThat(kept).doesNotExist();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_pipe_is_kept_like_standard_input() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread writer = Thread.startVirtualThread(() -> Heard.write(folder, "pipe", ANNA));
        try (Input input = open("", pipe.toString())) {
            writer.join();
            for (int time = 0; time < 2; time++) {
                Heard heard = new Heard();
                input.read(heard, Progress.SILENT);
                assertThat(heard.customers()).containsExactly("Anna");
            }
        }
    }

    @Test
    void a_file_that_is_not_there_is_named_with_what_it_may_have_been() throws Exception {
        write("contacts.csv", ANNA);
        assertThat(refusal(Refusal.Kind.INPUT, folder + "/contact.csv"))
                .isEqualTo(
                        folder + "/contact.csv: expected a file, found none of that name; did you mean contacts.csv?");
        assertThat(refusal(Refusal.Kind.INPUT, folder + "/*.xes"))
                .isEqualTo(folder + "/*.xes: expected files, found none by this pattern.");
        Files.createDirectory(folder.resolve("empty"));
        assertThat(refusal(Refusal.Kind.INPUT, folder + "/empty"))
                .isEqualTo(folder
                        + "/empty: expected files ending in .csv, .tsv, .txt, .ndjson, .jsonl, .xes (each also with .gz) or"
                        + " .parquet, found none in the folder.");
    }

    @Test
    void empty_files_and_files_of_other_kinds_are_refused() throws Exception {
        assertThat(refusal(Refusal.Kind.INPUT, write("empty.csv", "")))
                .isEqualTo(folder + "/empty.csv: expected rows, found an empty file.");
        assertThat(refusal(Refusal.Kind.INPUT, write("header.csv", "source,id,time,customer,type\n")))
                .isEqualTo(folder + "/header.csv: expected rows, found only a header.");
        assertThat(refusal(
                        Refusal.Kind.INPUT,
                        Heard.write(folder, "photo.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13})))
                .isEqualTo(
                        "photo.csv: expected text, XES or Parquet, found a binary file; hecht reads .csv, .tsv, .txt, .ndjson,"
                                + " .jsonl, .xes (each also with .gz) or .parquet.");
        assertThat(refusal(Refusal.Kind.INPUT, write("book.xlsx", "PK\3\4 and so on")))
                .isEqualTo(
                        "book.xlsx: expected text, XES or Parquet, found a workbook or an archive; save the sheet as CSV.");
        assertThat(refusal(Refusal.Kind.INPUT, write("list.json", "[{}, {}]")))
                .isEqualTo(
                        "list.json: expected one JSON object a line, found a list; write them one a line: jq -c '.[]' list.json.");
        assertThat(refusal(
                        Refusal.Kind.INPUT, Heard.write(folder, "wide.csv", ANNA.getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(
                        "wide.csv: expected UTF-8 text, found what looks like UTF-16 without its mark; say encoding: UTF-16LE in"
                                + " the mapping.");
    }

    @Test
    void an_organisations_own_columns_need_a_mapping() throws Exception {
        Path own = write("shop.csv", "InvoiceNo,InvoiceDate,CustomerID\n1,2026-03-01,2\n");
        assertThat(refusal(Refusal.Kind.USE, own))
                .isEqualTo(
                        "shop.csv: expected hecht's own columns (source, id, time, customer, type) or a mapping, found InvoiceNo,"
                                + " InvoiceDate, CustomerID; run hecht import " + own
                                + " --suggest > mapping.yaml, look it over, and give it"
                                + " with --mapping mapping.yaml.");
        assertThat(refusal(Refusal.Kind.USE, write("bare.csv", "-1,slecht\n1,goed\n")))
                .endsWith(
                        " If the first line is no header, name the columns in the mapping, as in columns: [number, day].");
        assertThat(refusal(Refusal.Kind.USE, write("own.ndjson", "{\"InvoiceNo\": 1, \"lines\": [{\"price\": 2}]}\n")))
                .startsWith(
                        "own.ndjson: expected hecht's own columns (source, id, time, customer, type) or a mapping, found InvoiceNo,"
                                + " lines.0.price; run ");
    }

    @Test
    void own_columns_that_are_nearly_hechts_are_told_what_lacks() throws Exception {
        assertThat(refusal(Refusal.Kind.USE, write("a.csv", ANNA.replaceAll("(?m)^(source|crm),", ""))))
                .isEqualTo(
                        "a.csv: expected the columns source, id, time, customer, type, found no source; add it, or give a mapping"
                                + " that names the system the rows come from, as in source: shop.");
        assertThat(refusal(
                        Refusal.Kind.USE,
                        write("b.csv", ANNA.replace("type", "type,chanel").replace("_sent", "_sent,mail"))))
                .isEqualTo(
                        "b.csv: expected fields of the contract as columns, found \"chanel\"; did you mean channel?");
        assertThat(refusal(
                        Refusal.Kind.USE,
                        write("c.csv", ANNA.replace("type", "type,shoe size").replace("_sent", "_sent,43"))))
                .isEqualTo(
                        "c.csv: expected fields of the contract as columns, found \"shoe size\"; leave it out, or call it"
                                + " attributes.shoe size.");
        assertThat(refusal(
                        Refusal.Kind.USE,
                        write("d.csv", ANNA.replace("type", "type,time").replace("_sent", "_sent,x"))))
                .isEqualTo("d.csv: expected each column once, found time twice.");
    }

    @Test
    void gzip_that_is_cut_short_brings_what_stands_before() throws Exception {
        byte[] whole = Heard.packed(Heard.messages(50_000));
        Path cut = Heard.write(folder, "cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        Heard heard = Heard.of(cut);
        assertThat(heard.events).hasSizeBetween(10_000, 40_000);
        assertThat(heard.refusals)
                .containsExactly("cut.csv.gz, row " + (heard.events.size() + 1)
                        + ": expected the file to go on, found \"gzip data that"
                        + " are cut short or broken\"; fetch the file again, what stands before this counts.");
    }

    @Test
    void gzip_that_cannot_be_read_at_all_is_refused() throws Exception {
        byte[] whole = Heard.packed(ANNA);
        assertThat(refusal(Refusal.Kind.INPUT, Heard.write(folder, "cut.csv.gz", Arrays.copyOf(whole, 20))))
                .isEqualTo(folder
                        + "/cut.csv.gz: expected the file to go on, found \"gzip data that are cut short or broken\"; fetch"
                        + " the file again, what stands before this counts.");
    }

    @Test
    void a_file_that_cannot_be_read_does_not_take_along_the_others() throws Exception {
        Path empty = write("empty.csv", "");
        Heard heard = Heard.of(null, empty, write("a.csv", ANNA));
        assertThat(heard.customers()).containsExactly("Anna");
        assertThat(heard.refusals)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("empty.csv: expected a file with rows, found ");
        assertThat(refusal(Refusal.Kind.INPUT, empty, write("other.csv", ""))).contains("found an empty file");
    }

    @Test
    void the_character_U_0000_is_refused_with_its_row() throws Exception {
        Path file = write(
                "zero.ndjson",
                "{\"source\":\"crm\",\"id\":\"4\",\"time\":\"2026-03-01T09:30:00Z\",\"customer\":\"D\\u0000\","
                        + "\"type\":\"message_sent\"}\n");
        assertThat(Heard.of(file).refusals)
                .containsExactly(
                        "zero.ndjson, row 1, customer: expected text without the character U+0000, found \"D␀\".");
    }

    @Test
    void progress_ends_with_all_bytes_and_rows() throws Exception {
        Path file = Heard.write(folder, "many.csv.gz", Heard.packed(Heard.messages(20_000)));
        List<String> told = new ArrayList<>();
        long[] last = new long[1];
        try (Input input = open("", file.toString())) {
            input.read(new Heard(), (read, total, rows) -> {
                assertThat(read).isBetween(last[0], total);
                last[0] = read;
                told.add(read + " " + total + " " + rows);
            });
        }
        long size = Files.size(file);
        assertThat(told).hasSizeGreaterThan(3).last().isEqualTo(size + " " + size + " 20000");
    }

    private Path write(String name, String text) {
        return Heard.write(folder, name, text);
    }

    private static Input open(String standardInput, String... names) throws Refusal {
        return Input.open(
                List.of(names),
                new Input.Settings(null, null, Heard.LATEST),
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> customers(String... names) throws Refusal {
        Heard heard = new Heard();
        try (Input input = open("", names)) {
            input.read(heard, Progress.SILENT);
        }
        return heard.customers();
    }

    private static String refusal(Refusal.Kind kind, Object... names) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> customers(Arrays.stream(names).map(Object::toString).toArray(String[]::new)));
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.kind()).isEqualTo(kind);
        return refusal.sentence();
    }
}
