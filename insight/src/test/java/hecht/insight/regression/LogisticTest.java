package hecht.insight.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogisticTest {
    private static final long SEED = 20260405;
    private static final double ROUNDING = 1e-9; // a climb stops within 1e−12 or so of the estimate
    private static final double LAST_STEP = 1e-6; // a part of a standard error: the covariance is that of a step before

    private static Covariates one(double... x) {
        return Covariates.of(List.of("x"), x.length, x);
    }

    private static LogisticModel model(Regression<LogisticModel> fit) {
        return switch (fit) {
            case Regression.Converged<LogisticModel> found -> found.model();
            case Regression.Undecided<LogisticModel>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    private static Reason reason(Covariates covariates, String outcomes) {
        boolean[] yes = new boolean[outcomes.length()];
        for (int i = 0; i < yes.length; i++) yes[i] = outcomes.charAt(i) == '1';
        return switch (Logistic.fit(covariates, yes)) {
            case Regression.Converged<LogisticModel> found ->
                throw new AssertionError("converged at " + found.model().coefficients());
            case Regression.Undecided<LogisticModel>(var why) -> why;
        };
    }

    // ---- correct

    /// Of 30 without x 10 said yes, of 20 with it 15: the slope is the log odds ratio, and its variance the sum of one over each count.
    @Test
    void two_groups_by_hand() {
        LogisticModel model = model(Logistic.fit(one(0, 1), new double[] {10, 15}, new double[] {30, 20}));
        Coefficient intercept = model.coefficients().getFirst();
        Coefficient slope = model.coefficients().getLast();
        assertThat(intercept.name()).isEqualTo("intercept");
        assertThat(intercept.estimate()).isCloseTo(Math.log(10 / 20.0), within(ROUNDING));
        assertThat(intercept.standardError()).isCloseTo(Math.sqrt(1 / 10.0 + 1 / 20.0), within(LAST_STEP));
        assertThat(slope.estimate()).isCloseTo(Math.log(15 * 20 / (5.0 * 10)), within(ROUNDING));
        assertThat(slope.standardError())
                .isCloseTo(Math.sqrt(1 / 10.0 + 1 / 20.0 + 1 / 15.0 + 1 / 5.0), within(LAST_STEP));
        assertThat(model.covariance().at(0, 1)).isCloseTo(-(1 / 10.0 + 1 / 20.0), within(LAST_STEP));
        assertThat(model.logLikelihood())
                .isCloseTo(
                        10 * Math.log(1 / 3.0) + 20 * Math.log(2 / 3.0) + 15 * Math.log(.75) + 5 * Math.log(.25),
                        within(ROUNDING));
        assertThat(model.logLikelihoodNull()).isCloseTo(50 * Math.log(.5), within(ROUNDING));
        assertThat(model.probability(1)).isCloseTo(.75, within(ROUNDING));
        assertThat(model.interval(.95, 1).contains(.75)).isTrue();
        assertThat(model.likelihoodRatio().degreesOfFreedom()).isEqualTo(1);
    }

    /// R 4.2's glm, whose standard errors are those of its last step but one.
    @Test
    void the_telephone_customers_are_as_by_glm() {
        ScienceData telco = ScienceData.read("telco-customer-churn.csv.gz");
        LogisticModel model = model(Logistic.fit(
                telco.covariates(List.of("tenure", "MonthlyCharges", "SeniorCitizen")), telco.holds("Churn", "Yes")));
        double[] estimates = {-1.7926682875, -.0549198260, .0310983528, .6333364629};
        double[] errors = {.08680571863, .00170085278, .00131834718, .07948579034};
        for (int j = 0; j < estimates.length; j++) {
            assertThat(model.coefficients().get(j).estimate()).isCloseTo(estimates[j], within(1e-8));
            assertThat(model.coefficients().get(j).standardError()).isCloseTo(errors[j], within(1e-5 * errors[j]));
        }
        assertThat(model.logLikelihood()).isCloseTo(-3165.67286018, within(1e-7));
    }

    @Test
    void what_went_in_is_recovered() {
        Random random = new Random(SEED);
        double[] truth = {-1, .7, -.3, 0};
        int n = 10_000;
        double[][] x = new double[n][3];
        boolean[] yes = new boolean[n];
        for (int i = 0; i < n; i++) {
            double eta = truth[0];
            for (int j = 0; j < 3; j++) {
                x[i][j] = random.nextGaussian();
                eta += truth[j + 1] * x[i][j];
            }
            yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta));
        }
        LogisticModel model = model(Logistic.fit(Covariates.of(List.of("a", "b", "c"), x), yes));
        for (int j = 0; j < truth.length; j++) {
            Coefficient found = model.coefficients().get(j);
            assertThat(Math.abs(found.estimate() - truth[j])).isLessThan(3 * found.standardError());
            assertThat(found.interval(.9999).contains(truth[j])).isTrue();
        }
    }

    @Test
    void slopes_are_differences_of_the_likelihood() {
        Random random = new Random(SEED);
        Covariates covariates =
                Covariates.of(List.of("a", "b"), 30, random.doubles(60, -3, 3).toArray());
        double[] trials = random.doubles(30, 0, 4).toArray();
        double[] yes = new double[30];
        for (int i = 0; i < 30; i++) yes[i] = trials[i] * random.nextDouble();
        LogisticLikelihood likelihood = new LogisticLikelihood(covariates.standardised(trials), yes, trials);
        double[] at = {.3, -1.2, .8};
        double[] gradient = new double[3];
        double[] information = new double[9];
        likelihood.evaluate(at, gradient, information);
        double h = 1e-4; // central differences: h² times a third derivative
        for (int j = 0; j < 3; j++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += h;
            down[j] -= h;
            double[] slopeUp = new double[3];
            double[] slopeDown = new double[3];
            double high = likelihood.evaluate(up, slopeUp, new double[9]);
            double low = likelihood.evaluate(down, slopeDown, new double[9]);
            assertThat(gradient[j]).isCloseTo((high - low) / (2 * h), within(1e-6));
            for (int k = 0; k <= j; k++)
                assertThat(information[j * 3 + k]).isCloseTo((slopeDown[k] - slopeUp[k]) / (2 * h), within(1e-5));
        }
    }

    // ---- consistent

    @Test
    void rows_counted_together_are_rows_one_by_one() {
        Random random = new Random(SEED);
        double[] x = {0, 1, 2, 3};
        double[] yes = new double[4];
        double[] trials = new double[4];
        List<double[]> rows = new ArrayList<>();
        boolean[] outcomes = new boolean[400];
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(4);
            outcomes[i] = random.nextInt(5) < 1 + at;
            rows.add(new double[] {x[at]});
            trials[at]++;
            if (outcomes[i]) yes[at]++;
        }
        LogisticModel together = model(Logistic.fit(one(x), yes, trials));
        LogisticModel single =
                model(Logistic.fit(Covariates.of(List.of("x"), rows.toArray(double[][]::new)), outcomes));
        assertThat(together.logLikelihood()).isCloseTo(single.logLikelihood(), within(ROUNDING));
        for (int j = 0; j < 2; j++) {
            assertThat(together.coefficients().get(j).estimate())
                    .isCloseTo(single.coefficients().get(j).estimate(), within(ROUNDING));
            assertThat(together.coefficients().get(j).standardError())
                    .isCloseTo(single.coefficients().get(j).standardError(), within(LAST_STEP));
        }
    }

    @Property(tries = 200)
    void another_unit_and_another_zero_predict_the_same(
            @ForAll @IntRange(min = -6, max = 6) int power, @ForAll @DoubleRange(min = -1e3, max = 1e3) double zero) {
        double[] x = {-2, -1, 0, 1, 2, 3};
        double[] yes = {1, 3, 2, 5, 4, 7};
        double[] trials = {9, 8, 9, 9, 8, 9};
        double unit = Math.pow(10, power);
        double[] other = new double[6];
        for (int i = 0; i < 6; i++) other[i] = unit * (x[i] - zero);
        LogisticModel before = model(Logistic.fit(one(x), yes, trials));
        LogisticModel after = model(Logistic.fit(one(other), yes, trials));
        assertThat(after.coefficients().getLast().estimate() * unit)
                .isCloseTo(before.coefficients().getLast().estimate(), within(1e-8));
        assertThat(after.probability(unit * (1.5 - zero))).isCloseTo(before.probability(1.5), within(1e-8));
    }

    @Property(tries = 500)
    void separation_is_what_a_linear_program_finds(@ForAll @IntRange(min = 3, max = 20) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] x = new double[n][2];
        boolean[] yes = new boolean[n];
        List<double[]> comparisons = new ArrayList<>();
        boolean coins = random.nextBoolean();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 2; j++) x[i][j] = coins ? random.nextInt(3) : random.nextGaussian();
            yes[i] = random.nextInt(3) == 0;
            int sign = yes[i] ? 1 : -1;
            comparisons.add(new double[] {sign, sign * x[i][0], sign * x[i][1]});
        }
        switch (Logistic.fit(Covariates.of(List.of("a", "b"), x), yes)) {
            case Regression.Converged<LogisticModel> _ ->
                assertThat(Separation.of(comparisons)).isFalse();
            case Regression.Undecided<LogisticModel>(Reason.Separated _) ->
                assertThat(Separation.of(comparisons)).isTrue();
            case Regression.Undecided<LogisticModel>(var why) ->
                assertThat(why).isNotInstanceOf(Reason.OutOfRounds.class);
        }
    }

    // ---- runs on odd input

    @Property(tries = 2000)
    void any_small_set_gives_finite_figures_or_a_reason(@ForAll @IntRange(min = 1, max = 25) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] x = new double[n][2];
        boolean[] yes = new boolean[n];
        int kind = random.nextInt(4);
        for (int i = 0; i < n; i++) {
            x[i][0] = kind == 0
                    ? random.nextInt(2)
                    : kind == 1 ? Math.exp(20 * random.nextGaussian()) : random.nextGaussian();
            x[i][1] = kind == 2 ? 2 * x[i][0] : random.nextInt(3);
            yes[i] = random.nextInt(3) == 0;
        }
        switch (Logistic.fit(Covariates.of(List.of("a", "b"), x), yes)) {
            case Regression.Converged<LogisticModel>(var model, var rounds) -> {
                assertThat(rounds).isLessThan(100);
                assertThat(kind).isNotEqualTo(2);
                assertThat(model.logLikelihood()).isBetween(model.logLikelihoodNull() - 1e-9, 0.0);
                for (Coefficient each : model.coefficients()) {
                    assertThat(each.estimate()).isFinite();
                    assertThat(each.standardError()).isFinite().isPositive();
                }
            }
            case Regression.Undecided<LogisticModel>(var why) ->
                assertThat(why.sentence()).endsWith(".");
        }
    }

    @Test
    void separation_is_named_whole_or_but_for_one_value() {
        assertThat(reason(one(1, 2, 3, 4), "0011")).isEqualTo(new Reason.Separated(List.of("x")));
        assertThat(reason(one(1, 2, 2, 3), "0011")).isInstanceOf(Reason.Separated.class);
        // Everybody with x said yes.
        assertThat(reason(one(0, 0, 0, 0, 1, 1), "011011")).isEqualTo(new Reason.Separated(List.of("x")));
    }

    @Test
    void separation_by_a_sum_of_two_is_named() {
        Random random = new Random(SEED);
        int n = 2000;
        double[][] x = new double[n][2];
        StringBuilder yes = new StringBuilder();
        for (int i = 0; i < n; i++) {
            x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            yes.append(x[i][0] + x[i][1] > 1.5 ? '1' : '0');
        }
        assertThat(reason(Covariates.of(List.of("a", "b"), x), yes.toString()))
                .isEqualTo(new Reason.Separated(List.of("a", "b")));
    }

    @Test
    void what_tells_nothing_is_said() {
        assertThat(reason(one(1, 2, 3), "111")).isEqualTo(new Reason.OneOutcome(true));
        assertThat(reason(one(1), "0")).isEqualTo(new Reason.OneOutcome(false));
        assertThat(reason(one(7, 7, 7), "101")).isEqualTo(new Reason.Collinear("x", List.of()));
        assertThat(reason(Covariates.of(List.of("a", "b"), new double[][] {{1, 10}, {2, 20}, {0, 0}, {2, 20}}), "1010"))
                .isEqualTo(new Reason.Collinear("b", List.of("a")));
    }

    @Test
    void every_reason_is_a_sentence_that_says_what_to_do() {
        assertThat(new Reason.Collinear("b", List.of("a")).sentence())
                .isEqualTo("b follows from a, so their effects cannot be told apart; leave one of them out.");
        assertThat(new Reason.Collinear("x", List.of()).sentence())
                .isEqualTo("x does not vary among those who are compared, so its effect cannot be told; leave it out.");
        assertThat(new Reason.Separated(List.of("x")).sentence())
                .isEqualTo("x divides the outcomes without an exception, so that no finite effect fits best;"
                        + " take wider groups, leave it out, or wait for more data.");
    }

    @Test
    void without_covariates_it_is_the_share() {
        LogisticModel model = model(Logistic.fit(
                Covariates.of(List.of(), new double[3][0]), new double[] {1, 2, 0}, new double[] {4, 4, 0}));
        assertThat(model.probability()).isCloseTo(3 / 8.0, within(ROUNDING));
    }

    // ---- refuses bad input

    @Test
    void bad_input_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> Logistic.fit(one(1, 2), new double[] {1, 3}, new double[] {2, 2}))
                .hasMessage("row 1: expected 0 ≤ yes ≤ trials, found 3.0 of 2.0");
        assertThatThrownBy(() -> Logistic.fit(one(1, 2), new double[] {1, Double.NaN}, new double[] {2, 2}))
                .hasMessage("row 1: expected 0 ≤ yes ≤ trials, found NaN of 2.0");
        assertThatThrownBy(() -> Logistic.fit(one(1, 2), new double[2], new double[2]))
                .hasMessage("a regression needs outcomes, found none");
        assertThatThrownBy(() -> Logistic.fit(one(1, 2), new boolean[3]))
                .hasMessage("expected as many outcomes as rows of covariates, 2, found 3 and 3");
        LogisticModel model = model(Logistic.fit(one(0, 1), new double[] {1, 2}, new double[] {3, 3}));
        assertThatThrownBy(() -> model.probability(1, 2)).hasMessage("expected 1 covariates, found 2");
        assertThatThrownBy(() -> model.probability(Double.NaN)).hasMessage("x: expected a number, found NaN");
    }
}
