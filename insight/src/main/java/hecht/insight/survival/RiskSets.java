package hecht.insight.survival;

import hecht.insight.regression.Covariates;
import hecht.insight.regression.Standardised;
import java.util.Arrays;

/// Subjects in order of time, those who left first among equals, and the walk over their risk sets: from the last time to the first,
/// so that a risk set is what was summed before and those of this time.
final class RiskSets {
    /// What is done at a time at which somebody left. Sums are over subjects, weighted by r = exp(η − max η).
    @FunctionalInterface
    interface Visitor {
        void at(int time, int deaths, Sums risk, Sums dying);
    }

    /// Σr, Σr·x and, column ≤ row, Σr·x·xᵀ.
    static final class Sums {
        double weight;
        final double[] first;
        final double[] second; // [row][column]

        Sums(int columns) {
            first = new double[columns];
            second = new double[columns * columns];
        }
    }

    final Standardised units;
    final int columns;
    final int rows;
    final int[] order; // [place] → subject as it came
    final double[] x; // [place][covariate], standardised
    final int times; // distinct
    final int[] begin; // [time] → first place; one more at the end
    final int[] deaths; // [time]; the first places of a time are its leavers
    final double[] moment; // [time]

    RiskSets(Durations durations, Covariates covariates) {
        units = covariates.standardised();
        columns = covariates.columns();
        rows = durations.size();
        order = durations.order();
        x = new double[rows * columns];
        int[] begins = new int[rows + 1];
        int[] dying = new int[rows];
        double[] moments = new double[rows];
        int count = -1;
        for (int i = 0; i < rows; i++) {
            int subject = order[i];
            units.copy(subject, x, i * columns);
            if (i == 0 || durations.time(subject) != moments[count]) {
                begins[++count] = i;
                moments[count] = durations.time(subject);
            }
            if (durations.left(subject)) dying[count]++;
        }
        times = count + 1;
        begins[times] = rows;
        begin = Arrays.copyOf(begins, times + 1);
        deaths = Arrays.copyOf(dying, times);
        moment = Arrays.copyOf(moments, times);
    }

    /// Whether at some moment somebody left and another stayed.
    boolean comparable() {
        for (int t = 0; t < times; t++) if (deaths[t] > 0) return rows - begin[t] > deaths[t];
        return false;
    }

    /// η = xβ of every place; fills `eta` and returns the largest.
    double predict(double[] beta, double[] eta) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0, at = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) sum += beta[j] * x[at++];
            eta[i] = sum;
            if (sum > largest) largest = sum;
        }
        return largest;
    }

    /// @param risk exp(η − max η) of every place
    void walk(double[] risk, Visitor visitor) {
        Sums all = new Sums(columns);
        Sums dying = new Sums(columns);
        for (int t = times - 1; t >= 0; t--) {
            int d = deaths[t];
            int first = begin[t];
            int alive = d > 1 ? first + d : first; // a single leaver needs no sum of its own
            add(risk, alive, begin[t + 1], all);
            if (d > 1) {
                clear(dying);
                add(risk, first, alive, dying);
                all.weight += dying.weight;
                for (int j = 0; j < columns; j++) all.first[j] += dying.first[j];
                for (int j = 0; j < columns * columns; j++) all.second[j] += dying.second[j];
            }
            if (d > 0) visitor.at(t, d, all, dying);
        }
    }

    private void add(double[] risk, int from, int to, Sums sums) {
        double[] first = sums.first;
        double[] second = sums.second;
        for (int i = from, row = from * columns; i < to; i++, row += columns) {
            double r = risk[i];
            sums.weight += r;
            for (int j = 0, cell = 0; j < columns; j++, cell += columns) {
                double weighted = r * x[row + j];
                first[j] += weighted;
                for (int k = 0; k <= j; k++) second[cell + k] += weighted * x[row + k];
            }
        }
    }

    private static void clear(Sums sums) {
        sums.weight = 0;
        Arrays.fill(sums.first, 0);
        Arrays.fill(sums.second, 0);
    }
}
