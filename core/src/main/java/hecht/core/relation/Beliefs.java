package hecht.core.relation;

/// Arithmetic on beliefs: arrays `[level · K + condition]` of probabilities; one level in contract mode.
final class Beliefs {
    private Beliefs() {}

    /// Clamps what rounding made negative, and scales to sum 1. A belief that became impossible everywhere is left as it is.
    ///
    /// @return the sum before
    static double scale(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) x[i] = 0;
            sum += x[i];
        }
        if (!(sum > 0)) return sum;
        double factor = 1 / sum;
        for (int i = 0; i < x.length; i++) x[i] *= factor;
        return sum;
    }

    /// x ← x·((1 − w)·I + w·M), in every level alike.
    static void move(double[] x, Matrix move, double weight) {
        int k = move.columns();
        if (k == 4) {
            moveFour(x, move, weight);
            return;
        }
        double[] then = new double[k];
        for (int level = 0; level < x.length; level += k) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int i = 0; i < k; i++) sum += x[level + i] * move.at(i, j);
                then[j] = (1 - weight) * x[level + j] + weight * sum;
            }
            System.arraycopy(then, 0, x, level, k);
        }
    }

    /// The same for four conditions, without inner loops: this is the hot path of every encounter.
    private static void moveFour(double[] x, Matrix m, double w) {
        double rest = 1 - w;
        for (int at = 0; at < x.length; at += 4) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            x[at] = rest * x0 + w * (x0 * m.at(0) + x1 * m.at(4) + x2 * m.at(8) + x3 * m.at(12));
            x[at + 1] = rest * x1 + w * (x0 * m.at(1) + x1 * m.at(5) + x2 * m.at(9) + x3 * m.at(13));
            x[at + 2] = rest * x2 + w * (x0 * m.at(2) + x1 * m.at(6) + x2 * m.at(10) + x3 * m.at(14));
            x[at + 3] = rest * x3 + w * (x0 * m.at(3) + x1 * m.at(7) + x2 * m.at(11) + x3 * m.at(15));
        }
    }

    /// x_k ← x_k·f_k / Σ, in every level alike.
    ///
    /// @return the sum before it was scaled: how likely what was seen is
    static double weigh(double[] x, double[] factor) {
        int k = factor.length;
        for (int i = 0; i < x.length; i++) x[i] *= factor[i % k];
        return scale(x);
    }

    /// Σ x·value.
    static double mean(double[] x, double[] value) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * value[i];
        return sum;
    }

    /// Σ x ln(x / y), in nats: how much more x knows than y (Kullback & Leibler 1951).
    static double information(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) if (x[i] > 0) sum += x[i] * StrictMath.log(x[i] / y[i]);
        return Math.max(0, sum);
    }

    /// The shares of the conditions, summed over levels.
    static double[] byCondition(double[] x, int conditions) {
        double[] sums = new double[conditions];
        for (int i = 0; i < x.length; i++) sums[i % conditions] += x[i];
        return sums;
    }
}
