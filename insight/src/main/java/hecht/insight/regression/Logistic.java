package hecht.insight.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Logistic regression: ln(p/(1 − p)) = β₀ + Σ βⱼxⱼ, by maximum likelihood.
///
/// ℓ = Σᵢ kᵢηᵢ − mᵢ·ln(1 + exp ηᵢ) for k times yes in m trials, without binomial coefficients; U = Σ (k − mp)x; I = Σ mp(1 − p)xxᵀ.
/// McCullagh & Nelder (1989), *Generalized Linear Models*, 4.4; Newton's steps are the same as iterated weighted least squares.
public final class Logistic {
    public static final String INTERCEPT = "intercept";

    private Logistic() {}

    /// One outcome a row.
    public static Regression<LogisticModel> fit(Covariates covariates, boolean[] outcomes) {
        double[] yes = new double[outcomes.length];
        double[] trials = new double[outcomes.length];
        Arrays.fill(trials, 1);
        for (int i = 0; i < yes.length; i++) yes[i] = outcomes[i] ? 1 : 0;
        return fit(covariates, yes, trials);
    }

    /// @param yes    how often it was yes in a row; need not be whole
    /// @param trials how often it was looked at in a row, at least `yes`; a row of 0 counts for nothing
    /// @throws IllegalArgumentException naming the row that has more yes than trials, or none at all
    public static Regression<LogisticModel> fit(Covariates covariates, double[] yes, double[] trials) {
        int rows = covariates.rows();
        if (yes.length != rows || trials.length != rows)
            throw new IllegalArgumentException("expected as many outcomes as rows of covariates, " + rows + ", found "
                    + yes.length + " and " + trials.length);
        double allYes = 0;
        double all = 0;
        for (int i = 0; i < rows; i++) {
            if (!(yes[i] >= 0 && yes[i] <= trials[i] && trials[i] < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException(
                        "row " + i + ": expected 0 ≤ yes ≤ trials, found " + yes[i] + " of " + trials[i]);
            allYes += yes[i];
            all += trials[i];
        }
        if (!(all > 0)) throw new IllegalArgumentException("a regression needs outcomes, found none");
        if (allYes == 0 || allYes == all) return new Regression.Undecided<>(new Reason.OneOutcome(allYes > 0));

        Standardised standardised = covariates.standardised(trials);
        List<String> names = new ArrayList<>(List.of(INTERCEPT));
        names.addAll(covariates.names());
        LogisticLikelihood likelihood = new LogisticLikelihood(standardised, yes, trials);
        double[] start = new double[names.size()];
        start[0] = Math.log(allYes / (all - allYes));
        return switch (Newton.climb(likelihood, start)) {
            case Ascent.Top top -> new Regression.Converged<>(LogisticModel.of(names, standardised, top), top.rounds());
            case Ascent none -> new Regression.Undecided<>(withoutIntercept(none.reason(names)));
        };
    }

    /// The intercept only follows what else divides the outcomes.
    private static Reason withoutIntercept(Reason why) {
        return why instanceof Reason.Separated(var covariates)
                ? new Reason.Separated(covariates.stream()
                        .filter(each -> !each.equals(INTERCEPT))
                        .toList())
                : why;
    }
}
