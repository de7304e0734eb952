package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    private final String cast = Ran.file("cast.ndjson");
    private final String untidy = Ran.file("untidy.ndjson");

    @TempDir
    Path folder;

    @Test
    void into_a_pipe_go_rows_and_the_words_go_to_standard_error() {
        Ran ran = Ran.hecht("score", cast);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(Ran.text("score.csv"));
        assertThat(ran.err()).isEqualTo(Ran.text("score.err.en.txt"));
    }

    @Test
    void rows_are_the_same_in_every_language() {
        Ran ran = Ran.hecht("score", cast, "--language", "nl");
        assertThat(ran.out()).isEqualTo(Ran.text("score.csv"));
        assertThat(ran.err()).isEqualTo(Ran.text("score.err.nl.txt"));
    }

    @Test
    void on_a_terminal_stands_a_report() {
        Ran ran = plain(100).hecht("score", cast);
        assertThat(ran.out()).isEqualTo(Ran.text("score.en.txt"));
        assertThat(plain(100).hecht("score", cast, "--language", "nl").out()).isEqualTo(Ran.text("score.nl.txt"));
    }

    @Test
    void on_a_narrow_terminal_no_line_of_it_is_too_long() {
        for (int columns : List.of(80, 100, 120, 200))
            for (String line : plain(columns).hecht("score", cast).lines())
                assertThat(Shown.width(line)).as(line).isLessThanOrEqualTo(columns);
    }

    @Test
    void colours_stand_only_on_a_terminal_and_say_nothing_of_their_own() {
        String coloured = new Ran.Setting().onTerminal(100).hecht("score", cast).out();
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(Ran.text("score.en.txt"));
        assertThat(Ran.hecht("score", cast).out()).doesNotContain("\u001b");
    }

    @Test
    void in_rhythm_that_was_not_fitted_nothing_is_told_as_so_many_of_a_hundred() {
        String shop = shop();
        Ran ran = plain(100).hecht("score", shop, "--mode", "rhythm");
        assertThat(ran.out()).contains("in which order they stand").doesNotContain("of a hundred");
        assertThat(ran.out() + ran.err()).doesNotContainPattern("[0-9]+ \\([0-9]+ to [0-9]+\\)");
        Ran piped = Ran.hecht("score", shop, "--mode", "rhythm");
        assertThat(piped.err()).doesNotContain("of a hundred");
    }

    @Test
    void data_that_suggest_the_other_mode_are_named() {
        assertThat(Ran.hecht("score", shop()).err())
                .contains("These data suggest --mode rhythm; they were scored in contract.");
        assertThat(Ran.hecht("score", cast).err()).doesNotContain("suggest");
    }

    @Test
    void a_key_that_a_spreadsheet_would_compute_is_only_text() {
        assertThat(Ran.hecht("score", cast).lines()).anyMatch(line -> line.startsWith("'=1+1,"));
        assertThat(Ran.hecht("score", cast, "--json").lines())
                .anyMatch(line -> line.startsWith("{\"customer\":\"=1+1\","));
    }

    @Test
    void the_events_that_were_read_are_all_accounted_for() {
        Ran ran = Ran.hecht("score", untidy, "--rejects", folder.toString());
        Matcher tally = Pattern.compile(
                        "(\\d+) events read = (\\d+) accepted \\+ (\\d+) repeated \\+ (\\d+) conflicting \\+ (\\d+) rejected"
                                + " \\+ (\\d+) erased \\+ (\\d+) not switched on\\. (\\d+) rows read")
                .matcher(ran.err());
        assertThat(tally.find()).as(ran.err()).isTrue();
        int[] counts = new int[9];
        for (int i = 1; i < counts.length; i++) counts[i] = Integer.parseInt(tally.group(i));
        assertThat(counts).containsExactly(0, 23, 17, 1, 1, 3, 0, 1, 23);
        assertThat(counts[2] + counts[3] + counts[4] + counts[5] + counts[6] + counts[7])
                .isEqualTo(counts[1]);
    }

    @Test
    void rejected_rows_are_named_kept_and_told_by_the_exit_code() throws IOException {
        Ran ran = Ran.hecht("score", untidy, "--rejects", folder.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains(
                        "untidy.ndjson, row 20, time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found"
                                + " \"yesterday\"")
                .contains("did you mean contact?\n")
                .contains("untidy.ndjson, row 23: expected a JSON object on one line, found \"not JSON at all\".\n");
        Path kept = folder.resolve("untidy.rejects.ndjson");
        assertThat(ran.err()).contains("What was rejected lies in " + kept + ";");
        assertThat(Files.readAllLines(kept)).anyMatch(line -> line.contains("\"yesterday\""));
    }

    @Test
    void a_file_gets_its_name_when_it_is_whole() throws IOException {
        Path csv = folder.resolve("out.csv");
        Ran ran = Ran.hecht("score", cast, "-o", csv.toString());
        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(csv)).isEqualTo(Ran.text("score.csv"));
        assertThat(Ran.hecht("score", cast, "-o", folder.resolve("out.parquet").toString())
                        .code())
                .isZero();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("out.csv", "out.parquet");
        }
        assertThat(Files.readAllBytes(folder.resolve("out.parquet")))
                .startsWith("PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void a_dash_is_standard_input_and_standard_output() {
        Ran ran = new Ran.Setting()
                .reading(Ran.text("cast.ndjson"))
                .onTerminal(80)
                .hecht("score", "-", "-o", "-");
        assertThat(ran.out()).isEqualTo(Ran.text("score.csv"));
    }

    @Test
    void as_of_an_earlier_day_later_events_do_not_count() {
        Ran ran = Ran.hecht("score", cast, "--at", "2026-04-01");
        assertThat(ran.err()).contains("As of 1 April 2026", "events of a later day were left out");
        assertThat(ran.lines()).anyMatch(line -> line.startsWith("Chris,") && line.endsWith(",2026-04-01"));
    }

    @Test
    void a_model_that_was_kept_scores_other_files_alike() {
        Path model = folder.resolve("model.json");
        Ran counted = Ran.hecht("score", cast, "--save-model", model.toString());
        assertThat(counted.err()).contains("The model was kept in " + model);
        assertThat(Ran.hecht("score", cast, "--model", model.toString()).out()).isEqualTo(counted.out());
        Path anna = Ran.write(
                folder.resolve("anna.ndjson"),
                String.join(
                                "\n",
                                Ran.text("cast.ndjson")
                                        .lines()
                                        .filter(line -> line.contains("Anna"))
                                        .toList()) + "\n");
        String alone = Ran.hecht("score", anna.toString(), "--at", "2026-09-15").out();
        String alike = Ran.hecht("score", anna.toString(), "--at", "2026-09-15", "--model", model.toString())
                .out();
        assertThat(health(alike)).isEqualTo(health(counted.out())).isNotEqualTo(health(alone));
    }

    /// Forty customers who order now and then.
    private String shop() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) for (int n = 0; n <= i % 4; n++) lines.append("""
                        {"source":"shop","id":"%d-%d","time":"2026-%02d-10T10:00:00Z","customer":"c%d","type":"ordered"}
                        """.formatted(i, n, 1 + n * 2, i));
        return Ran.write(folder.resolve("shop.ndjson"), lines.toString()).toString();
    }

    private static String health(String rows) {
        return rows.lines()
                .filter(line -> line.startsWith("Anna,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1)[1];
    }

    private static Ran.Setting plain(int columns) {
        return new Ran.Setting().onTerminal(columns).with("NO_COLOR", "1");
    }
}
