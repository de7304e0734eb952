package hecht.insight.regression;

/// A log-likelihood without a second top, in standardised coordinates.
public interface Concave {
    int size();

    /// About how much information a coordinate has that varies as much where something is compared as it does everywhere: far less is none.
    double usualInformation();

    /// The log-likelihood at a point; −∞ or NaN where it is out of range.
    ///
    /// @param gradient    filled with its first derivatives
    /// @param information filled with its second derivatives, negated; `[row][column]`, of which column ≤ row counts
    double evaluate(double[] at, double[] gradient, double[] information);

    /// Whether going on in this direction for ever never lowers the log-likelihood, and lifts it by a step of about 1 in the
    /// linear predictor: then there is no top. (Albert & Anderson 1984, *Biometrika* 71(1): separation.)
    boolean endless(double[] direction);
}
