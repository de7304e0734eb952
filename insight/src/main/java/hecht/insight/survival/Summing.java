package hecht.insight.survival;

import java.util.Arrays;

/// Sums, over times at which somebody left, what those at risk are on average, d times (taken off the gradient), and the variance of
/// their covariates, d times (added to the information).
final class Summing implements RiskSets.Visitor {
    private final Ties ties;
    private final int columns;
    private final double[] gradient;
    private final double[] information;
    private final Tied tied = new Tied();
    private double logs;

    Summing(Ties ties, int columns, double[] gradient, double[] information) {
        this.ties = ties;
        this.columns = columns;
        this.gradient = gradient;
        this.information = information;
        clear();
    }

    void clear() {
        Arrays.fill(gradient, 0);
        Arrays.fill(information, 0);
        logs = 0;
    }

    /// Σₜ Σᵣ ln cᵣ.
    double logs() {
        return logs;
    }

    @Override
    public void at(int time, int deaths, RiskSets.Sums risk, RiskSets.Sums dying) {
        tied.sum(ties, deaths, risk.weight, dying.weight);
        logs += tied.log;
        if (tied.part == 0) untied(risk);
        else tied(risk, dying);
    }

    private void untied(RiskSets.Sums risk) {
        double[] first = risk.first;
        double[] second = risk.second;
        double a = tied.inverse;
        double b = tied.square;
        for (int j = 0, cell = 0; j < columns; j++, cell += columns) {
            gradient[j] -= a * first[j];
            double scaled = b * first[j];
            for (int k = 0; k <= j; k++) information[cell + k] += a * second[cell + k] - scaled * first[k];
        }
    }

    private void tied(RiskSets.Sums risk, RiskSets.Sums dying) {
        double[] s = risk.first;
        double[] d = dying.first;
        for (int j = 0, cell = 0; j < columns; j++, cell += columns) {
            gradient[j] -= tied.inverse * s[j] - tied.part * d[j];
            for (int k = 0; k <= j; k++)
                information[cell + k] += tied.inverse * risk.second[cell + k]
                        - tied.part * dying.second[cell + k]
                        - tied.square * s[j] * s[k]
                        + tied.partSquare * (s[j] * d[k] + d[j] * s[k])
                        - tied.partsSquare * d[j] * d[k];
        }
    }
}
