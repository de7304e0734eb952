package hecht.insight.regression;

import org.hipparchus.special.Gamma;

/// A statistic that follows the chi-square law when its hypothesis is true.
public record ChiSquare(double statistic, int degreesOfFreedom) {
    public ChiSquare {
        if (!(statistic >= 0 && degreesOfFreedom > 0))
            throw new IllegalArgumentException(
                    "a chi-square is not negative, was " + statistic + " on " + degreesOfFreedom);
    }

    /// The same, where rounding has taken a nil statistic below nil.
    public static ChiSquare of(double statistic, int degreesOfFreedom) {
        return new ChiSquare(Math.max(0, statistic), degreesOfFreedom);
    }

    /// How often chance alone gives a statistic at least as large.
    public double pValue() {
        return statistic == 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, statistic / 2);
    }
}
