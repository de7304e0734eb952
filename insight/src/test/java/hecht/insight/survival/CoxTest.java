package hecht.insight.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Interval;
import hecht.insight.regression.Reason;
import hecht.insight.regression.Regression;
import hecht.insight.regression.Separation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoxTest {
    private static final long SEED = 20260404;
    private static final double ROUNDING =
            1e-8; // a climb stops within 1e−12 or so of the estimate; sums of some hundreds
    private static final double LAST_STEP = 1e-6; // a part of a standard error: the covariance is that of a step before

    private static CoxModel model(Durations durations, Covariates covariates, Ties ties) {
        return switch (Cox.fit(durations, covariates, ties)) {
            case Regression.Converged<CoxModel> found -> found.model();
            case Regression.Undecided<CoxModel>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    private static Reason reason(double[] times, String left, double[]... columns) {
        boolean[] gone = new boolean[times.length];
        for (int i = 0; i < gone.length; i++) gone[i] = left.charAt(i) == '1';
        List<String> names =
                IntStream.range(0, columns.length).mapToObj(j -> "x" + (j + 1)).toList();
        double[][] rows = new double[times.length][columns.length];
        for (int i = 0; i < rows.length; i++) for (int j = 0; j < columns.length; j++) rows[i][j] = columns[j][i];
        return switch (Cox.fit(Durations.of(times, gone), Covariates.of(names, rows), Ties.EFRON)) {
            case Regression.Converged<CoxModel> found ->
                throw new AssertionError("converged at " + found.model().coefficients());
            case Regression.Undecided<CoxModel>(var why) -> why;
        };
    }

    // ---- correct against what is published or counted by hand

    @Test
    void three_subjects_by_hand() { // 1/(1 + e^β) = e^β/(2 + e^β), so e^2β = 2
        CoxModel model = model(
                Durations.of(new double[] {1, 2, 3}, new boolean[] {true, true, true}),
                Covariates.of(List.of("x"), new double[][] {{0}, {1}, {0}}),
                Ties.EFRON);
        assertThat(model.coefficients().getFirst().estimate()).isCloseTo(Math.log(2) / 2, within(ROUNDING));
        double e = Math.sqrt(2);
        double information = 2 * e / ((2 + e) * (2 + e)) + e / ((1 + e) * (1 + e));
        assertThat(model.coefficients().getFirst().standardError())
                .isCloseTo(1 / Math.sqrt(information), within(LAST_STEP));
        assertThat(model.logLikelihoodNull()).isCloseTo(-Math.log(6), within(ROUNDING));
    }

    @Test
    void Freireich_under_either_rule_for_ties() { // as R's coxph prints it
        CoxModel efron = model(Leukaemia.ALL, Leukaemia.PLACEBO_OR_NOT, Ties.EFRON);
        assertThat(efron.coefficients().getFirst().estimate()).isCloseTo(1.5721, within(5e-5));
        assertThat(efron.coefficients().getFirst().standardError()).isCloseTo(.4124, within(5e-5));
        assertThat(efron.likelihoodRatio().statistic()).isCloseTo(16.35, within(5e-3));
        CoxModel breslow = model(Leukaemia.ALL, Leukaemia.PLACEBO_OR_NOT, Ties.BRESLOW);
        assertThat(breslow.coefficients().getFirst().estimate()).isCloseTo(1.5092, within(5e-5));
        assertThat(breslow.coefficients().getFirst().standardError()).isCloseTo(.4096, within(5e-5));
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void what_went_in_is_recovered(Ties ties) {
        double[] truth = {.8, -.5, .3, 0};
        Generated some = Generated.of(new Random(SEED), 5000, 1_000_000, truth);
        CoxModel model = model(some.durations(), some.covariates(), ties);
        for (int j = 0; j < truth.length; j++) {
            Coefficient found = model.coefficients().get(j);
            assertThat(Math.abs(found.estimate() - truth[j])).isLessThan(3 * found.standardError());
            assertThat(model.robust().get(j).standardError() / found.standardError())
                    .isCloseTo(1, within(.1));
        }
        assertThat(model.likelihoodRatio().pValue()).isLessThan(1e-100);
        assertThat(model.proportionalHazards().orElseThrow().together().pValue())
                .isGreaterThan(.01);
    }

    @Test
    void an_effect_that_wears_off_is_found_not_to_be_proportional() {
        Random random = new Random(SEED);
        int n = 4000;
        double[] times = new double[n];
        boolean[] left = new boolean[n];
        double[][] x = new double[n][1];
        for (int i = 0; i < n; i++) { // hazard e^x in the first unit of time, 1 afterwards
            x[i][0] = i % 2;
            double mass = -Math.log(1 - random.nextDouble());
            double first = Math.exp(x[i][0]);
            times[i] = mass < first ? mass / first : 1 + mass - first;
            left[i] = times[i] < 3;
            times[i] = Math.min(times[i], 3);
        }
        CoxModel model = model(Durations.of(times, left), Covariates.of(List.of("x"), x), Ties.EFRON);
        assertThat(model.proportionalHazards().orElseThrow().of("x").pValue()).isLessThan(1e-6);
    }

    // ---- consistent with simpler models, and with itself

    @Test
    void without_ties_the_score_test_of_two_groups_is_the_log_rank_test() {
        Generated some = Generated.of(new Random(SEED), 60, 1_000_000_000, 0);
        double[][] group = new double[60][1];
        for (int i = 0; i < 60; i += 3) group[i][0] = 1;
        List<String> names =
                IntStream.range(0, 60).mapToObj(i -> i % 3 == 0 ? "a" : "b").toList();
        double score = model(some.durations(), Covariates.of(List.of("a"), group), Ties.EFRON)
                .scoreTest()
                .statistic();
        assertThat(LogRank.of(some.durations(), names))
                .isInstanceOfSatisfying(
                        LogRank.Compared.class,
                        found -> assertThat(found.test().statistic()).isCloseTo(score, within(ROUNDING)));
    }

    /// Twins who differ in the covariate and in nothing else: its effect is 0, and the common hazard is that of Nelson and Aalen.
    @Test
    void without_an_effect_the_curve_is_that_of_counting() {
        double[] times = {1, 1, 2, 2, 2, 2, 4, 4};
        boolean[] left = {true, true, true, true, false, false, true, true};
        double[][] x = {{-1}, {1}, {-1}, {1}, {-1}, {1}, {-1}, {1}};
        CoxModel model = model(Durations.of(times, left), Covariates.of(List.of("x"), x), Ties.BRESLOW);
        assertThat(model.coefficients().getFirst().estimate()).isCloseTo(0, within(ROUNDING));
        SurvivalCurve curve = model.baseline().average();
        assertThat(curve.survival(.5)).isEqualTo(1);
        assertThat(curve.survival(1)).isCloseTo(Math.exp(-2 / 8.0), within(ROUNDING));
        assertThat(curve.survival(3)).isCloseTo(Math.exp(-2 / 8.0 - 2 / 6.0), within(ROUNDING));
        assertThat(curve.survival(4)).isCloseTo(Math.exp(-2 / 8.0 - 2 / 6.0 - 2 / 2.0), within(ROUNDING));
        double error = Math.sqrt(2 / 64.0); // the average subject does not depend on β
        assertThat(curve.interval(1, .95).low())
                .isCloseTo(Math.exp(-.25 - Interval.deviations(.95) * error), within(LAST_STEP));
        assertThat(curve.interval(1, .95).high()).isEqualTo(1);
        assertThat(curve.median()).hasValue(4);
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void other_units_another_clock_and_another_order_change_nothing_but_units(Ties ties) {
        Random random = new Random(SEED);
        Generated some = Generated.of(random, 300, 20, .8, -.5);
        CoxModel before = model(some.durations(), some.covariates(), ties);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, random);
        double[] times = new double[300];
        boolean[] left = new boolean[300];
        double[][] x = new double[300][2];
        for (int i = 0; i < 300; i++) {
            int from = order.get(i);
            times[i] = Math.pow(some.durations().time(from), 3);
            left[i] = some.durations().left(from);
            x[i][0] = 1e6 + 1000 * some.covariates().at(from, 0);
            x[i][1] = -1e-9 * some.covariates().at(from, 1);
        }
        CoxModel after = model(Durations.of(times, left), Covariates.of(List.of("x1", "x2"), x), ties);
        double[] units = {1e-3, -1e9};
        for (int j = 0; j < 2; j++) {
            assertThat(after.coefficients().get(j).estimate() / units[j])
                    .isCloseTo(before.coefficients().get(j).estimate(), within(ROUNDING));
            assertThat(after.coefficients().get(j).standardError() / Math.abs(units[j]))
                    .isCloseTo(before.coefficients().get(j).standardError(), within(LAST_STEP));
        }
        assertThat(after.logLikelihood()).isCloseTo(before.logLikelihood(), within(ROUNDING));
        assertThat(after.concordance())
                .isCloseTo(before.concordance(), within(1e-3)); // equal predictors may differ by rounding
    }

    // ---- runs on odd input

    @Test
    void a_covariate_that_tells_who_leaves_first_without_exception_is_named() {
        assertThat(reason(new double[] {1, 2, 3, 4, 5, 6}, "111111", new double[] {9, 7, 6, 4, 2, 1}, new double[] {
                    1, 0, 0, 1, 0, 1
                }))
                .isInstanceOfSatisfying(
                        Reason.Separated.class,
                        why -> assertThat(why.covariates()).contains("x1"));
        // Of those with it nobody left.
        assertThat(reason(new double[] {1, 2, 3, 4, 5, 6}, "111100", new double[] {0, 0, 0, 0, 1, 1}, new double[] {
                    1, 0, 1, 1, 0, 1
                }))
                .isEqualTo(new Reason.Separated(List.of("x1")));
    }

    @Test
    void separation_shows_among_many_and_rare() {
        Generated some = Generated.of(new Random(SEED), 20_000, 50, .8, -.5);
        double[][] x = new double[20_000][3];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = some.covariates().at(i, 0);
            x[i][1] = some.covariates().at(i, 1);
            x[i][2] = !some.durations().left(i) && i % 500 < 3 ? 1 : 0;
        }
        assertThat(Cox.fit(some.durations(), Covariates.of(List.of("x1", "x2", "rare"), x), Ties.EFRON))
                .isEqualTo(new Regression.Undecided<CoxModel>(new Reason.Separated(List.of("rare"))));
    }

    @Property(tries = 300)
    void separation_is_what_a_linear_program_finds(@ForAll @IntRange(min = 3, max = 15) int n, @ForAll long seed) {
        Random random = new Random(seed);
        Generated some = Generated.of(random, n, 1 + random.nextInt(6), 1.5, -.5);
        Durations all = some.durations();
        List<double[]> comparisons = new ArrayList<>();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (i != j && all.left(i) && all.time(j) >= all.time(i))
                    comparisons.add(new double[] {
                        some.covariates().at(i, 0) - some.covariates().at(j, 0),
                        some.covariates().at(i, 1) - some.covariates().at(j, 1)
                    });
        Regression<CoxModel> fit = Cox.fit(all, some.covariates(), random.nextBoolean() ? Ties.EFRON : Ties.BRESLOW);
        switch (fit) {
            case Regression.Converged<CoxModel> _ ->
                assertThat(Separation.of(comparisons)).isFalse();
            case Regression.Undecided<CoxModel>(Reason.Separated _) ->
                assertThat(Separation.of(comparisons)).isTrue();
            case Regression.Undecided<CoxModel>(var why) -> assertThat(why).isNotInstanceOf(Reason.OneOutcome.class);
        }
    }

    @Test
    void covariates_that_follow_from_others_are_named() {
        double[] a = {1, 2, 3, 5, 8, 13};
        double[] b = {0, 1, 1, 0, 1, 0};
        double[] both = new double[6];
        for (int i = 0; i < 6; i++) both[i] = 2 * a[i] - b[i] + 7;
        assertThat(reason(new double[] {3, 1, 2, 6, 5, 4}, "111111", a, b, both))
                .isEqualTo(new Reason.Collinear("x3", List.of("x1", "x2")));
        assertThat(reason(new double[] {3, 1, 2, 6, 5, 4}, "111111", a, new double[] {4, 4, 4, 4, 4, 4}))
                .isEqualTo(new Reason.Collinear("x2", List.of()));
        // It varies, but not among those who were there when somebody left.
        assertThat(reason(new double[] {1, 2, 3, 4, 5, 6}, "001111", a, new double[] {0, 1, 2, 2, 2, 2}))
                .isEqualTo(new Reason.Collinear("x2", List.of()));
        assertThat(reason(new double[] {1, 2, 3, 4, 5, 6}, "001111", new double[] {0, 1, .3, .3, .3, .3}))
                .isEqualTo(new Reason.Collinear("x1", List.of()));
    }

    @Test
    void what_gives_nothing_to_compare_is_said() {
        double[] x = {1, 2, 4};
        assertThat(reason(new double[] {1, 2, 3}, "000", x)).isEqualTo(new Reason.NoEvents());
        assertThat(reason(new double[] {5, 5, 5}, "111", x)).isEqualTo(new Reason.NobodyStayed());
        assertThat(reason(new double[] {1, 1, 5}, "001", x)).isEqualTo(new Reason.NobodyStayed());
        assertThat(reason(new double[] {5}, "1", new double[] {3})).isEqualTo(new Reason.NobodyStayed());
    }

    @Test
    void a_group_of_three_is_enough_for_an_answer() {
        CoxModel model = model(
                Durations.of(new double[] {1, 2, 3}, new boolean[] {true, true, false}),
                Covariates.of(List.of("x"), new double[][] {{1}, {2}, {1.5}}),
                Ties.EFRON);
        assertThat(model.coefficients().getFirst().standardError()).isGreaterThan(1);
        assertThat(model.proportionalHazards()
                        .map(found -> found.of("x").pValue())
                        .orElse(1.0))
                .isBetween(0.0, 1.0);
    }

    @Test
    void a_few_values_beyond_all_others_bring_no_figure_that_is_none() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            int n = 3 + random.nextInt(30);
            Generated some = Generated.of(random, n, 1 + random.nextInt(8), .8, -.5);
            double[][] x = new double[n][2];
            for (int i = 0; i < n; i++) {
                x[i][0] = random.nextInt(4) == 0
                        ? 1e8 * Math.tan(3 * (random.nextDouble() - .5))
                        : some.covariates().at(i, 0);
                x[i][1] = random.nextInt(2);
            }
            Regression<CoxModel> fit = Cox.fit(some.durations(), Covariates.of(List.of("wild", "coin"), x), Ties.EFRON);
            if (!(fit instanceof Regression.Converged<CoxModel> found)) continue;
            CoxModel model = found.model();
            double[] figures = model.coefficients().stream()
                    .flatMapToDouble(
                            each -> Arrays.stream(new double[] {each.estimate(), each.standardError(), each.pValue()}))
                    .toArray();
            assertThat(figures).as("round %d", round).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            assertThat(model.robust())
                    .allSatisfy(each -> assertThat(each.standardError()).isFinite());
            assertThat(model.concordance()).isBetween(0.0, 1.0);
            assertThat(model.wald().statistic()).isFinite();
            SurvivalCurve curve = model.baseline().of(1e9, -1e9);
            for (double t : new double[] {0, 1, 2, 3}) {
                assertThat(curve.survival(t)).isBetween(0.0, 1.0);
                assertThat(curve.interval(t, .95).low()).isBetween(0.0, 1.0);
            }
        }
    }

    // ---- refuses bad input

    @Test
    void bad_input_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> Covariates.of(List.of("age"), new double[][] {{1}, {Double.NaN}}))
                .hasMessage("row 1, age: expected a number between −1e100 and 1e100, found NaN");
        assertThatThrownBy(() -> Covariates.of(List.of("age", "age"), new double[][] {{1, 2}}))
                .hasMessage("covariates must have different names, were [age, age]");
        Covariates none = Covariates.of(List.of(), new double[21][0]);
        assertThatThrownBy(() -> Cox.fit(Leukaemia.ON_DRUG, none, Ties.EFRON))
                .hasMessage("expected at least one covariate, found none");
        assertThatThrownBy(() -> Cox.fit(Leukaemia.ON_DRUG, Leukaemia.PLACEBO_OR_NOT, Ties.EFRON))
                .hasMessage("expected a row of covariates for each of 21 subjects, found 42");
        BaselineHazard baseline =
                model(Leukaemia.ALL, Leukaemia.PLACEBO_OR_NOT, Ties.EFRON).baseline();
        assertThatThrownBy(() -> baseline.of(1, 2)).hasMessage("expected the 1 covariates [placebo], found 2");
        assertThatThrownBy(() -> baseline.of(Double.NaN)).hasMessage("placebo: expected a number, found NaN");
    }
}
