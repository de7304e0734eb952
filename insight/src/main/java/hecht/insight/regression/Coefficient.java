package hecht.insight.regression;

import org.hipparchus.special.Erf;

/// What one unit more of a covariate does to the linear predictor (a log odds, a log hazard), the others staying as they are.
public record Coefficient(String name, double estimate, double standardError) {
    /// Wald's z.
    public double z() {
        return estimate / standardError;
    }

    /// How often chance alone gives a z at least as far from 0, two-sided.
    public double pValue() {
        return Erf.erfc(Math.abs(z()) / Math.sqrt(2));
    }

    public Interval interval(double level) {
        return Interval.around(estimate, standardError, level);
    }
}
