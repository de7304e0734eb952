package hecht.insight.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.Interval;
import hecht.insight.regression.Reason;
import hecht.insight.regression.Regression;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private static final double ROUNDING = 1e-14;

    private static Predictions of(String outcomes, double... p) {
        boolean[] yes = new boolean[outcomes.length()];
        for (int i = 0; i < yes.length; i++) yes[i] = outcomes.charAt(i) == '1';
        return Predictions.of(p, yes);
    }

    private static Predictions honest(Random random, int n) {
        double[] p = random.doubles(n).toArray();
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) yes[i] = random.nextDouble() < p[i];
        return Predictions.of(p, yes);
    }

    @Test
    void four_predictions_by_hand() {
        Predictions four = of("0101", .1, .4, .4, .9);
        assertThat(four.logLoss())
                .isCloseTo(-(Math.log(.9) + Math.log(.4) + Math.log(.6) + Math.log(.9)) / 4, within(ROUNDING));
        assertThat(four.brier()).isCloseTo((.01 + .36 + .16 + .01) / 4, within(ROUNDING));
        assertThat(four.auc()).hasValue(3.5 / 4); // of four pairs one is equal
        assertThat(four.calibrationError(10)).isCloseTo((.1 + 2 * Math.abs(.4 - .5) + .1) / 4, within(ROUNDING));
    }

    @Test
    void a_calibration_curve_has_a_bin_where_something_was_predicted() {
        List<CalibrationBin> curve = of("0101", .1, .4, .44, 1).calibrationCurve(10, .95);
        assertThat(curve).hasSize(3);
        CalibrationBin middle = curve.get(1);
        assertThat(middle.low()).isEqualTo(.4);
        assertThat(middle.high()).isEqualTo(.5);
        assertThat(middle.size()).isEqualTo(2);
        assertThat(middle.meanPredicted()).isCloseTo(.42, within(ROUNDING));
        assertThat(middle.observed()).isEqualTo(.5);
        assertThat(middle.observedWithin()).isEqualTo(Interval.wilson(1, 2, .95));
        assertThat(curve.getLast().high()).isEqualTo(1);
    }

    @Property(tries = 200)
    void the_AUC_is_the_share_of_pairs_in_order(@ForAll @IntRange(min = 2, max = 40) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] p = random.doubles(n, 0, 6).map(x -> Math.floor(x) / 6).toArray();
        boolean[] yes = new boolean[n];
        yes[0] = true;
        for (int i = 2; i < n; i++) yes[i] = random.nextBoolean();
        double pairs = 0;
        double right = 0;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (yes[i] && !yes[j]) {
                    pairs++;
                    right += p[i] > p[j] ? 1 : p[i] == p[j] ? .5 : 0;
                }
        assertThat(Predictions.of(p, yes).auc().orElseThrow()).isCloseTo(right / pairs, within(1e-12));
    }

    @Test
    void honest_probabilities_lie_on_the_line_and_bold_ones_below() {
        Random random = new Random(20260407);
        Predictions honest = honest(random, 20_000);
        assertThat(honest.calibrationError(10)).isLessThan(.02);
        assertThat(honest.calibrationLine()).isInstanceOfSatisfying(Regression.Converged.class, found -> {
            CalibrationLine line = (CalibrationLine) found.model();
            assertThat(line.slope().interval(.999).contains(1)).isTrue();
            assertThat(line.intercept().interval(.999).contains(0)).isTrue();
        });
        double[] bold = new double[20_000];
        boolean[] yes = new boolean[bold.length];
        for (int i = 0; i < bold.length; i++) {
            double logit = random.nextGaussian();
            yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            bold[i] = 1 / (1 + Math.exp(-2 * logit - 1));
        }
        assertThat(Predictions.of(bold, yes).calibrationLine())
                .isInstanceOfSatisfying(Regression.Converged.class, found -> {
                    CalibrationLine line = (CalibrationLine) found.model();
                    assertThat(line.slope().interval(.999).contains(.5)).isTrue();
                    assertThat(line.intercept().interval(.999).contains(-.5)).isTrue();
                });
    }

    @Test
    void what_was_called_impossible_and_happened_costs_everything() {
        assertThat(of("10", 0, .5).logLoss()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of("10", 1, 0).logLoss()).isZero();
        assertThat(of("10", 1, 0).brier()).isZero();
        assertThat(of("10", 1, 0).calibrationLine())
                .isInstanceOfSatisfying(
                        Regression.Undecided.class,
                        none -> assertThat(none.why()).isInstanceOf(Reason.Separated.class));
    }

    @Test
    void where_all_outcomes_are_the_same_there_is_no_order_and_no_line() {
        Predictions all = of("11", .3, .6);
        assertThat(all.auc()).isEmpty();
        assertThat(all.calibrationLine())
                .isEqualTo(new Regression.Undecided<CalibrationLine>(new Reason.OneOutcome(true)));
        assertThat(of("10", .3, .3).calibrationLine())
                .isEqualTo(new Regression.Undecided<CalibrationLine>(
                        new Reason.Collinear(CalibrationLine.SLOPE, List.of())));
    }

    @Test
    void several_are_judged_as_one() {
        Predictions both = Predictions.together(List.of(of("01", .1, .4), of("01", .4, .9)));
        assertThat(both.logLoss()).isEqualTo(of("0101", .1, .4, .4, .9).logLoss());
        assertThat(both.auc()).hasValue(3.5 / 4);
    }

    @Test
    void bad_input_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> of("")).hasMessage("expected at least one prediction, found none");
        assertThatThrownBy(() -> of("10", .5, 1.5)).hasMessage("row 1: expected a probability in [0, 1], found 1.5");
        assertThatThrownBy(() -> of("1", Double.NaN)).hasMessage("row 0: expected a probability in [0, 1], found NaN");
        assertThatThrownBy(() -> of("10", .5)).hasMessage("expected one outcome a probability, found 2 and 1");
        assertThatThrownBy(() -> of("1", .5).calibrationError(0)).hasMessage("expected at least one bin, found 0");
    }
}
