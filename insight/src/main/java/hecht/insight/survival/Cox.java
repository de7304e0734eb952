package hecht.insight.survival;

import hecht.insight.regression.Ascent;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Newton;
import hecht.insight.regression.Reason;
import hecht.insight.regression.Regression;

/// Cox regression: a subject's hazard is h₀(t)·exp(xβ), with h₀ left open. Only the order of leaving tells of β.
///
/// Cox (1972), *JRSS B* 34(2); ties by Efron (1977) or Breslow (1974); see [Ties]. Covariates are centred and scaled, the largest
/// η is taken off before exp, and risk sets are summed from the last time backwards: one pass over the subjects a round.
public final class Cox {
    private Cox() {}

    /// @throws IllegalArgumentException when there are no covariates, or not a row of them for every subject
    public static Regression<CoxModel> fit(Durations durations, Covariates covariates, Ties ties) {
        if (covariates.rows() != durations.size())
            throw new IllegalArgumentException("expected a row of covariates for each of " + durations.size()
                    + " subjects, found " + covariates.rows());
        if (covariates.columns() == 0)
            throw new IllegalArgumentException("expected at least one covariate, found none");
        if (durations.events() == 0) return new Regression.Undecided<>(new Reason.NoEvents());
        RiskSets sets = new RiskSets(durations, covariates);
        if (!sets.comparable()) return new Regression.Undecided<>(new Reason.NobodyStayed());
        PartialLikelihood likelihood = new PartialLikelihood(sets, ties);
        return switch (Newton.climb(likelihood, new double[covariates.columns()])) {
            case Ascent.Top top -> new Regression.Converged<>(new CoxModel(sets, ties, top), top.rounds());
            case Ascent none -> new Regression.Undecided<>(none.reason(covariates.names()));
        };
    }
}
