package hecht.insight.lifetime;

import hecht.insight.regression.Covariance;
import java.util.List;

/// What came of fitting a model of type `M`. That a climb has stopped is not that the data can tell: where they cannot, there are no
/// standard errors.
public sealed interface Estimation<M> {
    /// One top, and the data tell where it is.
    ///
    /// @param covariance of the parameters, in their order
    /// @param steepness  the smallest eigenvalue of −d²LL/dln θ²: how well the worst told direction is told; at least 1
    record Identified<M>(
            M model, List<Parameter> parameters, Covariance covariance, double logLikelihood, double steepness)
            implements Estimation<M> {
        public Identified {
            parameters = List.copyOf(parameters);
        }
    }

    /// Leaving adds nothing to what is told without it, so that its parameters can be anything: use the other.
    ///
    /// @param instead         the model without dropout
    /// @param likelihoodRatio 2(LL − LL_NBD), below [#LEAST_RATIO]
    record NoDropout<M>(Estimation<Nbd> instead, double likelihoodRatio) implements Estimation<M> {}

    /// Some parameters run away together, so that only their proportion can be told: customers do not differ in it, as far as
    /// these data show. The model predicts; its parameters say nothing by themselves.
    record NoHeterogeneity<M>(M model, double logLikelihood, double steepness) implements Estimation<M> {}

    /// Nothing was estimated.
    record Undecided<M>(Reason why) implements Estimation<M> {}

    /// The .95 quantile of chi-square on 2 degrees of freedom: dropout must gain at least this over none.
    double LEAST_RATIO = 5.99;

    /// A direction in which the log-likelihood bends less has a standard error above 1 on the scale of logarithms.
    double LEAST_STEEPNESS = 1;

    /// A parameter this far from 1 either way, measured in the data's own unit, has run away.
    double FARTHEST = 1e4;
}
