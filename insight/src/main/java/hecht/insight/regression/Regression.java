package hecht.insight.regression;

/// What came of a regression: a model, or the reason why the data give none. Stopping is not converging.
public sealed interface Regression<M> {
    /// @param rounds steps that were taken
    record Converged<M>(M model, int rounds) implements Regression<M> {}

    record Undecided<M>(Reason why) implements Regression<M> {}
}
