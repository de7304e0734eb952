package hecht.insight.survival;

/// The hazard that all subjects of a Cox regression share, and with it the curve of a subject one names: S(t) = exp(−H₀(t)·exp η).
/// H₀ jumps by Σᵣ 1/cᵣ at each time, Efron's or Breslow's rule as in the fit. Tsiatis (1981), *Annals of Statistics* 9(1) for the
/// variance: Σ 1/c² and what β̂ itself is unsure of.
public final class BaselineHazard {
    private final Hazards hazards;
    private final RiskSets sets;
    private final double[] beta;
    private final double[] covariance;

    BaselineHazard(Hazards hazards, RiskSets sets, double[] beta, double[] covariance) {
        this.hazards = hazards;
        this.sets = sets;
        this.beta = beta.clone();
        this.covariance = covariance.clone();
    }

    /// Of a subject with every covariate at its average; not the average of the subjects' curves.
    public SurvivalCurve average() {
        return curve(new double[beta.length]);
    }

    /// @param covariates in the order of the regression
    /// @throws IllegalArgumentException when there are more or fewer, or one is no number
    public SurvivalCurve of(double... covariates) {
        return curve(sets.units.of(covariates));
    }

    private SurvivalCurve curve(double[] x) {
        int p = beta.length;
        double eta = 0;
        for (int j = 0; j < p; j++) eta += beta[j] * x[j];
        double risk = Math.exp(eta - hazards.largest);
        int n = hazards.time.length;
        double[] times = new double[n];
        double[] cumulative = new double[n];
        double[] error = new double[n];
        double hazard = 0;
        double square = 0;
        double[] off = new double[p]; // Σ (x̄ − x)·dH₀
        for (int i = 0; i < n; i++) {
            hazard += hazards.hazard[i];
            square += hazards.square[i];
            double fromBeta = 0;
            for (int j = 0; j < p; j++) off[j] += hazards.meanHazard[i * p + j] - x[j] * hazards.hazard[i];
            for (int j = 0; j < p; j++) for (int k = 0; k < p; k++) fromBeta += off[j] * off[k] * covariance[j * p + k];
            times[i] = sets.moment[hazards.time[i]];
            cumulative[i] = risk * hazard;
            error[i] = risk * Math.sqrt(square + Math.max(0, fromBeta));
        }
        return new SurvivalCurve(times, cumulative, error);
    }
}
