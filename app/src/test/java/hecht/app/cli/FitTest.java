package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.app.living.Believing;
import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.store.Where;
import hecht.store.setup.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FitTest {
    @TempDir
    Path folder;

    private Path lichtland(int customers) {
        Ran made = Ran.hecht("simulate", "--customers", Integer.toString(customers));
        return Ran.write(folder.resolve("lichtland.ndjson"), made.out());
    }

    /// Its law is the one that hecht starts with: what is learned must not be worse for those it was not learned from than
    /// chance makes it, and every comparison must be told.
    @Test
    void lichtland_teaches_its_own_law_and_hears_how_good_it_is() {
        Path file = lichtland(1_500);
        Path model = folder.resolve("model.json");
        Ran ran = Ran.hecht("fit", file.toString(), "--json", "-o", model.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode told = JsonMapper.shared().readTree(ran.out());
        assertThat(told.get("fit").asString()).isEqualTo("converged");
        assertThat(told.get("customers").asInt()).isEqualTo(1_500);
        JsonNode longest = told.get("horizons").get(2);
        assertThat(longest.get("months").asInt()).isEqualTo(12);
        double base = logLoss(longest, "base_rate");
        assertThat(logLoss(longest, "model")).isLessThan(base - .01);
        assertThat(logLoss(longest, "model")).isCloseTo(logLoss(longest, "not_fitted"), within(.02));
        assertThat(longest.get("rivals")).hasSize(10);
        assertThat(logLoss(longest, "without_silence")).isGreaterThan(logLoss(longest, "model") + .01);
        assertThat(logLoss(longest, "recalibrated")).isCloseTo(logLoss(longest, "model"), within(.01));
        for (JsonNode each : told.get("estimates")) {
            assertThat(each.get("value").asDouble())
                    .as("%s", each)
                    .isBetween(each.get("low").asDouble(), each.get("high").asDouble());
            assertThat(each.get("standard_error").isNumber()).as("%s", each).isTrue();
        }
        assertThat(told.get("asymmetry").get("ratio").asDouble()).isGreaterThan(1);

        Ran scored = Ran.hecht("score", file.toString(), "--model", model.toString());
        assertThat(scored.code()).as(scored.err()).isZero();
        assertThat(scored.err()).doesNotContain("not fitted");
    }

    @Test
    void the_report_says_each_comparison_in_a_sentence_in_both_languages() {
        Path file = lichtland(600);
        assertThat(Ran.hecht("fit", file.toString()).out())
                .contains(
                        "Learned from 600 customers",
                        "log-loss",
                        "everybody alike",
                        "The number to trust",
                        "leaves, a year, door open");
        assertThat(Ran.hecht("fit", file.toString(), "--language", "nl").out())
                .contains("Geleerd van 600 klanten", "logverlies", "iedereen gelijk", "Het getal om op te vertrouwen");
    }

    @Test
    void of_few_it_says_that_they_are_too_few_to_judge_by() {
        assertThat(Ran.hecht("fit", lichtland(60).toString()).out())
                .contains("too few of one kind to judge by", "What was learned")
                .doesNotContain("The number to trust");
    }

    @Test
    void where_nobody_left_it_says_so_and_keeps_nothing() {
        Path file = Ran.write(folder.resolve("quiet.ndjson"), """
                {"type":"started","time":"2024-01-01T00:00:00Z","customer":"a","source":"s","id":"1"}
                {"type":"contact","time":"2025-06-01T00:00:00Z","customer":"a","source":"s","id":"2","kind":"question","direction":"in","outcome":"resolved"}
                """);
        Path model = folder.resolve("model.json");
        Ran ran = Ran.hecht("fit", file.toString(), "-o", model.toString());
        assertThat(ran.code()).isEqualTo(Exit.INPUT);
        assertThat(ran.out()).contains("nobody left by choice");
        assertThat(Files.exists(model)).isFalse();
    }

    /// Beside a running server and of the folder itself: everybody is folded anew by what was learned, and nothing else changes.
    @Test
    void what_is_kept_is_believed_by_what_was_learned_from_it() throws Exception {
        Path data = folder.resolve("data");
        String[] kept = {"--data", data.toString()};
        Path file = lichtland(400);
        assertThat(hecht(kept, "import", file.toString()).code()).isZero();
        String before = hecht(kept, "digest").out();

        Ran looked = hecht(kept, "fit");
        assertThat(looked.code()).as(looked.err()).isZero();
        assertThat(looked.err()).contains("believed as before");
        assertThat(hecht(kept, "digest").out()).isEqualTo(before);

        Ran activated = hecht(kept, "fit", "--activate");
        assertThat(activated.code()).as(activated.err()).isZero();
        String after = hecht(kept, "digest").out();
        assertThat(after).isNotEqualTo(before);
        assertThat(hecht(kept, "verify").code()).isZero();

        Settings settings = Settings.onLoopback(data, new Where.Embedded(data), 0);
        Clock today = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
        try (Server running = Server.start(settings, today)) {
            int number = running.store().models().active().orElseThrow().number();
            assertThat(hecht(kept, "fit", "--activate").code()).isZero();
            assertThat(running.store().models().active().orElseThrow())
                    .satisfies(model -> assertThat(model.number()).isEqualTo(number + 1))
                    .satisfies(model -> assertThat(model.origin()).isEqualTo(Models.Origin.FITTED));
            assertThat(running.store().access().audit().page(Long.MAX_VALUE, 20))
                    .anySatisfy(row -> assertThat(row.detail()).isEqualTo(Believing.LEARNED_MODEL));
        }
        assertThat(hecht(kept, "verify").code()).isZero();
    }

    private static Ran hecht(String[] kept, String... args) {
        return Ran.hecht(Stream.concat(Stream.of(args), Stream.of(kept)).toArray(String[]::new));
    }

    @Test
    void of_files_nothing_can_be_activated() {
        Ran ran = Ran.hecht("fit", "x.csv", "--activate");
        assertThat(ran.code()).isEqualTo(Exit.USE);
        assertThat(ran.err()).contains("--activate goes with what is kept");
    }

    @Test
    void a_model_to_begin_at_is_refused() {
        assertThat(Ran.hecht("fit", "x.csv", "--model", "y.json").err()).contains("--model: a fit begins");
    }

    private static double logLoss(JsonNode horizon, String name) {
        for (JsonNode each : horizon.get("rivals"))
            if (each.get("name").asString().equals(name))
                return each.get("log_loss").asDouble();
        throw new AssertionError("no " + name);
    }
}
