package hecht.insight.regression;

import java.util.ArrayList;
import java.util.List;

/// A fitted logistic regression. Its first coefficient is the intercept.
///
/// @param coefficients  in units of the covariates as they came
/// @param covariance    of the coefficients, in their order
/// @param logLikelihoodNull with the intercept alone
public record LogisticModel(
        List<Coefficient> coefficients, Covariance covariance, double logLikelihood, double logLikelihoodNull) {
    public LogisticModel {
        coefficients = List.copyOf(coefficients);
    }

    /// From standardised coordinates back: βⱼ = bⱼ·uⱼ and β₀ = b₀ − Σ bⱼuⱼ·meanⱼ, a linear map that takes the covariance along.
    static LogisticModel of(List<String> names, Standardised units, Ascent.Top top) {
        int size = names.size();
        double[] map = new double[size * size];
        map[0] = 1;
        for (int j = 1; j < size; j++) {
            map[j * size + j] = units.unit(j - 1);
            map[j] = -units.unit(j - 1) * units.mean(j - 1);
        }
        double[] inner = top.covariance();
        double[] half = product(map, inner, size, false);
        Covariance covariance = new Covariance(size, product(half, map, size, true));
        double[] point = top.point();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double estimate = 0;
            for (int j = 0; j < size; j++) estimate += map[i * size + j] * point[j];
            coefficients.add(new Coefficient(names.get(i), estimate, covariance.standardError(i)));
        }
        return new LogisticModel(coefficients, covariance, top.height(), top.start());
    }

    private static double[] product(double[] a, double[] b, int size, boolean transposed) {
        double[] product = new double[size * size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                for (int k = 0; k < size; k++)
                    product[i * size + j] += a[i * size + k] * (transposed ? b[j * size + k] : b[k * size + j]);
        return product;
    }

    /// ln(p/(1 − p)) for one row.
    public double logit(double... covariates) {
        double sum = coefficients.getFirst().estimate();
        double[] row = row(covariates);
        for (int j = 1; j < row.length; j++) sum += coefficients.get(j).estimate() * row[j];
        return sum;
    }

    public double probability(double... covariates) {
        return 1 / (1 + Math.exp(-logit(covariates)));
    }

    /// For the probability itself, not for one outcome: logit ± z·se, taken back.
    public Interval interval(double level, double... covariates) {
        double error = Math.sqrt(covariance.variance(row(covariates)));
        Interval logit = Interval.around(logit(covariates), error, level);
        return new Interval(1 / (1 + Math.exp(-logit.low())), 1 / (1 + Math.exp(-logit.high())));
    }

    /// The covariates against the intercept alone; needs at least one.
    public ChiSquare likelihoodRatio() {
        return ChiSquare.of(2 * (logLikelihood - logLikelihoodNull), coefficients.size() - 1);
    }

    private double[] row(double... covariates) {
        if (covariates.length != coefficients.size() - 1)
            throw new IllegalArgumentException(
                    "expected " + (coefficients.size() - 1) + " covariates, found " + covariates.length);
        double[] row = new double[coefficients.size()];
        row[0] = 1;
        for (int j = 1; j < row.length; j++) {
            if (!Double.isFinite(covariates[j - 1]))
                throw new IllegalArgumentException(
                        coefficients.get(j).name() + ": expected a number, found " + covariates[j - 1]);
            row[j] = covariates[j - 1];
        }
        return row;
    }
}
