package hecht.app.web.pulse;

/// A mean or an expected number with its interval, nine in ten, by chance alone: parameters are taken as they are.
record Estimate(double mean, double low, double high) {
    static final double NINE_IN_TEN = 1.645;

    /// @param variance of the mean itself
    static Estimate of(double mean, double variance) {
        double half = NINE_IN_TEN * Math.sqrt(Math.max(0, variance));
        return new Estimate(mean, mean - half, mean + half);
    }

    /// The variance of a mean whose interval, nine in ten, is this.
    static double variance(double low, double high) {
        double error = (high - low) / 2 / NINE_IN_TEN;
        return error * error;
    }

    /// The same, and never outside of what can be.
    Estimate within(double least, double most) {
        return new Estimate(mean, Math.clamp(low, least, most), Math.clamp(high, least, most));
    }

    /// Whether chance alone would not give it.
    boolean isBeyondChance() {
        return low > 0 || high < 0;
    }

    Estimate times(double factor) {
        return factor >= 0
                ? new Estimate(mean * factor, low * factor, high * factor)
                : new Estimate(mean * factor, high * factor, low * factor);
    }
}
