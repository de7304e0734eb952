package hecht.insight.survival;

import hecht.insight.regression.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The share that stays at least so long, counted: S(t) = Π over times tᵢ ≤ t of (1 − dᵢ/nᵢ), with nᵢ at risk just before tᵢ and
/// dᵢ leaving at tᵢ. Its standard error is Greenwood's, se² = S²·Σ dᵢ/(nᵢ(nᵢ − dᵢ)).
///
/// Kaplan & Meier (1958), *JASA* 53(282); Greenwood (1926), *Reports on Public Health* 33. Departures, so that no figure is NaN:
/// before the first event the interval is [1, 1] on every scale; once S is 0 its standard error is 0, its low end 0, and its high
/// end that of the time before.
public final class KaplanMeier {
    /// S is a product of fractions: this near to a half is a half.
    private static final double ROUNDING = 1e-10;

    /// What happened at one time.
    ///
    /// @param atRisk        there just before
    /// @param survival      S, after those who left
    /// @param standardError Greenwood's
    public record Step(double time, int atRisk, int events, int censored, double survival, double standardError) {}

    /// The time by which half has left, and its interval; empty where fewer than half have, or the interval is open.
    public record Median(OptionalDouble at, OptionalDouble low, OptionalDouble high) {}

    private final List<Step> steps;
    private final int subjects;

    private KaplanMeier(List<Step> steps, int subjects) {
        this.steps = List.copyOf(steps);
        this.subjects = subjects;
    }

    public static KaplanMeier of(Durations durations) {
        int[] order = durations.order();
        int n = order.length;
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        for (int i = 0; i < n; ) {
            double time = durations.time(order[i]);
            int atRisk = n - i;
            int events = 0;
            int here = i;
            for (; i < n && durations.time(order[i]) == time; i++) if (durations.left(order[i])) events++;
            survival *= (atRisk - events) / (double) atRisk;
            if (atRisk > events) greenwood += events / ((double) atRisk * (atRisk - events));
            steps.add(new Step(time, atRisk, events, i - here - events, survival, survival * Math.sqrt(greenwood)));
        }
        return new KaplanMeier(steps, n);
    }

    /// One curve a group, in the order of their names.
    ///
    /// @param groups one for every subject
    public static Map<String, KaplanMeier> byGroup(Durations durations, List<String> groups) {
        Map<String, KaplanMeier> curves = new TreeMap<>();
        Groups.of(durations, groups).forEach((name, subjects) -> curves.put(name, of(durations.of(subjects))));
        return curves;
    }

    /// Every time at which somebody left or was censored, in order.
    public List<Step> steps() {
        return steps;
    }

    public int subjects() {
        return subjects;
    }

    /// Those there just before a time.
    public int atRisk(double time) {
        int after = after(time);
        if (after > 0 && steps.get(after - 1).time() == time)
            return steps.get(after - 1).atRisk();
        return after < steps.size() ? steps.get(after).atRisk() : 0;
    }

    /// S(t), on the step that time lies on. After the last time anybody was seen it stays what it was then.
    public double survival(double time) {
        int after = after(time);
        return after == 0 ? 1 : steps.get(after - 1).survival();
    }

    /// Greenwood's, of [#survival].
    public double standardError(double time) {
        int after = after(time);
        return after == 0 ? 0 : steps.get(after - 1).standardError();
    }

    /// @param level in (0, 1), usually .95
    public Interval interval(double time, Band band, double level) {
        double z = Interval.deviations(level);
        int after = after(time);
        return after == 0 ? new Interval(1, 1) : interval(after - 1, band, z);
    }

    /// The time at which S comes to a half, halfway where it stays there for a while; its interval is where the interval of S holds a half.
    /// Brookmeyer & Crowley (1982), *Biometrics* 38(1).
    public Median median(Band band, double level) {
        double z = Interval.deviations(level);
        double[] low = new double[steps.size()];
        double[] middle = new double[steps.size()];
        double[] high = new double[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            Interval interval = interval(i, band, z);
            low[i] = interval.low();
            middle[i] = steps.get(i).survival();
            high[i] = interval.high();
        }
        return new Median(half(middle), half(low), half(high));
    }

    private OptionalDouble half(double[] falling) {
        for (int i = 0; i < falling.length; i++) {
            if (falling[i] > .5 + ROUNDING) continue;
            if (falling[i] < .5 - ROUNDING)
                return OptionalDouble.of(steps.get(i).time());
            int next = i; // as long as S stays a half; without a next event that is the end of looking
            while (next + 1 < falling.length && falling[next] > .5 - ROUNDING) next++;
            return OptionalDouble.of((steps.get(i).time() + steps.get(next).time()) / 2);
        }
        return OptionalDouble.empty();
    }

    private Interval interval(int step, Band band, double z) {
        double s = steps.get(step).survival();
        if (s == 1) return new Interval(1, 1);
        if (s == 0)
            return new Interval(0, step == 0 ? 1 : interval(step - 1, band, z).high());
        double sigma = steps.get(step).standardError() / s;
        return switch (band) {
            case PLAIN -> new Interval(Math.max(0, s - z * s * sigma), Math.min(1, s + z * s * sigma));
            case LOG -> new Interval(s * Math.exp(-z * sigma), Math.min(1, s * Math.exp(z * sigma)));
            case LOG_LOG -> {
                double reach = z * sigma / Math.log(s); // negative
                yield new Interval(Math.pow(s, Math.exp(-reach)), Math.pow(s, Math.exp(reach)));
            }
        };
    }

    /// How many steps are at or before a time.
    private int after(double time) {
        if (!(time >= 0)) throw new IllegalArgumentException("expected a time of zero or more, found " + time);
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).time() <= time) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
