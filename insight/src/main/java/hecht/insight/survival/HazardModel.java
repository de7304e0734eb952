package hecht.insight.survival;

import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Interval;
import hecht.insight.regression.LogisticModel;
import java.util.Arrays;
import java.util.List;

/// A fitted hazard by period: hₜ = 1/(1 + exp(−ηₜ)), and S(t) = Π (1 − hₛ) over the periods 1 … t.
public final class HazardModel {
    private final LogisticModel model;
    private final PeriodEffect effect;
    private final int[] periods; // seen, in order
    private final int added; // covariates that tell the period

    HazardModel(LogisticModel model, PeriodEffect effect, int[] periods) {
        this.model = model;
        this.effect = effect;
        this.periods = periods;
        added = DiscreteHazard.names(effect, periods).size();
    }

    /// The intercept, what tells the period, then the covariates.
    public List<Coefficient> coefficients() {
        return model.coefficients();
    }

    public double logLikelihood() {
        return model.logLikelihood();
    }

    /// With one hazard for every customer and period.
    public double logLikelihoodNull() {
        return model.logLikelihoodNull();
    }

    /// The chance that a customer who is there when a period begins leaves in it.
    ///
    /// @throws IllegalArgumentException when that period was not seen and each has a level of its own
    public double hazard(int period, double... covariates) {
        return model.probability(row(period, covariates));
    }

    public Interval hazardInterval(double level, int period, double... covariates) {
        return model.interval(level, row(period, covariates));
    }

    /// The chance to be there still when this many periods are over.
    public double survival(int periods, double... covariates) {
        return Math.exp(-cumulative(periods, covariates));
    }

    /// S^exp(±z·se), with the se of ln H, H = −ln S = Σ ln(1 + exp ηₜ), by the delta rule: ∂H/∂β = Σ hₜxₜ.
    public Interval survivalInterval(double level, int periods, double... covariates) {
        double z = Interval.deviations(level);
        double cumulative = cumulative(periods, covariates);
        if (periods == 0) return new Interval(1, 1);
        double[] slope = new double[model.coefficients().size()];
        for (int t = 1; t <= periods; t++) {
            double[] row = row(t, covariates);
            double hazard = model.probability(row);
            slope[0] += hazard;
            for (int j = 1; j < slope.length; j++) slope[j] += hazard * row[j - 1];
        }
        double error = Math.sqrt(model.covariance().variance(slope)) / cumulative;
        return new Interval(Math.exp(-cumulative * Math.exp(z * error)), Math.exp(-cumulative * Math.exp(-z * error)));
    }

    private double cumulative(int periods, double... covariates) {
        if (periods < 0) throw new IllegalArgumentException("expected 0 periods or more, found " + periods);
        double sum = 0;
        for (int t = 1; t <= periods; t++) {
            double eta = model.logit(row(t, covariates));
            sum += Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta)));
        }
        return sum;
    }

    private double[] row(int period, double... covariates) {
        if (period < 1) throw new IllegalArgumentException("expected a period of 1 or later, found " + period);
        if (effect == PeriodEffect.EACH && Arrays.binarySearch(periods, period) < 0)
            throw new IllegalArgumentException("period " + period
                    + " was not seen, and each has a level of its own; expected one of " + Arrays.toString(periods));
        double[] row = new double[added + covariates.length];
        DiscreteHazard.fill(effect, periods, period, row, 0);
        System.arraycopy(covariates, 0, row, added, covariates.length);
        return row;
    }
}
