package hecht.app.words;

/// The interval of a share that was counted, nine in ten (Wilson 1927, *JASA* 22(158)): unlike `p ± z·σ` it stays between 0
/// and 1, and is not empty where all or none were right.
public final class Wilson {
    private static final double NINE_IN_TEN = 1.645;

    private Wilson() {}

    /// @param n at least 1  @param side −1 for the lower end, 1 for the upper
    public static double end(double share, long n, int side) {
        double z2 = NINE_IN_TEN * NINE_IN_TEN;
        double half = NINE_IN_TEN * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        return Math.clamp((share + z2 / (2 * n) + side * half) / (1 + z2 / n), 0, 1);
    }
}
