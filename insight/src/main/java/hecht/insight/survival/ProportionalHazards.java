package hecht.insight.survival;

import hecht.insight.regression.ChiSquare;
import hecht.insight.regression.Cholesky;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Whether an effect changes as time goes on: the score test of adding xⱼ·t to the regression, at β̂, for each covariate and for all
/// together. A small p says that the hazards are not proportional.
///
/// Grambsch & Therneau (1994), *Biometrika* 81(3), with time as it is (`identity`), and with the exact information as R's cox.zph has
/// it since survival 3.0, not the average one of the paper.
///
/// @param byCovariate on one degree of freedom each, in the order of the covariates
public record ProportionalHazards(SequencedMap<String, ChiSquare> byCovariate, ChiSquare together) {
    public ProportionalHazards {
        byCovariate = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byCovariate));
    }

    /// The test of one covariate.
    public ChiSquare of(String covariate) {
        ChiSquare test = byCovariate.get(covariate);
        if (test == null)
            throw new IllegalArgumentException("expected one of " + byCovariate.keySet() + ", found " + covariate);
        return test;
    }

    static Optional<ProportionalHazards> test(RiskSets sets, Ties ties, double[] beta) {
        int p = sets.columns;
        double[] risk = new double[sets.rows];
        double largest = sets.predict(beta, risk);
        for (int i = 0; i < risk.length; i++) risk[i] = Math.exp(risk[i] - largest);
        double middle = middle(sets);
        double reach = Math.max(sets.moment[sets.times - 1] - middle, middle - sets.moment[0]);
        if (reach == 0) return Optional.empty();

        double[] slope = new double
                [p]; // of the p products x·g, g = (t − middle)/reach: the test is the same in any unit of time
        int size = 2 * p;
        double[] information = new double[size * size]; // of x and x·g
        double[] averages = new double[p];
        double[] variance = new double[p * p];
        Summing one = new Summing(ties, p, averages, variance);
        sets.walk(risk, (t, deaths, all, dying) -> {
            one.clear();
            one.at(t, deaths, all, dying);
            double g = (sets.moment[t] - middle) / reach;
            for (int j = 0; j < p; j++) {
                double leavers = 0;
                for (int i = sets.begin[t]; i < sets.begin[t] + deaths; i++) leavers += sets.x[i * p + j];
                slope[j] += g * (leavers + averages[j]);
                for (int k = 0; k < p; k++) {
                    double v = k <= j ? variance[j * p + k] : variance[k * p + j];
                    information[j * size + k] += v;
                    information[(p + j) * size + k] += g * v;
                    information[(p + j) * size + p + k] += g * g * v;
                }
            }
        });
        Cholesky whole = Cholesky.of(information, size);
        if (!whole.positive()) return Optional.empty();
        double[] u = new double[size];
        System.arraycopy(slope, 0, u, p, p);
        SequencedMap<String, ChiSquare> tests = new LinkedHashMap<>();
        for (int j = 0; j < p; j++)
            tests.put(sets.units.names().get(j), ChiSquare.of(alone(information, size, p, j, slope[j]), 1));
        return Optional.of(new ProportionalHazards(tests, ChiSquare.of(whole.quadratic(u), p)));
    }

    /// The test with x and this one product.
    private static double alone(double[] information, int size, int p, int j, double slope) {
        double[] some = new double[(p + 1) * (p + 1)];
        for (int i = 0; i <= p; i++) {
            int row = i < p ? i : p + j;
            for (int k = 0; k <= i; k++) some[i * (p + 1) + k] = information[row * size + (k < p ? k : p + j)];
        }
        double[] u = new double[p + 1];
        u[p] = slope;
        return Cholesky.of(some, p + 1).quadratic(u);
    }

    private static double middle(RiskSets sets) {
        double sum = 0;
        long count = 0;
        for (int t = 0; t < sets.times; t++) {
            sum += sets.deaths[t] * sets.moment[t];
            count += sets.deaths[t];
        }
        return sum / count;
    }
}
