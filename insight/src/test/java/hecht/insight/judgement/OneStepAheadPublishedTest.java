package hecht.insight.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.Covariates;
import hecht.insight.regression.Logistic;
import hecht.insight.regression.LogisticModel;
import hecht.insight.regression.Regression;
import hecht.insight.regression.ScienceData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who gives next year? 11,104 donors of 1995 (Fader, Hardie & Shang 2010), each year 2002–2006 predicted from the years since 1996
/// before it: 55,520 predictions. Expected figures: an independent computation, five digits.
class OneStepAheadPublishedTest {
    private static final double FIVE_DIGITS = 1e-5; // the last one as rounded there, and as here
    private static final int FIRST = 1996;

    /// What is known of a donor when a year begins: years looked at, years since the last gift, gifts.
    interface Features {
        double[] of(int years, int since, int gifts);
    }

    private static boolean[][] gifts() { // [donor][year − 1995]
        ScienceData file = ScienceData.read("donations-1995-by-year.csv.gz");
        boolean[][] gave = new boolean[file.rows()][12];
        for (int year = 1995; year <= 2006; year++) {
            boolean[] column = file.holds("y" + year, "1");
            for (int i = 0; i < column.length; i++) gave[i][year - 1995] = column[i];
        }
        return gave;
    }

    private static double[] features(boolean[] gave, int year, Features features) {
        int gifts = 0;
        int last = 1995;
        for (int before = FIRST; before < year; before++)
            if (gave[before - 1995]) {
                gifts++;
                last = before;
            }
        return features.of(year - FIRST, year - 1 - last, gifts);
    }

    /// Trained on some years, then the five years of 2002–2006, one after another.
    private static List<Predictions> judged(int from, int to, Features features) {
        boolean[][] gave = gifts();
        List<double[]> rows = new ArrayList<>();
        List<Boolean> given = new ArrayList<>();
        for (int year = from; year <= to; year++)
            for (boolean[] donor : gave) {
                rows.add(features(donor, year, features));
                given.add(donor[year - 1995]);
            }
        boolean[] outcomes = new boolean[given.size()];
        for (int i = 0; i < outcomes.length; i++) outcomes[i] = given.get(i);
        Regression<LogisticModel> fit =
                Logistic.fit(Covariates.of(List.of("recency", "frequency"), rows.toArray(double[][]::new)), outcomes);
        LogisticModel model = ((Regression.Converged<LogisticModel>) fit).model();
        List<Predictions> years = new ArrayList<>();
        for (int year = 2002; year <= 2006; year++) {
            double[] p = new double[gave.length];
            for (int i = 0; i < p.length; i++) p[i] = model.probability(features(gave[i], year, features));
            years.add(Predictions.of(p, column(gave, year)));
        }
        return years;
    }

    private static boolean[] column(boolean[][] gave, int year) {
        boolean[] column = new boolean[gave.length];
        for (int i = 0; i < column.length; i++) column[i] = gave[i][year - 1995];
        return column;
    }

    private static void isJudged(Predictions all, double logLoss, double auc, double error, double brier) {
        assertThat(all.size()).isEqualTo(55_520);
        assertThat(all.logLoss()).as("log-loss").isCloseTo(logLoss, within(FIVE_DIGITS));
        assertThat(all.auc().orElseThrow()).as("AUC").isCloseTo(auc, within(FIVE_DIGITS));
        assertThat(all.calibrationError(10)).as("ECE").isCloseTo(error, within(FIVE_DIGITS));
        assertThat(all.brier()).as("Brier").isCloseTo(brier, within(FIVE_DIGITS));
    }

    private static void byYear(List<Predictions> years, double... logLosses) {
        for (int i = 0; i < logLosses.length; i++)
            assertThat(years.get(i).logLoss()).as("%s", 2002 + i).isCloseTo(logLosses[i], within(1e-4));
    }

    private static double[] logarithms(int years, int since, int gifts) {
        return new double[] {Math.log(1 + since), Math.log((gifts + .5) / (years - gifts + .5))};
    }

    private static double[] shares(int years, int since, int gifts) {
        return new double[] {since, (double) gifts / years};
    }

    private static double[] counts(int years, int since, int gifts) {
        return new double[] {since, gifts};
    }

    @Test
    void a_logit_of_logarithms_trained_on_the_last_year() {
        List<Predictions> years = judged(2001, 2001, OneStepAheadPublishedTest::logarithms);
        isJudged(Predictions.together(years), .30914, .91229, .01031, .09612);
        byYear(years, .3789, .3200, .2988, .2790, .2690);
    }

    @Test
    void a_logit_of_logarithms_trained_on_five_years() {
        List<Predictions> years = judged(1997, 2001, OneStepAheadPublishedTest::logarithms);
        isJudged(Predictions.together(years), .30999, .91196, .01095, .09638);
        byYear(years, .3796, .3214, .3006, .2801, .2682);
    }

    @Test
    void a_logit_of_the_share_of_years() {
        isJudged(
                Predictions.together(judged(2001, 2001, OneStepAheadPublishedTest::shares)),
                .31698,
                .91257,
                .02723,
                .09755);
        isJudged(
                Predictions.together(judged(1997, 2001, OneStepAheadPublishedTest::shares)),
                .32023,
                .91250,
                .03283,
                .09840);
    }

    @Test
    void a_logit_of_the_count_of_years() {
        isJudged(
                Predictions.together(judged(2001, 2001, OneStepAheadPublishedTest::counts)),
                .33584,
                .90721,
                .05146,
                .10473);
        isJudged(
                Predictions.together(judged(1997, 2001, OneStepAheadPublishedTest::counts)),
                .35607,
                .90875,
                .07053,
                .10760);
    }

    @Test
    void base_rates() {
        boolean[][] gave = gifts();
        double all = 0;
        for (int year = 1996; year <= 2001; year++) all += share(column(gave, year)) / 6;
        assertThat(all).isCloseTo(.3695, within(5e-5));
        List<Predictions> whole = new ArrayList<>();
        List<Predictions> last = new ArrayList<>();
        for (int year = 2002; year <= 2006; year++) {
            whole.add(constant(all, column(gave, year)));
            last.add(constant(share(column(gave, year - 1)), column(gave, year)));
        }
        isJudged(Predictions.together(whole), .58884, .5, .13063, .19886);
        isJudged(Predictions.together(last), .54839, .55376, .02210, .18130);
    }

    private static Predictions constant(double share, boolean[] outcomes) {
        double[] p = new double[outcomes.length];
        Arrays.fill(p, share);
        return Predictions.of(p, outcomes);
    }

    private static double share(boolean[] outcomes) {
        int yes = 0;
        for (boolean each : outcomes) if (each) yes++;
        return (double) yes / outcomes.length;
    }
}
