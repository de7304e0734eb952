package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.core.Story;
import hecht.core.episode.Encounter;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    private static final Parameters DEFAULT = Parameters.DEFAULT;

    // ---- numbers of the text

    @Test
    void with_the_defaults_staying_and_answering_are_as_the_text_rounds_them() {
        Model model = Model.builtIn(Story.ZONE, Mode.CONTRACT);
        double[] s = {.47, .70, .84, .93};
        double[] rho = {.10, .20, .36, .45};
        for (int k = 0; k < 4; k++) {
            assertThat(model.staying().at(k)).isCloseTo(s[k], within(.005));
            assertThat(model.answering().at(k)).isCloseTo(rho[k], within(.005));
        }
        assertThat(model.ownRate())
                .isBetween(model.staying().at(0), model.staying().at(3));
    }

    /// Abramowitz & Stegun (1964), table 6.1, and Γ(½) = √π.
    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "2, 0",
        "5, 3.1780538303479458",
        "1.5, -0.12078223763524522",
        "0.1, 2.2527126517342059",
        "30, 71.257038967168015"
    })
    void the_logarithm_of_gamma_is_as_in_tables(double x, double expected) {
        assertThat(Gamma.logGamma(x)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void gamma_of_a_half_is_the_root_of_pi() {
        assertThat(Gamma.logGamma(.5)).isCloseTo(.5 * Math.log(Math.PI), within(1e-14));
    }

    // ---- time, for any number of conditions

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void time_by_eigenvalues_equals_the_exponential_of_the_rates(int k) {
        Random random = new Random(k);
        for (int i = 0; i < 100; i++) {
            double[][] a = new double[k][k];
            for (int j = 0; j < k; j++) {
                if (j + 1 < k) {
                    a[j][j + 1] = 1e-4 + random.nextDouble();
                    a[j + 1][j] = 1e-4 + random.nextDouble();
                }
            }
            for (int j = 0; j < k; j++) {
                double out = random.nextDouble();
                for (int to = 0; to < k; to++) if (to != j) out += a[j][to];
                a[j][j] = -out;
            }
            double time = random.nextDouble() * 4;
            double[] b = new double[k];
            for (int j = 0; j < k; j++) b[j] = random.nextDouble();
            Beliefs.scale(b);
            double[] expected =
                    Matrix.row(b).times(Matrix.of(a).times(time).exp()).toArray();
            Beliefs.scale(expected);
            new Flow(Matrix.of(a)).pass(b, b.clone(), time);
            for (int j = 0; j < k; j++) assertThat(b[j]).isCloseTo(expected[j], within(1e-11));
        }
    }

    @Test
    void time_by_eigenvalues_equals_many_small_steps() {
        Matrix a = DEFAULT.drift().plus(Matrix.diagonal(DEFAULT.leaving()).times(-1));
        double[] b = {.1, .2, .3, .4};
        double[] stepped = b.clone();
        int steps = 100_000; // Euler's error shrinks with the step: of 3 years some 1e-5
        for (int i = 0; i < steps; i++) {
            double[] then = stepped.clone();
            for (int from = 0; from < 4; from++)
                for (int to = 0; to < 4; to++) then[to] += stepped[from] * a.at(from, to) * 3 / steps;
            stepped = then;
        }
        Beliefs.scale(stepped);
        new Flow(a).pass(b, b.clone(), 3);
        for (int k = 0; k < 4; k++) assertThat(b[k]).isCloseTo(stepped[k], within(1e-5));
    }

    // ---- bad input

    @Test
    void parameters_that_are_none_are_refused_by_name() {
        assertThatThrownBy(() -> with(DEFAULT.moves(), Matrix.row(.1, .4, .4, .2)))
                .hasMessage("start must sum to 1, was 1.1");
        assertThatThrownBy(() -> with(DEFAULT.moves(), Matrix.row(1)))
                .hasMessage("there must be 2 to 6 conditions, were 1");
        assertThatThrownBy(() -> with(DEFAULT.moves(), Matrix.row(.2, .3, .5))).hasMessage("wonBack must be 1 by 3");
        assertThatThrownBy(() -> with(DEFAULT.moves(), Matrix.row(-.1, .4, .4, .3)))
                .hasMessage("start must hold probabilities, had -0.1");
        Map<Encounter, Matrix> moves = new HashMap<>(DEFAULT.moves());
        moves.remove(Encounter.SEVERE);
        assertThatThrownBy(() -> with(moves, DEFAULT.start())).hasMessage("moves of severe are missing");
        moves.put(Encounter.SEVERE, Matrix.identity(3));
        assertThatThrownBy(() -> with(moves, DEFAULT.start())).hasMessage("moves of severe must be 4 by 4");
    }

    private static Parameters with(Map<Encounter, Matrix> moves, Matrix start) {
        return new Parameters(
                start,
                DEFAULT.wonBack(),
                DEFAULT.leaving(),
                DEFAULT.up(),
                DEFAULT.down(),
                DEFAULT.answering(),
                DEFAULT.answers(),
                moves);
    }

    @Test
    void what_cannot_be_usual_is_refused() {
        Map<Encounter, Double> rates = Usual.BUILT_IN.encounters();
        assertThatThrownBy(() -> new Usual(rates, 1, true, 0, true))
                .hasMessage("the answer rate must be in (0, 1), was 1.0");
        assertThatThrownBy(() -> new Usual(rates, Double.NaN, true, 0, true))
                .hasMessage("the answer rate must be in (0, 1), was NaN");
        assertThatThrownBy(() -> new Usual(rates, .5, true, 1.5, true))
                .hasMessage("the share of locks renewed must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> new Usual(Map.of(), .5, true, 0, true))
                .hasMessageContaining("must have a rate of at least 0");
        assertThatThrownBy(() -> new RhythmParameters(.6, 6, 1, Matrix.row(.1), Matrix.row(.1)))
                .hasMessage("cool must be in (0, 1), was 1.0");
    }

    // ---- forbidden moves

    @Test
    void good_and_recovery_lift_at_most_one_condition_and_blows_lift_none() {
        for (Encounter each : Encounter.values())
            for (int from = 0; from < 4; from++)
                for (int to = 0; to < 4; to++) {
                    boolean forbidden = each.isPositive() ? to < from || to > from + 1 : to > from;
                    if (forbidden)
                        assertThat(DEFAULT.move(each).at(from, to))
                                .as("%s", each)
                                .isZero();
                }
    }
}
