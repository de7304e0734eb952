package hecht.insight.judgement;

import hecht.insight.regression.Covariates;
import hecht.insight.regression.Interval;
import hecht.insight.regression.Logistic;
import hecht.insight.regression.LogisticModel;
import hecht.insight.regression.Regression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Probabilities that were given before, and what happened then. Immutable; at least one.
public final class Predictions {
    /// A logit of 0 or 1 is infinite: for the calibration line alone, probabilities stay this far from them.
    private static final double EDGE = 1e-12;

    private final double[] probabilities;
    private final boolean[] outcomes;

    private Predictions(double[] probabilities, boolean[] outcomes) {
        this.probabilities = probabilities;
        this.outcomes = outcomes;
    }

    /// @throws IllegalArgumentException when there are none, or naming the row whose probability is not in [0, 1]
    public static Predictions of(double[] probabilities, boolean[] outcomes) {
        if (probabilities.length != outcomes.length)
            throw new IllegalArgumentException(
                    "expected one outcome a probability, found " + outcomes.length + " and " + probabilities.length);
        if (probabilities.length == 0)
            throw new IllegalArgumentException("expected at least one prediction, found none");
        for (int i = 0; i < probabilities.length; i++)
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
                throw new IllegalArgumentException(
                        "row " + i + ": expected a probability in [0, 1], found " + probabilities[i]);
        return new Predictions(probabilities.clone(), outcomes.clone());
    }

    /// Those of several together, as judged at once; at least one.
    public static Predictions together(List<Predictions> several) {
        int size = several.stream().mapToInt(Predictions::size).sum();
        double[] probabilities = new double[size];
        boolean[] outcomes = new boolean[size];
        int at = 0;
        for (Predictions each : several) {
            System.arraycopy(each.probabilities, 0, probabilities, at, each.size());
            System.arraycopy(each.outcomes, 0, outcomes, at, each.size());
            at += each.size();
        }
        return of(probabilities, outcomes);
    }

    public int size() {
        return outcomes.length;
    }

    /// Mean of −ln of the probability that was given to what happened; less is better. Infinite when something happened that was
    /// called impossible.
    public double logLoss() {
        double sum = 0;
        for (int i = 0; i < size(); i++) sum -= Math.log(outcomes[i] ? probabilities[i] : 1 - probabilities[i]);
        return sum / size() + 0.0; // a perfect −0 becomes 0
    }

    /// Mean squared distance between probability and outcome. Brier (1950), *Monthly Weather Review* 78(1).
    public double brier() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            double off = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += off * off;
        }
        return sum / size();
    }

    /// How often a yes had a larger probability than a no, of all pairs; equal ones count half (midranks). Empty when all outcomes are
    /// the same. Hanley & McNeil (1982), *Radiology* 143(1).
    public OptionalDouble auc() {
        double[] yes = sorted(true);
        double[] no = sorted(false);
        if (yes.length == 0 || no.length == 0) return OptionalDouble.empty();
        int below = 0;
        int upTo = 0;
        double sum = 0;
        for (double p : yes) {
            while (below < no.length && no[below] < p) below++;
            while (upTo < no.length && no[upTo] <= p) upTo++;
            sum += (below + upTo) / 2.0;
        }
        return OptionalDouble.of(sum / yes.length / no.length);
    }

    private double[] sorted(boolean outcome) {
        double[] some = new double[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) if (outcomes[i] == outcome) some[count++] = probabilities[i];
        double[] sorted = Arrays.copyOf(some, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Mean distance, over predictions, between what their bin was predicted and what happened in it. Expected calibration error:
    /// Naeini, Cooper & Hauskrecht (2015), *AAAI*. It depends on the bins; ten is usual.
    public double calibrationError(int bins) {
        double sum = 0;
        for (CalibrationBin bin : calibrationCurve(bins, .95))
            sum += bin.size() * Math.abs(bin.meanPredicted() - bin.observed());
        return sum / size();
    }

    /// Predictions in bins of equal width, `[k/bins, (k + 1)/bins)`, the last one with 1; empty ones are left out.
    ///
    /// @param level of the intervals around the observed share, in (0, 1)
    public List<CalibrationBin> calibrationCurve(int bins, double level) {
        if (bins < 1) throw new IllegalArgumentException("expected at least one bin, found " + bins);
        int[] count = new int[bins];
        int[] yes = new int[bins];
        double[] sum = new double[bins];
        for (int i = 0; i < size(); i++) {
            int bin = (int) Math.min(bins - 1, probabilities[i] * bins);
            count[bin]++;
            sum[bin] += probabilities[i];
            if (outcomes[i]) yes[bin]++;
        }
        List<CalibrationBin> curve = new ArrayList<>();
        for (int k = 0; k < bins; k++)
            if (count[k] > 0)
                curve.add(new CalibrationBin(
                        (double) k / bins,
                        (k + 1.0) / bins,
                        count[k],
                        sum[k] / count[k],
                        (double) yes[k] / count[k],
                        Interval.wilson(yes[k], count[k], level)));
        return curve;
    }

    /// The line through logits; honest probabilities have intercept 0 and slope 1, see [CalibrationLine].
    public Regression<CalibrationLine> calibrationLine() {
        double[] logits = new double[size()];
        for (int i = 0; i < size(); i++) {
            double p = Math.min(1 - EDGE, Math.max(EDGE, probabilities[i]));
            logits[i] = Math.log(p / (1 - p));
        }
        return switch (Logistic.fit(Covariates.of(List.of(CalibrationLine.SLOPE), size(), logits), outcomes)) {
            case Regression.Converged<LogisticModel>(var model, var rounds) ->
                new Regression.Converged<>(
                        new CalibrationLine(
                                model.coefficients().getFirst(),
                                model.coefficients().getLast()),
                        rounds);
            case Regression.Undecided<LogisticModel>(var why) -> new Regression.Undecided<>(why);
        };
    }
}
