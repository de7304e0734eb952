package hecht.insight.regression;

import java.util.Arrays;
import java.util.List;

/// Covariates less their mean, in standard deviations: so that a step of a climb means the same for euros and for years, and no
/// product of them overflows. A covariate that has one value everywhere is 0 everywhere.
public final class Standardised {
    /// A deviation below this part of the largest value is rounding.
    private static final double ROUNDING = 1e-13;

    private final List<String> names;
    private final double[] values; // [row][covariate], as they came
    private final double[] mean;
    private final double[] inverseDeviation;

    Standardised(List<String> names, double[] values, double[] weights) {
        this.names = names;
        this.values = values;
        int columns = names.size();
        mean = new double[columns];
        inverseDeviation = new double[columns];
        double weight = Arrays.stream(weights).sum();
        double[] largest = new double[columns];
        for (int i = 0, at = 0; i < weights.length; i++)
            for (int j = 0; j < columns; j++, at++) {
                mean[j] += weights[i] * values[at];
                largest[j] = Math.max(largest[j], Math.abs(values[at]));
            }
        for (int j = 0; j < columns; j++) mean[j] /= weight;
        for (int i = 0, at = 0; i < weights.length; i++)
            for (int j = 0; j < columns; j++, at++) {
                double off = values[at] - mean[j];
                inverseDeviation[j] += weights[i] * off * off;
            }
        for (int j = 0; j < columns; j++) {
            double deviation = Math.sqrt(inverseDeviation[j] / weight);
            inverseDeviation[j] = deviation > ROUNDING * largest[j] ? 1 / deviation : 0;
        }
    }

    public List<String> names() {
        return names;
    }

    public int columns() {
        return names.size();
    }

    /// Writes a row where `to` says.
    public void copy(int row, double[] to, int at) {
        int columns = mean.length;
        for (int j = 0, from = row * columns; j < columns; j++, from++)
            to[at + j] = (values[from] - mean[j]) * inverseDeviation[j];
    }

    /// A row of one's own, in these units.
    /// @throws IllegalArgumentException when there are more or fewer, or one is no number
    public double[] of(double... covariates) {
        if (covariates.length != mean.length)
            throw new IllegalArgumentException(
                    "expected the " + mean.length + " covariates " + names + ", found " + covariates.length);
        double[] row = new double[mean.length];
        for (int j = 0; j < row.length; j++) {
            if (!Double.isFinite(covariates[j]))
                throw new IllegalArgumentException(names.get(j) + ": expected a number, found " + covariates[j]);
            row[j] = (covariates[j] - mean[j]) * inverseDeviation[j];
        }
        return row;
    }

    public double mean(int column) {
        return mean[column];
    }

    /// What one unit of the covariate is in these units; 0 for a covariate of one value.
    public double unit(int column) {
        return inverseDeviation[column];
    }
}
