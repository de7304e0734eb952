package hecht.insight.survival;

import java.util.Arrays;

/// How far each subject alone moves the estimate: its score residual times the covariance. The residual of a subject is, if it left,
/// its covariates less their average at risk, and for all the time it was at risk the expected part of that taken off:
/// `Lᵢ = δᵢ(xᵢ − x̄) − Σ_{t ≤ tᵢ} exp(ηᵢ)(xᵢ − x̄(t))·dH₀(t)`. Under Efron's rule a tied leaver is at risk for (1 − fᵣ) in its own time.
/// Therneau & Grambsch (2000), *Modeling Survival Data*, 4.6 and 7.1. Residuals sum to nothing.
final class Influence {
    private final Hazards hazards;
    private final RiskSets sets;
    private final double[] covariance;

    Influence(Hazards hazards, RiskSets sets, double[] covariance) {
        this.hazards = hazards;
        this.sets = sets;
        this.covariance = covariance;
    }

    /// Σ over subjects of (LᵢV)ᵀ(LᵢV), `[row][column]`, in standardised covariates.
    double[] covariance() {
        int p = sets.columns;
        double[] sum = new double[p * p];
        double[] moved = new double[p];
        each(residual -> {
            for (int j = 0; j < p; j++) {
                moved[j] = 0;
                for (int k = 0; k < p; k++) moved[j] += residual[k] * covariance[k * p + j];
            }
            for (int j = 0; j < p; j++) for (int k = 0; k < p; k++) sum[j * p + k] += moved[j] * moved[k];
        });
        return sum;
    }

    @FunctionalInterface
    interface Residual {
        void take(double[] residual);
    }

    /// Every subject's score residual, from the first time to the last; the array is used again.
    void each(Residual visitor) {
        int p = sets.columns;
        double cumulative = 0;
        double[] cumulativeMean = new double[p];
        double[] residual = new double[p];
        int event = 0;
        for (int t = 0; t < sets.times; t++) {
            boolean now = event < hazards.time.length && hazards.time[event] == t;
            int cell = event * p;
            if (now) {
                cumulative += hazards.hazard[event];
                for (int j = 0; j < p; j++) cumulativeMean[j] += hazards.meanHazard[cell + j];
            }
            for (int i = sets.begin[t]; i < sets.begin[t + 1]; i++) {
                Arrays.fill(residual, 0);
                boolean left = i < sets.begin[t] + sets.deaths[t];
                for (int j = 0; j < p; j++) {
                    double x = sets.x[i * p + j];
                    double expected = x * cumulative - cumulativeMean[j];
                    if (left) {
                        expected -= x * hazards.tiedHazard[event] - hazards.tiedMeanHazard[cell + j];
                        residual[j] = x - hazards.mean[cell + j];
                    }
                    residual[j] -= hazards.risk[i] * expected;
                }
                visitor.take(residual);
            }
            if (now) event++;
        }
    }
}
