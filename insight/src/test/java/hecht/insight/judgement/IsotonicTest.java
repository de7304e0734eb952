package hecht.insight.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IsotonicTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void neighbours_that_fall_are_pooled() {
        Isotonic rising = Isotonic.fit(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 2, 4, 3.5});
        assertThat(IntStream.rangeClosed(1, 5).mapToDouble(rising::at).toArray())
                .containsExactly(new double[] {1, 2.5, 2.5, 3.75, 3.75}, within(ROUNDING));
        assertThat(rising.at(3.5)).isCloseTo(3.125, within(ROUNDING)); // straight between pools
        assertThat(rising.at(2.7)).isCloseTo(2.5, within(ROUNDING)); // level within one
        assertThat(rising.at(-100)).isEqualTo(1);
        assertThat(rising.at(100)).isCloseTo(3.75, within(ROUNDING));
    }

    @Test
    void a_heavy_point_pulls_its_pool() {
        Isotonic rising = Isotonic.fit(new double[] {1, 2}, new double[] {1, 0}, new double[] {3, 1});
        assertThat(rising.at(1.5)).isCloseTo(.75, within(ROUNDING));
    }

    /// Barlow, Bartholomew, Bremner & Brunk (1972): the best is max over a ≤ i of min over b ≥ i of the mean of a … b.
    @Property(tries = 300)
    void it_never_falls_keeps_the_mean_and_is_the_best(@ForAll @IntRange(min = 1, max = 30) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] x = IntStream.range(0, n).asDoubleStream().toArray();
        double[] y = random.doubles(n).toArray();
        double[] weights = random.doubles(n, .1, 3).toArray();
        Isotonic rising = Isotonic.fit(x, y, weights);
        double[] fitted = Arrays.stream(x).map(rising::at).toArray();
        double fittedSum = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0) assertThat(fitted[i]).isGreaterThanOrEqualTo(fitted[i - 1]);
            fittedSum += weights[i] * fitted[i];
            sum += weights[i] * y[i];
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a <= i; a++) {
                double least = Double.POSITIVE_INFINITY;
                for (int b = i; b < n; b++) least = Math.min(least, mean(y, weights, a, b));
                best = Math.max(best, least);
            }
            assertThat(fitted[i]).isCloseTo(best, within(ROUNDING));
        }
        assertThat(fittedSum).isCloseTo(sum, within(1e-10));
        double[] again =
                Arrays.stream(x).map(Isotonic.fit(x, fitted, weights)::at).toArray();
        assertThat(again).containsExactly(fitted, within(ROUNDING));
    }

    @Property(tries = 100)
    void the_order_of_points_does_not_matter_and_points_above_one_another_are_one(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 20;
        double[] x = random.doubles(n, 0, 6).map(Math::floor).toArray();
        double[] y = random.doubles(n).toArray();
        double[] backX = new double[n];
        double[] backY = new double[n];
        for (int i = 0; i < n; i++) {
            backX[i] = x[n - 1 - i];
            backY[i] = y[n - 1 - i];
        }
        Isotonic rising = Isotonic.fit(x, y);
        Isotonic back = Isotonic.fit(backX, backY);
        for (double at = -1; at < 7; at += .25) assertThat(back.at(at)).isCloseTo(rising.at(at), within(ROUNDING));
    }

    private static double mean(double[] y, double[] weights, int from, int to) {
        double sum = 0;
        double weight = 0;
        for (int i = from; i <= to; i++) {
            sum += weights[i] * y[i];
            weight += weights[i];
        }
        return sum / weight;
    }

    @Test
    void bad_input_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> Isotonic.fit(new double[0], new double[0]))
                .hasMessage("expected at least one point, and an x, a y and a weight for each, found 0, 0 and 0");
        assertThatThrownBy(() -> Isotonic.fit(new double[] {1}, new double[] {Double.NaN}))
                .hasMessage("row 0: expected numbers and a weight above 0, found x 1.0, y NaN, weight 1.0");
        assertThatThrownBy(
                        () -> Isotonic.fit(new double[] {1}, new double[] {1}).at(Double.NaN))
                .hasMessage("expected a number, found NaN");
    }
}
