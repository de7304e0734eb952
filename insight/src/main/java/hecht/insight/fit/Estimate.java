package hecht.insight.fit;

/// A number that was learned, with how sure it is.
///
/// @param standardError in its own unit
/// @param low  @param high in four of five the true one lies between
public record Estimate(Quantity of, double value, double standardError, double low, double high) {
    /// Four in five of a normal law lie within so many standard errors.
    static final double FOUR_IN_FIVE = 1.2815515655446004;

    /// Around a rate: symmetric in its logarithm, so that it never reaches below 0.
    static Estimate rate(Quantity of, double value, double errorOfLogarithm) {
        double factor = StrictMath.exp(FOUR_IN_FIVE * errorOfLogarithm);
        return new Estimate(of, value, value * errorOfLogarithm, value / factor, value * factor);
    }

    /// Around a chance: symmetric in its logit, so that it stays between 0 and 1.
    static Estimate chance(Quantity of, double value, double standardError) {
        double logit = StrictMath.log(value / (1 - value));
        double reach = FOUR_IN_FIVE * standardError / (value * (1 - value));
        return new Estimate(of, value, standardError, logistic(logit - reach), logistic(logit + reach));
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
