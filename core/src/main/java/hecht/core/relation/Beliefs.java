package hecht.core.relation;

/// Arithmetic on beliefs: arrays `[level · K + condition]` of probabilities; one level in contract mode.
final class Beliefs {
    private Beliefs() {}

    /// Clamps what rounding made negative, and scales to sum 1. A belief that became impossible everywhere is left as it is.
    static void scale(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0) x[i] = 0;
            sum += x[i];
        }
        if (!(sum > 0)) return;
        double factor = 1 / sum;
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }

    /// x ← x·((1 − w)·I + w·M), in every level alike.
    static void move(double[] x, Matrix move, double weight) {
        int k = move.columns();
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

    /// x_k ← x_k·f_k / Σ, in every level alike.
    static void weigh(double[] x, double[] factor) {
        int k = factor.length;
        for (int i = 0; i < x.length; i++) x[i] *= factor[i % k];
        scale(x);
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
