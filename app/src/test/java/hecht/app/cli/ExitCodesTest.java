package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole sentence and the code of everything that can go wrong on a command line.
class ExitCodesTest {
    private final String cast = Ran.file("cast.ndjson");

    @TempDir
    Path folder;

    @Test
    void an_unknown_command_is_wrong_use_and_its_near_miss_is_named() {
        fails(2, "there is no command scroe; did you mean score?", "scroe", cast);
        fails(2, "there is no command bake; the commands are " + String.join(", ", Commands.names()) + ".", "bake");
    }

    @Test
    void an_unknown_option_is_wrong_use_and_its_near_miss_is_named() {
        fails(2, "there is no option --jsn; did you mean --json? Ask \"hecht score --help\".", "score", "--jsn", cast);
        fails(2, "there is no option --frobnicate. Ask \"hecht score --help\".", "score", "--frobnicate=3", cast);
    }

    @Test
    void what_is_missing_is_named() {
        fails(2, "missing: FILE. Ask \"hecht score --help\".", "score");
        fails(2, "--at needs DAY after it. Ask \"hecht score --help\".", "score", cast, "--at");
        fails(2, "er ontbreekt: BESTAND. Vraag \"hecht score --help\".", "score", "--language", "nl");
        fails(2, "er ontbreekt: KLANT. Vraag \"hecht why --help\".", "why", "--language", "nl");
    }

    @Test
    void what_stands_twice_or_too_much_is_named() {
        fails(
                2,
                "--at was given twice. Ask \"hecht score --help\".",
                "score",
                cast,
                "--at",
                "2026-01-01",
                "--at=2026-01-02");
        fails(2, "more is one word too many. Ask \"hecht version --help\".", "version", "more");
    }

    @Test
    void a_log_whose_mapping_asks_for_what_no_event_has_leaves_no_rejects() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.xes"),
                "<log><trace><event><string key=\"concept:name\" value=\"call\"/></event></trace></log>");
        Path mapping = Files.writeString(folder.resolve("log.yaml"), """
                source: desk
                events:
                  - {type: contact, id: "{hash}", time: "{time:timestamp}", customer: "{case:klant}", direction: in}
                """);
        assertThat(Ran.hecht("score", log.toString(), "--mapping", mapping.toString())
                        .code())
                .isEqualTo(2);
        assertThat(folder.resolve("log.rejects.ndjson")).doesNotExist();
    }

    @Test
    void an_option_that_says_something_impossible_is_wrong_use() {
        fails(2, "--at: expected a day such as 2026-10-31, found \"31-10-2026\".", "score", cast, "--at", "31-10-2026");
        fails(2, "--zone: expected a zone such as Europe/Amsterdam, found \"Mars\".", "score", cast, "--zone", "Mars");
        fails(2, "--mode: expected one of contract, rhythm, found \"both\".", "score", cast, "--mode", "both");
        fails(
                2,
                "--preset: expected one of energy, shop, municipality, found \"bank\".",
                "score",
                cast,
                "--preset",
                "bank");
        fails(2, "--rows: expected a whole number, found \"many\".", "score", cast, "--rows", "many");
        fails(2, "-o: expected a name that ends in .csv or .parquet, found out.xls.", "score", cast, "-o", "out.xls");
        fails(2, "--customers: expected a whole number, found \"0\".", "simulate", "--customers", "0");
    }

    @Test
    void what_is_read_is_not_written_over() throws IOException {
        Path events = Ran.write(folder.resolve("events.csv"), "source,id,time,customer,type\n");
        fails(
                2,
                "-o: " + events + " is read here; name another file to write to.",
                "score",
                events.toString(),
                "-o",
                events.toString());
        assertThat(Files.readString(events)).startsWith("source,");
    }

    @Test
    void options_that_contradict_each_other_are_wrong_use() {
        fails(
                2,
                "--json: expected a name that does not end in .parquet, found a.parquet.",
                "score",
                cast,
                "--json",
                "-o",
                "a.parquet");
        String model = folder.resolve("model.json").toString();
        assertThat(Ran.hecht("score", cast, "--save-model", model).code()).isZero();
        fails(
                2,
                "--zone: Europe/Paris was asked for, and the model lives in UTC; leave --zone out, or make a model in that"
                        + " zone.",
                "score",
                cast,
                "--model",
                model,
                "--zone",
                "Europe/Paris");
    }

    @Test
    void import_goes_one_of_its_ways() {
        fails(
                2,
                "--suggest and --dry-run do not go together. Ask \"hecht import --help\".",
                "import",
                cast,
                "--suggest",
                "--dry-run");
    }

    @Test
    void an_unknown_customer_is_wrong_use_and_a_near_key_is_named() {
        fails(2, "there is no customer Ana in these files; did you mean Anna?", "why", "Ana", cast);
        Ran far = Ran.hecht("why", "Zebedee", cast);
        assertThat(far.code()).isEqualTo(2);
        assertThat(far.err())
                .startsWith("hecht: there is no customer Zebedee in these files; customers are called such as ");
    }

    @Test
    void input_that_is_not_there_or_empty_is_no_input() {
        assertThat(Ran.hecht("score", folder.resolve("no.csv").toString()).code())
                .isEqualTo(4);
        Path empty = Ran.write(folder.resolve("empty.ndjson"), "");
        assertThat(Ran.hecht("score", empty.toString()).code()).isEqualTo(4);
        assertThat(new Ran.Setting().reading("").hecht("score", "-").code()).isEqualTo(4);
    }

    @Test
    void a_place_where_nothing_can_be_written_belongs_to_the_surroundings() {
        String nowhere = folder.resolve("no/such/folder/out.csv").toString();
        fails(5, "cannot write to " + nowhere + ": no such folder.", "score", cast, "-o", nowhere);
        fails(2, folder + " is a folder; name a file in it.", "score", cast, "--json", "-o", folder.toString());
    }

    @Test
    void a_full_disk_is_named_also_on_standard_output() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Ran.Setting().run(failing("No space left on device"), err, "score", cast);
        assertThat(code).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("hecht: cannot write to standard output: no space left on device.\n");
    }

    @Test
    void that_nobody_reads_on_is_no_fault() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Ran.Setting().run(failing("Broken pipe"), err, "simulate", "--customers", "200");
        assertThat(code).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_fault_of_ours_says_so_without_what_was_read() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream faulty = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("customer Anna");
            }
        };
        int code = new Ran.Setting().with("HECHT_TRACE", "1").run(faulty, err, "version");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("hecht: this is a fault of ours (IllegalStateException), not of what you did.")
                .contains("    at hecht.app.cli.")
                .doesNotContain("Anna");
    }

    @Test
    void nothing_is_left_of_a_file_that_could_not_be_finished() throws IOException {
        Path out = folder.resolve("out.csv");
        assertThat(Ran.hecht("score", folder.resolve("no.csv").toString(), "-o", out.toString())
                        .code())
                .isEqualTo(4);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static OutputStream failing(String how) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(how);
            }
        };
    }

    private static void fails(int code, String sentence, String... args) {
        Ran ran = Ran.hecht(args);
        assertThat(ran.err()).isEqualTo("hecht: " + sentence + "\n");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(code);
    }
}
