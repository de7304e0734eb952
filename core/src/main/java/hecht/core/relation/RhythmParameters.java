package hecht.core.relation;

/// The law of purchases, per week. `health.md`, section 4.
///
/// @param shape α of the gamma law of customers' own rates  @param rate β, in weeks
/// @param cool m₁, the share of the own rate at which a cool customer buys, (0, 1)
/// @param down from each condition but the first to the one before, a week
/// @param up from each condition but the last to the next, a week
public record RhythmParameters(double shape, double rate, double cool, Matrix down, Matrix up) {
    /// How many levels of the own rate are told apart.
    public static final int LEVELS = 24;

    static final double SLOWEST = 3e-4; // purchases a week
    static final double FASTEST = 6;

    /// The defaults, *not fitted*: they rank well and are calibrated nowhere.
    public static final RhythmParameters DEFAULT =
            new RhythmParameters(.6, 6, .38, Matrix.row(.08, .12, .02), Matrix.row(.01, .03, .05));

    public RhythmParameters {
        if (!(shape > 0 && rate > 0)) throw new IllegalArgumentException("shape and rate must be above 0");
        if (!(cool > 0 && cool < 1)) throw new IllegalArgumentException("cool must be in (0, 1), was " + cool);
        if (down.columns() != up.columns()) throw new IllegalArgumentException("as many rates down as up");
    }
}
