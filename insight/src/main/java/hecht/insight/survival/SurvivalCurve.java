package hecht.insight.survival;

import hecht.insight.regression.Interval;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The predicted share of subjects like this one that stays at least so long. It steps down at the times at which somebody left.
public final class SurvivalCurve {
    private final double[] times;
    private final double[] cumulativeHazard;
    private final double[] error; // of the cumulative hazard

    SurvivalCurve(double[] times, double[] cumulativeHazard, double[] error) {
        this.times = times;
        this.cumulativeHazard = cumulativeHazard;
        this.error = error;
    }

    /// After the last time at which somebody left it stays what it was then.
    public double survival(double time) {
        int step = step(time);
        return step < 0 ? 1 : Math.exp(-cumulativeHazard[step]);
    }

    /// S·exp(±z·se), se that of the cumulative hazard: R's usual, even on the scale of [Band#LOG].
    public Interval interval(double time, double level) {
        double z = Interval.deviations(level);
        int step = step(time);
        if (step < 0) return new Interval(1, 1);
        double low = Math.exp(-cumulativeHazard[step] - z * error[step]);
        double high = Math.exp(-cumulativeHazard[step] + z * error[step]);
        // A subject so unlike all others that its hazard is beyond a double: nothing is known of it.
        return new Interval(Double.isNaN(low) ? 0 : low, Double.isNaN(high) ? 1 : Math.min(1, high));
    }

    /// The first time by which half has left; empty when fewer than half ever do.
    public OptionalDouble median() {
        for (int i = 0; i < times.length; i++)
            if (cumulativeHazard[i] >= Math.log(2)) return OptionalDouble.of(times[i]);
        return OptionalDouble.empty();
    }

    private int step(double time) {
        if (!(time >= 0)) throw new IllegalArgumentException("expected a time of zero or more, found " + time);
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at : -at - 2;
    }
}
