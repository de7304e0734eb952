package hecht.insight.survival;

import hecht.insight.regression.Concave;
import java.util.Arrays;

/// Cox' partial log-likelihood, in standardised covariates. With R(t) those at risk and D(t) the d who leave at t,
/// ℓ(β) = Σₜ [Σ_D η − Σᵣ ln(Σ_R exp η − fᵣ·Σ_D exp η)]; its gradient is what leavers are less what those at risk are on average,
/// its information the variance of covariates among those at risk, both weighted by exp η.
final class PartialLikelihood implements Concave {
    /// What a direction may lose in the linear predictor against another at risk and still count as losing nothing, and what it must gain somewhere.
    private static final double NOTHING = 1e-9;

    private static final double SOMETHING = .3;

    private final RiskSets sets;
    private final Ties ties;
    private final double[] leavers; // Σx over all who left
    private final int events;
    private final double[] risk;

    PartialLikelihood(RiskSets sets, Ties ties) {
        this.sets = sets;
        this.ties = ties;
        leavers = new double[sets.columns];
        for (int t = 0; t < sets.times; t++)
            for (int i = sets.begin[t]; i < sets.begin[t] + sets.deaths[t]; i++)
                for (int j = 0; j < sets.columns; j++) leavers[j] += sets.x[i * sets.columns + j];
        events = Arrays.stream(sets.deaths).sum();
        risk = new double[sets.rows];
    }

    @Override
    public int size() {
        return sets.columns;
    }

    /// One of variance 1 among all subjects would have about that variance at each event.
    @Override
    public double usualInformation() {
        return events;
    }

    @Override
    public double evaluate(double[] at, double[] gradient, double[] information) {
        double largest = sets.predict(at, risk);
        for (int i = 0; i < risk.length; i++) risk[i] = Math.exp(risk[i] - largest);
        Summing sum = new Summing(ties, sets.columns, gradient, information);
        sets.walk(risk, sum);
        double predictors = 0;
        for (int j = 0; j < sets.columns; j++) {
            predictors += at[j] * leavers[j];
            gradient[j] += leavers[j];
        }
        double height = predictors - sum.logs() - events * largest;
        return height < Double.POSITIVE_INFINITY ? height : Double.NaN; // all at risk underflowed to nothing
    }

    /// In an endless direction whoever leaves is, each time, at least as far as anybody who was at risk; tied leavers are equally far.
    @Override
    public boolean endless(double[] direction) {
        double[] move = new double[sets.rows];
        sets.predict(direction, move);
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double gained = 0;
        for (int t = sets.times - 1; t >= 0; t--) {
            for (int i = sets.begin[t]; i < sets.begin[t + 1]; i++) {
                most = Math.max(most, move[i]);
                least = Math.min(least, move[i]);
            }
            for (int i = sets.begin[t]; i < sets.begin[t] + sets.deaths[t]; i++) {
                if (most - move[i] > NOTHING) return false;
                gained = Math.max(gained, move[i] - least);
            }
        }
        return gained > SOMETHING;
    }
}
