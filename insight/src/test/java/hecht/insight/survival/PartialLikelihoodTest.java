package hecht.insight.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The clever sums against slow and obvious ones.
class PartialLikelihoodTest {
    private static final long SEED = 20260403;

    /// Every term written out, for subjects in the order of RiskSets.
    private static double obvious(RiskSets sets, Ties ties, double[] beta) {
        double sum = 0;
        for (int t = 0; t < sets.times; t++) {
            int d = sets.deaths[t];
            double dying = 0;
            for (int i = sets.begin[t]; i < sets.begin[t] + d; i++) {
                sum += eta(sets, i, beta);
                dying += Math.exp(eta(sets, i, beta));
            }
            for (int r = 0; r < d; r++) {
                double risk = 0;
                for (int i = sets.begin[t]; i < sets.rows; i++) risk += Math.exp(eta(sets, i, beta));
                sum -= Math.log(risk - (ties == Ties.EFRON ? dying * r / d : 0));
            }
        }
        return sum;
    }

    private static double eta(RiskSets sets, int place, double[] beta) {
        double eta = 0;
        for (int j = 0; j < beta.length; j++) eta += beta[j] * sets.x[place * beta.length + j];
        return eta;
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void it_is_the_sum_that_was_written_out_and_slopes_are_differences_of_it(Ties ties) {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            Generated some = Generated.of(random, 40, round % 2 == 0 ? 6 : 1000, .8, -.5, .3);
            RiskSets sets = new RiskSets(some.durations(), some.covariates());
            PartialLikelihood likelihood = new PartialLikelihood(sets, ties);
            double[] beta = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double[] gradient = new double[3];
            double[] information = new double[9];
            assertThat(likelihood.evaluate(beta, gradient, information))
                    .isCloseTo(obvious(sets, ties, beta), within(1e-10)); // 40 subjects, sums of about 100
            double h = 1e-4; // central differences: h² times a third derivative
            for (int j = 0; j < 3; j++) {
                double[] up = beta.clone();
                double[] down = beta.clone();
                up[j] += h;
                down[j] -= h;
                double[] slopeUp = new double[3];
                double[] slopeDown = new double[3];
                double high = likelihood.evaluate(up, slopeUp, new double[9]);
                double low = likelihood.evaluate(down, slopeDown, new double[9]);
                assertThat(gradient[j]).isCloseTo((high - low) / (2 * h), within(1e-5));
                for (int k = 0; k <= j; k++)
                    assertThat(information[j * 3 + k]).isCloseTo((slopeDown[k] - slopeUp[k]) / (2 * h), within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void score_residuals_sum_to_nothing(Ties ties) {
        Generated some = Generated.of(new Random(SEED), 200, 6, .8, -.5, .3);
        RiskSets sets = new RiskSets(some.durations(), some.covariates());
        double[] gradient = new double[3];
        double[] beta = {.5, -.2, .1};
        new PartialLikelihood(sets, ties).evaluate(beta, gradient, new double[9]);
        double[] sum = new double[3];
        new Influence(Hazards.of(sets, ties, beta), sets, new double[9]).each(residual -> {
            for (int j = 0; j < 3; j++) sum[j] += residual[j];
        });
        assertThat(sum).containsExactly(gradient, within(1e-10)); // and at the estimate the gradient is nil
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void concordance_is_what_counting_every_pair_gives(Ties ties) {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            Generated some = Generated.of(random, 60, ties == Ties.EFRON ? 5 : 1000, .8);
            RiskSets sets = new RiskSets(some.durations(), some.covariates());
            double[] eta = random.doubles(60, 0, 8).map(Math::floor).toArray();
            double right = 0;
            int pairs = 0;
            for (int i = 0; i < 60; i++)
                for (int j = 0; j < 60; j++) {
                    Durations all = some.durations();
                    int a = sets.order[i];
                    int b = sets.order[j];
                    boolean first =
                            all.left(a) && (all.time(a) < all.time(b) || all.time(a) == all.time(b) && !all.left(b));
                    if (!first) continue;
                    pairs++;
                    right += eta[i] > eta[j] ? 1 : eta[i] == eta[j] ? .5 : 0;
                }
            assertThat(Concordance.of(sets, eta)).isCloseTo(right / pairs, within(1e-14));
        }
    }
}
