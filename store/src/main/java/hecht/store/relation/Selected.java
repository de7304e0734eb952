package hecht.store.relation;

/// What a selection comes to. Sums are only made of up to [#MOST] relationships, and of views, which are counted in advance.
///
/// @param customers how many; [#MOST] where there are more
/// @param isMore whether there are more, and no sums
/// @param margin a year, together
/// @param leaving expected to leave in twelve months, the door open; 0 in rhythm
/// @param variance of that: Σ p(1 − p)
/// @param notInView how many of them
public record Selected(int customers, boolean isMore, double margin, double leaving, double variance, int notInView) {
    public static final int MOST = 10_000;

    private static final double NINE_IN_TEN = 1.645;

    static final Selected TOO_MANY = new Selected(MOST, true, 0, 0, 0, 0);

    /// The lower end of the nine-in-ten interval of who would leave; chance only.
    public double leavingLow() {
        return Math.max(0, leaving - NINE_IN_TEN * Math.sqrt(variance));
    }

    public double leavingHigh() {
        return Math.min(customers, leaving + NINE_IN_TEN * Math.sqrt(variance));
    }
}
