package hecht.insight.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Interval;
import hecht.insight.regression.Reason;
import hecht.insight.regression.Regression;
import hecht.insight.regression.ScienceData;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscreteHazardTest {
    private static final long SEED = 20260406;
    private static final double ROUNDING = 1e-9; // a climb stops within 1e−12 or so of the estimate
    private static final double LAST_STEP = 1e-6; // a part of a standard error: the covariance is that of a step before

    private static Covariates nothing(int rows) {
        return Covariates.of(List.of(), rows, new double[0]);
    }

    private static HazardModel model(CustomerPeriods rows, PeriodEffect effect) {
        return switch (DiscreteHazard.fit(rows, effect)) {
            case Regression.Converged<HazardModel> found -> found.model();
            case Regression.Undecided<HazardModel>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    private static Reason reason(CustomerPeriods rows, PeriodEffect effect) {
        return switch (DiscreteHazard.fit(rows, effect)) {
            case Regression.Converged<HazardModel> found ->
                throw new AssertionError("converged at " + found.model().coefficients());
            case Regression.Undecided<HazardModel>(var why) -> why;
        };
    }

    /// With a level for every period nothing is assumed: hazards are counted shares, and survival is Kaplan-Meier's with its log-log interval.
    @Test
    void with_a_level_for_each_period_it_is_Kaplan_Meier() {
        Durations durations = Durations.of(
                new double[] {1, 1, 1, 2, 2, 3, 3, 3, 3, 3},
                new boolean[] {true, true, false, true, false, true, true, false, false, false});
        CustomerPeriods rows = CustomerPeriods.of(durations, nothing(10));
        HazardModel model = model(rows, PeriodEffect.EACH);
        KaplanMeier counted = KaplanMeier.of(durations);
        assertThat(model.hazard(1)).isCloseTo(2 / 10.0, within(ROUNDING));
        assertThat(model.hazard(2)).isCloseTo(1 / 7.0, within(ROUNDING));
        assertThat(model.hazard(3)).isCloseTo(2 / 5.0, within(ROUNDING));
        assertThat(model.survival(0)).isEqualTo(1);
        assertThat(model.survivalInterval(.95, 0)).isEqualTo(new Interval(1, 1));
        for (int t = 1; t <= 3; t++) {
            assertThat(model.survival(t)).isCloseTo(counted.survival(t), within(ROUNDING));
            Interval interval = counted.interval(t, Band.LOG_LOG, .95);
            assertThat(model.survivalInterval(.95, t).low()).isCloseTo(interval.low(), within(LAST_STEP));
            assertThat(model.survivalInterval(.95, t).high()).isCloseTo(interval.high(), within(LAST_STEP));
        }
        assertThat(model.coefficients().stream().map(Coefficient::name))
                .containsExactly("intercept", "period 2", "period 3");
    }

    @Test
    void on_the_telephone_customers_it_is_Kaplan_Meier_too() {
        ScienceData telco = ScienceData.read("telco-customer-churn.csv.gz");
        Durations durations = Durations.of(telco.numbers("tenure"), telco.holds("Churn", "Yes"));
        HazardModel model = model(CustomerPeriods.of(durations, nothing(telco.rows())), PeriodEffect.EACH);
        assertThat(model.survival(12)).isCloseTo(.843199554, within(ROUNDING));
        assertThat(model.survival(72)).isCloseTo(.592790152, within(ROUNDING));
        assertThat(model.survivalInterval(.95, 72).low()).isCloseTo(.573063, within(1e-6));
    }

    @Test
    void what_went_in_is_recovered() {
        Random random = new Random(SEED);
        int n = 8000;
        double[] times = new double[n];
        boolean[] left = new boolean[n];
        double[][] x = new double[n][1];
        for (int i = 0; i < n; i++) {
            x[i][0] = random.nextInt(3);
            while (!left[i] && times[i] < 12) {
                times[i]++;
                double eta = -2 - .5 * Math.log(times[i]) + .6 * x[i][0];
                left[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta));
            }
        }
        CustomerPeriods rows = CustomerPeriods.of(Durations.of(times, left), Covariates.of(List.of("x"), x));
        assertThat(rows.rows()).isEqualTo(36); // three kinds of customer, twelve periods
        HazardModel model = model(rows, PeriodEffect.LOGARITHMIC);
        double[] truth = {-2, -.5, .6};
        for (int j = 0; j < 3; j++) {
            Coefficient found = model.coefficients().get(j);
            assertThat(Math.abs(found.estimate() - truth[j])).isLessThan(3 * found.standardError());
        }
        assertThat(model.logLikelihood())
                .isGreaterThan(model(rows, PeriodEffect.NONE).logLikelihood());
        assertThat(model.hazardInterval(.999, 5, 1).contains(1 / (1 + Math.exp(2 + .5 * Math.log(5) - .6))))
                .isTrue();
        assertThat(model.survival(24, 1))
                .isBetween(0.0, model.survival(12, 1)); // a law of time goes on beyond what was seen
        assertThat(model(rows, PeriodEffect.LINEAR).coefficients().get(1).estimate())
                .isNegative();
    }

    @Test
    void a_period_in_which_nobody_or_everybody_left_is_named() {
        CustomerPeriods rows =
                CustomerPeriods.of(new int[] {1, 2, 3}, nothing(3), new double[] {5, 3, 0}, new double[] {50, 45, 42});
        assertThat(reason(rows, PeriodEffect.EACH)).isEqualTo(new Reason.Separated(List.of("period 3")));
        assertThat(model(rows, PeriodEffect.LINEAR).hazard(3)).isPositive();
    }

    @Test
    void without_leavers_there_is_a_reason_and_no_curve() {
        CustomerPeriods rows = CustomerPeriods.of(new int[] {1, 2}, nothing(2), new double[2], new double[] {9, 9});
        assertThat(reason(rows, PeriodEffect.NONE)).isEqualTo(new Reason.NoEvents());
        CustomerPeriods all = CustomerPeriods.of(new int[] {1}, nothing(1), new double[] {9}, new double[] {9});
        assertThat(reason(all, PeriodEffect.NONE)).isEqualTo(new Reason.OneOutcome(true));
    }

    @Test
    void bad_input_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> CustomerPeriods.of(Durations.of(new double[] {1, 2.5}, new boolean[2]), nothing(2)))
                .hasMessage("row 1: expected a whole number of periods, at least 1 for who left, found 2.5");
        assertThatThrownBy(() -> CustomerPeriods.of(Durations.of(new double[] {0}, new boolean[] {true}), nothing(1)))
                .hasMessage("row 0: expected a whole number of periods, at least 1 for who left, found 0.0");
        assertThatThrownBy(() -> CustomerPeriods.of(Durations.of(new double[] {0}, new boolean[1]), nothing(1)))
                .hasMessage("expected at least one customer with a whole period, found none");
        assertThatThrownBy(() -> CustomerPeriods.of(new int[] {1}, nothing(1), new double[] {3}, new double[] {2}))
                .hasMessage("row 0: expected 0 ≤ left ≤ at risk, found 3.0 of 2.0");
        assertThatThrownBy(() -> CustomerPeriods.of(new int[] {0}, nothing(1), new double[] {1}, new double[] {2}))
                .hasMessage("row 0: expected a period of 1 or later, found 0");
        HazardModel model = model(
                CustomerPeriods.of(new int[] {1, 2}, nothing(2), new double[] {1, 2}, new double[] {9, 8}),
                PeriodEffect.EACH);
        assertThatThrownBy(() -> model.survival(3))
                .hasMessage("period 3 was not seen, and each has a level of its own; expected one of [1, 2]");
    }
}
