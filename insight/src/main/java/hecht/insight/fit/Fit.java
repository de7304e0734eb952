package hecht.insight.fit;

import hecht.core.relation.Model;

/// What came of a fit. Stopping is not converging, so it says which it was.
public sealed interface Fit {
    /// The parameters stopped moving.
    ///
    /// @param found the model with the parameters that were learned  @param rounds of the start that led to it
    /// @param logLikelihood of the evidence, natural logarithm  @param logPosterior the same with the prior, but for a constant
    record Converged(Model found, int rounds, double logLikelihood, double logPosterior) implements Fit {}

    /// It still gained after the last round that was allowed.
    ///
    /// @param lastGain of the log-posterior, in the last round
    record OutOfRounds(Model best, double logLikelihood, double lastGain) implements Fit {}

    /// It was told to stop.
    record Stopped(int round) implements Fit {}

    /// It lost ground, which expectation–maximisation never does: our bug.
    record Fell(int round, double before, double after) implements Fit {}

    /// The data cannot tell: nobody left by choice, or nobody is there.
    record NothingToLearn(Why why) implements Fit {
        /// What is missing.
        public enum Why {
            /// No relationship was seen.
            NOBODY,
            /// Nobody left by choice, so that nothing tells who would.
            NOBODY_LEFT,
            /// Nobody bought a second time, so that nothing tells how often people do.
            NOBODY_RETURNED,
            /// Relationships were seen for less than a season on average: of a year that says nothing.
            NO_TIME
        }
    }

    /// The model that was learned, where one was.
    ///
    /// @throws IllegalStateException where none was, or where it is not to be trusted
    default Model model() {
        if (this instanceof Converged it) return it.found();
        throw new IllegalStateException("nothing was learned: " + this);
    }
}
