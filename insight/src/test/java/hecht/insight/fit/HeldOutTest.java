package hecht.insight.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.episode.Encounter;
import hecht.core.relation.Evidence;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import hecht.core.relation.Usual;
import hecht.insight.judgement.Predictions;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Logistic;
import hecht.insight.regression.LogisticModel;
import hecht.insight.regression.Regression;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The numbers of `health.md`, section 9: 20,000 customers simulated for 36 months, one half to fit, the other to judge "leaves in
/// months 25–36", given 24 months. A reference run gave log-loss .53529 by the true parameters, .53530 fitted, .53726 symmetric,
/// .53793 by a score weighted by hand, .54018 by recency and frequency, .54789 blind to encounters. Here they are .52493 true, .52486
/// fitted, .52670, .53090, .54532, .53551; with seeds 2 and 25 fitted is .00046 and .00076 behind the truth, of the same order.
class HeldOutTest {
    private static final int CUSTOMERS = 20_000;
    private static final int SEEN = 24;
    private static final int ALL = 36;
    private static final double KEPT_A_MONTH = Math.pow(.5, 1 / 12.0); // half-life one year

    private final List<Life> judged = new ArrayList<>();
    private final List<Life> taught = new ArrayList<>();
    private final Sequences evidence = simulated();

    /// What was seen of a customer in the months that are seen, what simpler ways make of it, and what came.
    private static final class Life implements Evidence {
        private final List<double[]> steps = new ArrayList<>(); // kind, which, answer
        private double score;
        private int contacts;
        private int silentMonths;
        private boolean left;

        @Override
        public void lived(Encounter encounter, double weight) {
            steps.add(new double[] {0, encounter.ordinal(), 0});
            score += encounter == Encounter.GOOD ? 1 : encounter == Encounter.BAD ? -1 : -2;
            contacts++;
            silentMonths = 0;
        }

        @Override
        public void said(Observation heard, Observation.Answer answer, boolean halved) {
            steps.add(new double[] {1, answer.ordinal(), 0});
            score += answer.ordinal() - 1;
            contacts++;
            silentMonths = 0;
        }

        @Override
        public void invited(boolean answered) {
            steps.add(new double[] {2, answered ? 1 : 0, 0});
        }

        void endMonth() {
            steps.add(new double[] {3, 0, 0});
            score *= KEPT_A_MONTH;
            silentMonths++;
        }
    }

    private Sequences simulated() {
        Months simulation = new Months(Parameters.DEFAULT, .27, new SplittableRandom(1));
        Sequences.Recorder recorder = new Sequences.Recorder();
        for (int i = 0; i < CUSTOMERS; i++) {
            boolean teaches = i % 2 == 0;
            Life life = new Life();
            Evidence both = teaches ? new Both(recorder, life) : life;
            simulation.begin(both);
            for (int month = 0; month < SEEN && !simulation.hasLeft(); month++) {
                simulation.live(month, both);
                life.endMonth();
            }
            boolean there = !simulation.hasLeft();
            for (int month = SEEN; month < ALL; month++) simulation.live(month, teaches ? recorder : new Evidence() {});
            if (teaches) recorder.next();
            life.left = simulation.hasLeft();
            if (there) (teaches ? taught : judged).add(life);
        }
        return recorder.sequences();
    }

    private record Both(Evidence one, Evidence other) implements Evidence {
        @Override
        public void begun(Beginning how, double phi) {
            one.begun(how, phi);
        }

        @Override
        public void passed(double years, double phi) {
            one.passed(years, phi);
        }

        @Override
        public void lived(Encounter encounter, double weight) {
            one.lived(encounter, weight);
            other.lived(encounter, weight);
        }

        @Override
        public void said(Observation heard, Observation.Answer answer, boolean halved) {
            one.said(heard, answer, halved);
            other.said(heard, answer, halved);
        }

        @Override
        public void invited(boolean answered) {
            one.invited(answered);
            other.invited(answered);
        }

        @Override
        public void left(double phi) {
            one.left(phi);
        }
    }

    @Test
    void a_fitted_model_predicts_as_the_true_one_and_better_than_all_that_is_simpler() {
        Model truth = truth();
        double byTruth = logLoss(truth);
        double fitted = logLoss(fit(Moves.FREE));
        assertThat(fitted).isCloseTo(byTruth, within(.0005));
        assertThat(fitted).isLessThan(logLoss(fit(Moves.SYMMETRIC)));
        assertThat(fitted).isLessThan(logLoss(fit(Moves.NONE)));
        assertThat(fitted).isLessThan(regression(life -> new double[] {life.score}));
        assertThat(fitted).isLessThan(regression(life ->
                new double[] {Math.log1p(life.silentMonths), Math.log1p(life.contacts)}));
    }

    private static Model truth() {
        Map<Encounter, Double> usual = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) usual.put(each, 0.0);
        usual.put(Encounter.GOOD, 3.0);
        usual.put(Encounter.BAD, 1.2);
        usual.put(Encounter.SEVERE, .36);
        return Model.builtIn(ZoneOffset.UTC, Mode.CONTRACT).with(new Usual(usual, .27, true, 0, true));
    }

    private Model fit(Moves moves) {
        try (Fitting fitting = new Fitting(evidence, Prior.DEFAULT, moves, 2)) {
            return fitting.from(truth().with(Starts.of(Parameters.DEFAULT, 1))).model();
        }
    }

    /// By a filter of a few lines with whole matrices, which knows nothing of the fit's.
    private double logLoss(Model model) {
        Parameters p = model.parameters();
        Matrix month = p.drift()
                .plus(Matrix.diagonal(p.leaving()).times(-1))
                .times(Months.YEARS)
                .exp();
        double[] said = new double[judged.size()];
        for (int i = 0; i < said.length; i++) {
            Matrix belief = p.start();
            for (double[] step : judged.get(i).steps)
                belief = scaled(
                        switch ((int) step[0]) {
                            case 0 -> belief.times(p.move(Encounter.values()[(int) step[1]]));
                            case 1 -> weighed(belief, column(p.answers(Observation.RECOMMENDATION), (int) step[1]));
                            case 2 -> weighed(belief, answering(model, step[1] == 1));
                            default -> belief.times(month);
                        });
            said[i] = Math.clamp(1 - belief.times(transposed(model.staying())).at(0), 0, 1);
        }
        return Predictions.of(said, came(judged)).logLoss();
    }

    private static Matrix scaled(Matrix row) {
        return row.times(1 / row.rowSums().at(0));
    }

    private static Matrix weighed(Matrix row, double[] factor) {
        double[] then = row.toArray();
        for (int i = 0; i < then.length; i++) then[i] *= factor[i];
        return Matrix.row(then);
    }

    private static double[] column(Matrix of, int column) {
        double[] all = new double[of.rows()];
        for (int i = 0; i < all.length; i++) all[i] = of.at(i, column);
        return all;
    }

    private static double[] answering(Model model, boolean answered) {
        double[] all = model.answering().toArray();
        if (!answered) for (int i = 0; i < all.length; i++) all[i] = 1 - all[i];
        return all;
    }

    private static Matrix transposed(Matrix row) {
        return Matrix.of(Arrays.stream(row.toArray())
                .mapToObj(each -> new double[] {each})
                .toArray(double[][]::new));
    }

    private static boolean[] came(List<Life> of) {
        boolean[] came = new boolean[of.size()];
        for (int i = 0; i < came.length; i++) came[i] = of.get(i).left;
        return came;
    }

    private interface Features {
        double[] of(Life life);
    }

    /// Learned from the taught half, judged on the other.
    private double regression(Features features) {
        double[][] rows = taught.stream().map(features::of).toArray(double[][]::new);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows[0].length; i++) names.add("feature " + i);
        Regression<LogisticModel> fit = Logistic.fit(Covariates.of(names, rows), came(taught));
        if (!(fit instanceof Regression.Converged<LogisticModel>(var model, var rounds))) throw new AssertionError(fit);
        double[] said = judged.stream()
                .mapToDouble(life -> model.probability(features.of(life)))
                .toArray();
        return Predictions.of(said, came(judged)).logLoss();
    }
}
