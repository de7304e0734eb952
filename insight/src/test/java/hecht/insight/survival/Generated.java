package hecht.insight.survival;

import hecht.insight.regression.Covariates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Subjects whose hazard is exp(xβ) of one a unit of time, some of them censored.
record Generated(Durations durations, Covariates covariates) {
    /// @param moments into how many times a unit is cut: few give many ties
    static Generated of(Random random, int size, int moments, double... beta) {
        double[] times = new double[size];
        boolean[] left = new boolean[size];
        double[][] x = new double[size][beta.length];
        List<String> names = new ArrayList<>();
        for (int j = 0; j < beta.length; j++) names.add("x" + (j + 1));
        for (int i = 0; i < size; i++) {
            double eta = 0;
            for (int j = 0; j < beta.length; j++) {
                x[i][j] = random.nextGaussian();
                eta += beta[j] * x[i][j];
            }
            double leaves = -Math.log(1 - random.nextDouble()) / Math.exp(eta);
            double looked = 3 * random.nextDouble();
            left[i] = leaves <= looked;
            times[i] = Math.ceil(Math.min(leaves, looked) * moments) / moments;
        }
        return new Generated(Durations.of(times, left), Covariates.of(names, x));
    }
}
