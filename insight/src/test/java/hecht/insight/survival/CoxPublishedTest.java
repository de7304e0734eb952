package hecht.insight.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.ChiSquare;
import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Interval;
import hecht.insight.regression.Regression;
import hecht.insight.regression.ScienceData;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against R's survival 3.5.3 on Rossi, Berk & Lenihan (1980), 432 men of whom 114 were arrested again within a year. R's figures are
/// given to 9 or 7 digits, and that is the tolerance; its `fit` stops when the likelihood is settled to 1e−9, ours later.
class CoxPublishedTest {
    private static final List<String> NAMES = List.of("fin", "age", "race", "wexp", "mar", "paro", "prio");

    private static CoxModel model(Ties ties) {
        ScienceData rossi = ScienceData.read("rossi.csv");
        Durations durations = Durations.of(rossi.numbers("week"), rossi.holds("arrest", "1"));
        Covariates covariates = rossi.covariates(NAMES);
        return switch (Cox.fit(durations, covariates, ties)) {
            case Regression.Converged<CoxModel>(var model, var rounds) -> {
                assertThat(rounds).isLessThan(8);
                yield model;
            }
            case Regression.Undecided<CoxModel>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    @Test
    void coefficients_and_their_errors_are_those_of_R() {
        List<Coefficient> found = model(Ties.EFRON).coefficients();
        double[] estimates = {
            -.3794221669, -.0574377430, .3138997859, -.1497956972, -.4337038767, -.0848710830, .0914970794
        };
        double[] errors = {.1913794807, .0219994706, .3079927764, .2122242962, .3818680575, .1957566719, .0286485501};
        for (int j = 0; j < NAMES.size(); j++) {
            assertThat(found.get(j).name()).isEqualTo(NAMES.get(j));
            assertThat(found.get(j).estimate()).as(NAMES.get(j)).isCloseTo(estimates[j], within(1e-9));
            assertThat(found.get(j).standardError()).as(NAMES.get(j)).isCloseTo(errors[j], within(1e-9));
        }
        assertThat(found.getFirst().pValue()).isCloseTo(.0474, within(5e-5)); // R prints 0.0474
    }

    @Test
    void log_likelihoods_are_those_of_R_under_either_rule_for_ties() {
        CoxModel efron = model(Ties.EFRON);
        assertThat(efron.logLikelihoodNull()).isCloseTo(-675.3806323, within(1e-7));
        assertThat(efron.logLikelihood()).isCloseTo(-658.7476594, within(1e-7));
        CoxModel breslow = model(Ties.BRESLOW);
        assertThat(breslow.logLikelihood()).isCloseTo(-659.1206057, within(1e-7));
        assertThat(breslow.ties()).isEqualTo(Ties.BRESLOW);
    }

    @Test
    void the_three_tests_and_the_concordance_are_those_of_R() {
        CoxModel model = model(Ties.EFRON);
        assertThat(model.likelihoodRatio().statistic()).isCloseTo(33.26595, within(1e-5));
        assertThat(model.likelihoodRatio().degreesOfFreedom()).isEqualTo(7);
        assertThat(model.scoreTest().statistic()).isCloseTo(33.52869, within(1e-5));
        assertThat(model.wald().statistic()).isCloseTo(32.11, within(.005)); // as R's summary prints it
        assertThat(model.likelihoodRatio().pValue()).isCloseTo(2.36e-5, within(5e-7));
        assertThat(model.concordance()).isCloseTo(.6403292, within(1e-7));
    }

    @Test
    void proportional_hazards_are_tested_as_by_cox_zph_with_identity() {
        ProportionalHazards tests = model(Ties.EFRON).proportionalHazards().orElseThrow();
        ChiSquare age = tests.of("age");
        assertThat(age.statistic()).isCloseTo(6.6159, within(5e-5));
        assertThat(age.pValue()).isCloseTo(.0101, within(5e-5));
        ChiSquare wexp = tests.of("wexp");
        assertThat(wexp.statistic()).isCloseTo(3.8768, within(5e-5));
        assertThat(wexp.pValue()).isCloseTo(.0490, within(5e-5));
        assertThat(tests.together().statistic()).isCloseTo(18.1827, within(5e-5));
        assertThat(tests.together().pValue()).isCloseTo(.0112, within(5e-5));
        assertThat(tests.byCovariate().keySet()).containsExactlyElementsOf(NAMES);
    }

    @Test
    void robust_errors_are_those_of_R() {
        assertThat(model(Ties.EFRON).robust().getFirst().standardError()).isCloseTo(.1955418, within(1e-7));
    }

    @Test
    void the_curve_of_a_subject_is_that_of_survfit() {
        SurvivalCurve curve = model(Ties.EFRON).baseline().of(0, 20, 1, 0, 0, 1, 3);
        assertThat(curve.survival(10)).isCloseTo(.9468901, within(1e-7));
        assertThat(curve.survival(26)).isCloseTo(.8090707, within(1e-7));
        assertThat(curve.survival(52)).isCloseTo(.6054875, within(1e-7));
        Interval interval = curve.interval(52, .95);
        assertThat(interval.low()).isCloseTo(.5094978, within(1e-7));
        assertThat(interval.high()).isCloseTo(.7195616, within(1e-7));
    }

    @Test
    void under_Breslows_rule_everything_is_that_of_R() {
        CoxModel model = model(Ties.BRESLOW);
        double[] estimates = {-.379021887, -.057245925, .314129767, -.151114600, -.432782574, -.084982835, .091111542};
        double[] naive = {.191364426, .021983186, .308017280, .212123161, .381794935, .195748207, .028631253};
        double[] robust = {.194687740, .025228700, .291077724, .216960904, .378891217, .198342011, .028748387};
        double[] changing = {
            .00859180684, 6.57910384926, 2.13080562471, 3.84577212140, 1.02512791094, .02891381040, .41545272735
        };
        ProportionalHazards tests = model.proportionalHazards().orElseThrow();
        for (int j = 0; j < NAMES.size(); j++) {
            assertThat(model.coefficients().get(j).estimate()).isCloseTo(estimates[j], within(1e-8));
            assertThat(model.coefficients().get(j).standardError()).isCloseTo(naive[j], within(1e-8));
            assertThat(model.robust().get(j).standardError()).isCloseTo(robust[j], within(1e-8));
            assertThat(tests.of(NAMES.get(j)).statistic()).isCloseTo(changing[j], within(1e-6));
        }
        assertThat(tests.together().statistic()).isCloseTo(18.05974325813, within(1e-6));
        assertThat(model.concordance()).isCloseTo(.640423184, within(1e-9));
        assertThat(model.scoreTest().statistic()).isCloseTo(33.38282, within(1e-5));
        assertThat(model.wald().statistic()).isCloseTo(31.981017, within(1e-5));
        SurvivalCurve curve = model.baseline().of(0, 20, 1, 0, 0, 1, 3);
        assertThat(curve.survival(52)).isCloseTo(.6064753677, within(1e-8));
        assertThat(curve.interval(26, .95).low()).isCloseTo(.7451715844, within(1e-8));
        assertThat(curve.interval(26, .95).high()).isCloseTo(.8794450875, within(1e-8));
    }

    @Test
    void robust_errors_and_tests_of_every_covariate_are_those_of_R() {
        CoxModel model = model(Ties.EFRON);
        double[] robust = {.195541779, .025336146, .292328555, .218060315, .380244466, .199200830, .028974595};
        double[] changing = {
            .00895055875, 6.61594378929, 2.14442625678, 3.87675512467, 1.03134831871, .02817659872, .42479839630
        };
        ProportionalHazards tests = model.proportionalHazards().orElseThrow();
        for (int j = 0; j < NAMES.size(); j++) {
            assertThat(model.robust().get(j).standardError()).isCloseTo(robust[j], within(1e-8));
            assertThat(tests.of(NAMES.get(j)).statistic()).isCloseTo(changing[j], within(1e-6));
        }
        assertThat(model.wald().statistic()).isCloseTo(32.112611, within(1e-5));
    }
}
