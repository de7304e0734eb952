package hecht.core.relation;

/// How unsure a belief is of health: σ and the four-in-five interval h ± 1.28 σ, which stays between the least and the most
/// that any condition is worth. `health.md`, section 1.
record Spread(double points, double low, double high) {
    private static final double FOUR_IN_FIVE = 1.28;

    /// @param mean Σ belief·worth
    static Spread of(double[] belief, double[] worth, double mean) {
        double variance = 0;
        double least = 1;
        double most = 0;
        for (int i = 0; i < belief.length; i++) {
            variance += belief[i] * (worth[i] - mean) * (worth[i] - mean);
            least = Math.min(least, worth[i]);
            most = Math.max(most, worth[i]);
        }
        double points = 100 * StrictMath.sqrt(variance);
        double health = 100 * mean;
        return new Spread(
                points,
                Math.max(health - FOUR_IN_FIVE * points, 100 * least),
                Math.min(health + FOUR_IN_FIVE * points, 100 * most));
    }
}
