package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import hecht.core.relation.Usual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Model BUILT_IN = Model.builtIn(ZoneId.of("Europe/Amsterdam"), Mode.CONTRACT);

    @TempDir
    private Path folder;

    private Model through(Model model) throws Refusal {
        Path file = folder.resolve("model.json");
        ModelFile.write(model, file);
        return ModelFile.read(file);
    }

    private static void assertSame(Model read, Model written) {
        assertThat(read.zone()).isEqualTo(written.zone());
        assertThat(read.currency()).isEqualTo(written.currency());
        assertThat(read.mode()).isEqualTo(written.mode());
        assertThat(read.parameters()).isEqualTo(written.parameters());
        assertThat(read.rhythm()).isEqualTo(written.rhythm());
        assertThat(read.usual()).isEqualTo(written.usual());
    }

    @Test
    void a_model_is_the_same_from_its_text() throws Refusal {
        String text = ModelFile.text(BUILT_IN);
        assertThat(ModelFile.text(ModelFile.parse("model.json", text))).isEqualTo(text);
    }

    @Test
    void a_model_is_read_as_it_was_written() throws Refusal {
        assertSame(through(BUILT_IN), BUILT_IN);
    }

    /// Numbers as a fit leaves them: with all their digits, some of them as small as they get.
    @Test
    void numbers_are_the_same_to_the_last_bit() throws Refusal {
        Random random = new Random(7); // fixed, so that a failure comes again
        for (int round = 0; round < 50; round++) {
            Map<Encounter, Double> rates = new EnumMap<>(Encounter.class);
            for (Encounter each : Encounter.values()) rates.put(each, -Math.log(random.nextDouble()));
            double share = random.nextDouble();
            Model fitted = new Model(
                    ZoneId.of("+02:00"),
                    "US\"D",
                    Mode.RHYTHM,
                    new Parameters(
                            Matrix.row(share, 1 - share, 0, 0),
                            Parameters.DEFAULT.wonBack(),
                            Matrix.row(random.nextDouble(), 1 / 3.0, Double.MIN_VALUE, 1e-17),
                            Matrix.row(1e-4, random.nextDouble() + 1e-4, Math.PI),
                            Matrix.row(.1, .2, .30000000000000004),
                            Matrix.row(-random.nextDouble(), 0, 1e300, -0.0),
                            Parameters.DEFAULT.answers(),
                            Map.of(
                                    Observation.STARS,
                                    Matrix.of(
                                            new double[] {share, 1 - share, 0},
                                            new double[] {.2, .3, .5},
                                            new double[] {.1, .1, .8},
                                            new double[] {0, 0, 1})),
                            Parameters.DEFAULT.moves()),
                    new RhythmParameters(random.nextDouble(), 6, .38, Matrix.row(1, 2, 3), Matrix.row(.1, .2, .3)),
                    new Usual(rates, .27, round % 2 == 0, random.nextDouble(), true));
            assertSame(through(fitted), fitted);
        }
    }

    @Test
    void a_person_can_read_it() {
        assertThat(ModelFile.text(BUILT_IN)).startsWith("""
                        {
                          "hecht_model": 1,
                          "zone": "Europe/Amsterdam",
                          "currency": "EUR",
                          "mode": "contract",
                          "usual": {
                            "counted": false,
                            "answer_rate": 0.27,
                        """).contains("""
                              "good": [
                                [0.78, 0.22, 0.0, 0.0],
                                [0.0, 0.82, 0.18, 0.0],
                        """).endsWith("}\n}\n".replace("}\n}", "  }\n}"));
    }

    private void assertRefused(String from, String to, String sentence) throws IOException {
        String text = ModelFile.text(BUILT_IN);
        assertThat(text).contains(from);
        Path file = Files.writeString(folder.resolve("model.json"), text.replace(from, to));
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USE))
                .hasMessage(sentence);
    }

    @Test
    void what_a_hand_broke_is_named_by_its_field() throws IOException {
        assertRefused(
                "\"hecht_model\": 1",
                "\"hecht_model\": 2",
                "model.json, hecht_model: expected 1, found \"2\"; it is of a newer version of hecht.");
        assertRefused(
                "\"hecht_model\": 1",
                "\"hecht_model\": 0.5",
                "model.json, hecht_model: expected 1, found \"0.5\"; it is of no version of hecht.");
        assertRefused(
                "\"down\": [0.08, 0.12, 0.02],\n    \"up\": [0.01, 0.03, 0.05]",
                "\"down\": [0.08, 0.12],\n    \"up\": [0.01, 0.03]",
                "model.json: rhythm must have rates between 4 conditions.");
        assertRefused("\"hecht_model\": 1,", "", "model.json, hecht_model: expected a value, found nothing.");
        assertRefused(
                "\"contract\"", "\"contracts\"", "model.json, mode: expected contract or rhythm, found \"contracts\".");
        assertRefused(
                "Europe/Amsterdam",
                "Amsterdam",
                "model.json, zone: expected a zone such as Europe/Amsterdam, found \"Amsterdam\".");
        assertRefused(
                "[0.1, 0.4, 0.4, 0.1]",
                "[0.1, 0.4, 0.4, 0.2]",
                "model.json, parameters: start must sum to 1, was 1.1.");
        assertRefused(
                "\"answer_rate\": 0.27",
                "\"answer_rate\": \"0.27\"",
                "model.json, usual, answer_rate: expected a number, found \"\"0.27\"\".");
        assertRefused("\"cool\": 0.38", "\"cool\": 1.38", "model.json, rhythm: cool must be in (0, 1), was 1.38.");
        assertRefused("\"currency\"", "\"curency\"", "model.json, currency: expected a value, found nothing.");
        assertRefused(
                "\"shape\": 0.6,",
                "\"shape\": 0.6, \"shapes\": 0.7,",
                "model.json, rhythm: expected cool, down, rate, shape or up, found \"shapes\"; did you mean shape?");
        assertRefused(
                "\"up\": [0.15, 0.06, 0.05]",
                "\"up\": [0.15, \"x\", 0.05]",
                "model.json, parameters, up: expected a list of numbers, found \"[0.15,\"x\",0.05]\".");
    }

    @Test
    void what_is_no_json_is_refused_with_its_line() throws IOException {
        Path file = Files.writeString(folder.resolve("model.json"), "{\n  \"hecht_model\": 1,\n  zone\n}");
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("model.json, line 3: expected JSON, found something else: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_place_that_cannot_be_written_is_the_surroundings_fault() {
        assertThatThrownBy(() -> ModelFile.write(BUILT_IN, folder.resolve("none/model.json")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.SURROUNDINGS));
    }
}
