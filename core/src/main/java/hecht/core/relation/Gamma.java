package hecht.core.relation;

/// The gamma law of customers' own rates, cut into levels.
final class Gamma {
    /// Lanczos' coefficients for g = 7 and nine terms (Godfrey 2001); relative error below 1e−14 for positive
    /// arguments. spotless:off
    private static final double[] LANCZOS = {
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
    };
    // spotless:on

    private Gamma() {}

    /// w_l ∝ d·(β r_l)^α·exp(−β r_l)/Γ(α), the full step d at every level; the lowest also takes the tail below it,
    /// (β r₀ e^(−d/2))^α/Γ(α + 1). Normalised.
    static double[] weights(double shape, double rate, double[] levels, double step) {
        double[] weights = new double[levels.length];
        double sum = 0;
        for (int l = 0; l < levels.length; l++) {
            double scaled = rate * levels[l];
            weights[l] = step * StrictMath.exp(shape * StrictMath.log(scaled) - scaled - logGamma(shape));
            if (l == 0) {
                double edge = StrictMath.log(scaled) - step / 2;
                weights[l] += StrictMath.exp(shape * edge - logGamma(shape + 1));
            }
            sum += weights[l];
        }
        for (int l = 0; l < levels.length; l++) weights[l] /= sum;
        return weights;
    }

    /// ln Γ(x) for x > 0.
    static double logGamma(double x) {
        if (x < .5) return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logGamma(1 - x);
        double y = x - 1;
        double series = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) series += LANCZOS[i] / (y + i);
        double t = y + 7.5;
        return .5 * StrictMath.log(2 * Math.PI) + (y + .5) * StrictMath.log(t) - t + StrictMath.log(series);
    }
}
