package hecht.insight.regression;

import java.util.Arrays;

/// The log-likelihood of a logistic regression; coordinate 0 is the intercept, the rest are standardised covariates.
final class LogisticLikelihood implements Concave {
    /// What a direction may lose in the linear predictor of a row and still count as losing nothing, and what it must gain somewhere.
    private static final double NOTHING = 1e-9;

    private static final double SOMETHING = .3;

    private final int size;
    private final int rows;
    private final double[] x; // [row][1 + covariate]
    private final double[] yes;
    private final double[] trials;

    LogisticLikelihood(Standardised covariates, double[] yes, double[] trials) {
        size = 1 + covariates.columns();
        rows = yes.length;
        x = new double[rows * size];
        for (int i = 0; i < rows; i++) {
            x[i * size] = 1;
            covariates.copy(i, x, i * size + 1);
        }
        this.yes = yes.clone();
        this.trials = trials.clone();
    }

    @Override
    public int size() {
        return size;
    }

    /// Σ m·p(1 − p), with one p for all.
    @Override
    public double usualInformation() {
        double all = 0;
        double share = 0;
        for (int i = 0; i < rows; i++) {
            all += trials[i];
            share += yes[i];
        }
        share /= all;
        return all * share * (1 - share);
    }

    @Override
    public double evaluate(double[] at, double[] gradient, double[] information) {
        Arrays.fill(gradient, 0);
        Arrays.fill(information, 0);
        double sum = 0;
        for (int i = 0, row = 0; i < rows; i++, row += size) {
            double eta = predictor(row, at);
            double small = Math.exp(-Math.abs(eta)); // never overflows
            sum += yes[i] * eta - trials[i] * (Math.max(0, eta) + Math.log1p(small));
            double p = eta > 0 ? 1 / (1 + small) : small / (1 + small);
            double off = yes[i] - trials[i] * p;
            double weight = trials[i] * small / ((1 + small) * (1 + small));
            for (int j = 0; j < size; j++) {
                gradient[j] += off * x[row + j];
                double weighted = weight * x[row + j];
                for (int k = 0; k <= j; k++) information[j * size + k] += weighted * x[row + k];
            }
        }
        return sum;
    }

    @Override
    public boolean endless(double[] direction) {
        double most = 0;
        for (int i = 0, row = 0; i < rows; i++, row += size) {
            double move = predictor(row, direction);
            if (yes[i] > 0 && move < -NOTHING) return false;
            if (yes[i] < trials[i] && move > NOTHING) return false;
            if (trials[i] > 0) most = Math.max(most, Math.abs(move));
        }
        return most > SOMETHING;
    }

    private double predictor(int row, double[] at) {
        double eta = 0;
        for (int j = 0; j < size; j++) eta += at[j] * x[row + j];
        return eta;
    }
}
