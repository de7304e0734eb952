package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/// Places where the textbook forms lose their digits or give NaN. Expected figures: 40 to 60 digit arithmetic, and the cases in the
/// tests of CLVTools on which its own form had given NaN.
class DelicateTest {
    @Test
    void busy_customers_of_CLVTools_have_a_chance_and_no_NaN() {
        ParetoNbd model = new ParetoNbd(.5143, 2.8845, .2856, 14.1087);
        assertThat(model.alive(new Summary(221, 103.42857, 103.57143))).isCloseTo(.999596052318, within(1e-11));
        assertThat(model.alive(new Summary(254, 97.14286, 97.28571))).isCloseTo(.999558226123, within(1e-11));
        assertThat(model.alive(new Summary(161, 94.71429, 98))).isCloseTo(.749487752258, within(1e-10));
        assertThat(model.alive(new Summary(204, 98.57143, 99.42857))).isCloseTo(.994255079638, within(1e-11));
    }

    @Test
    void where_plain_powers_underflow_the_expectation_stands() {
        ParetoNbd model = new ParetoNbd(.55, 10.58, .61, 11.67);
        assertThat(model.expected(new Summary(132, 200, 200), 10)).isCloseTo(6.206051788963, within(1e-11));
        assertThat(model.expected(new Summary(133, 200, 200), 10)).isCloseTo(6.252872247574, within(1e-11));
    }

    @Test
    void at_and_around_a_of_1_the_expectation_is_smooth() {
        Summary customer = new Summary(2, 38.86, 38.86);
        assertThat(new BgNbd(.243, 4.414, 1, 2.426).expectedWhileAlive(customer, 39))
                .isCloseTo(1.62514953634328, within(1e-12));
        assertThat(new BgNbd(.243, 4.414, 1 + 1e-7, 2.426).expectedWhileAlive(customer, 39))
                .isCloseTo(1.62514953634328, within(1e-6));
        assertThat(new BgNbd(.243, 4.414, .793, 2.426).expectedWhileAlive(customer, 39))
                .isCloseTo(1.68739930580531, within(1e-12));
        assertThat(new BgNbd(.243, 4.414, .793, 2.426).expectedWhileAlive(new Summary(3000, 365, 365), 365))
                .isCloseTo(2215.78930141331, within(1e-8));
    }

    @Test
    void at_s_of_1_the_expectation_is_a_logarithm() {
        Summary customer = new Summary(3, 20, 39);
        double at = new ParetoNbd(.5, 10, 1, 12).expectedWhileAlive(customer, 39);
        assertThat(at).isCloseTo(3.5 / 49 * 51 * Math.log(90 / 51.0), within(1e-13));
        assertThat(new ParetoNbd(.5, 10, 1 + 1e-9, 12).expectedWhileAlive(customer, 39))
                .isCloseTo(at, within(1e-8));
    }

    @Test
    void where_alpha_and_beta_cross_nothing_jumps() {
        Summary customer = new Summary(3, 20, 39);
        double at = new ParetoNbd(.5, 10, .7, 10).alive(customer);
        assertThat(new ParetoNbd(.5, 10 * (1 + 1e-12), .7, 10).alive(customer)).isCloseTo(at, within(1e-11));
        assertThat(new ParetoNbd(.5, 10, .7, 10 * (1 + 1e-12)).alive(customer)).isCloseTo(at, within(1e-11));
    }

    @Test
    void the_integral_is_what_many_small_steps_sum_to() {
        Random random = new Random(20261128);
        ParetoIntegral integral = new ParetoIntegral();
        for (int round = 0; round < 20; round++) {
            double power = .1 + 6 * random.nextDouble();
            double alpha = .5 + 20 * random.nextDouble();
            double s = .1 + 3 * random.nextDouble();
            double beta = .5 + 20 * random.nextDouble();
            double recency = 30 * random.nextDouble();
            double age = recency + 30 * random.nextDouble();
            integral.of(power, alpha, s, beta, recency, age);
            int steps = 200_000;
            double sum = 0;
            for (int i = 0; i < steps; i++) {
                double u = recency + (age - recency) * (i + .5) / steps;
                sum += Math.pow(alpha + u, -power) * Math.pow(beta + u, -s - 1);
            }
            assertThat(integral.logarithm).isCloseTo(Math.log(sum * (age - recency) / steps), within(1e-8));
        }
    }

    @Test
    void the_digamma_is_the_slope_of_ln_gamma_on_both_sides_of_every_seam() {
        double known = -.57721566490153286; // ψ(1) = −Euler's constant
        assertThat(Gammas.digamma(1)).isCloseTo(known, within(1e-15));
        double harmonic = 0;
        for (int n = 1; n < 100; n++) {
            harmonic += 1.0 / n;
            assertThat(Gammas.digamma(n + 1)).isCloseTo(known + harmonic, within(3e-15));
        }
        for (double x : new double[] {1e-6, .3, 11.999, 12.001, 49.001, 1e6}) {
            double step = 1e-4 * x;
            double shown = (Gamma.logGamma(x + step) - Gamma.logGamma(x - step)) / (2 * step);
            assertThat(Gammas.digamma(x)).isCloseTo(shown, within(1e-7 * Math.max(1, Math.abs(shown))));
        }
    }
}
