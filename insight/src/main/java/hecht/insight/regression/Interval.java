package hecht.insight.regression;

import org.hipparchus.special.Erf;

/// From a low to a high end, both included.
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high))
            throw new IllegalArgumentException("an interval goes from low to high, was " + low + " to " + high);
    }

    /// estimate ± z·se, with the z of the normal law that leaves (1 − level)/2 on each side.
    public static Interval around(double estimate, double standardError, double level) {
        double reach = deviations(level) * standardError;
        return new Interval(estimate - reach, estimate + reach);
    }

    /// How many standard errors an interval of this level goes either way: 1.96 for .95.
    ///
    /// @param level in (0, 1)
    public static double deviations(double level) {
        if (!(level > 0 && level < 1)) throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        return Math.sqrt(2) * Erf.erfInv(level);
    }

    /// The share of yes behind `yes` out of `trials`, by Wilson (1927), *JASA* 22(158): the shares p for which the normal law, with
    /// the variance p(1 − p)/n of p itself, does not find the observed share too odd. Never beyond [0, 1].
    public static Interval wilson(double yes, double trials, double level) {
        if (!(trials > 0 && yes >= 0 && yes <= trials))
            throw new IllegalArgumentException(
                    "expected 0 ≤ yes ≤ trials and trials > 0, found " + yes + " of " + trials);
        double z = deviations(level);
        double share = yes / trials;
        double shrink = 1 + z * z / trials;
        double middle = (share + z * z / (2 * trials)) / shrink;
        double reach = z / shrink * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        return new Interval(Math.max(0, Math.min(share, middle - reach)), Math.min(1, Math.max(share, middle + reach)));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
