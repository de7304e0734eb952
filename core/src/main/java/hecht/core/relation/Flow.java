package hecht.core.relation;

/// How beliefs pass through time with the door in one position: exp(AΔ) of A = Q − φ·diag(μ), whose part −φμ is the evidence
/// of not having left. Q is birth–death with positive rates, so A is similar to a symmetric matrix, its eigenvalues are real,
/// and exp(AΔ) = V·exp(ΛΔ)·V⁻¹ costs K exponentials. Immutable, for several threads.
public final class Flow {
    private final int k;
    private final double[] eigenvalues;
    private final double[]
            decay; // eigenvalues less the largest: scaling takes the common factor out, and none underflows alone
    private final double[] right; // V, [condition][mode]
    private final double[] left; // V⁻¹, [mode][condition]

    /// @param rates A, `[from][to]` a unit of time, tridiagonal with positive neighbours
    public Flow(Matrix rates) {
        k = rates.rows();
        double[] scale = new double[k]; // √r, with r from detailed balance: S = R^½·A·R^−½ is symmetric
        double[][] s = new double[k][k];
        scale[0] = 1;
        for (int i = 0; i < k; i++) {
            s[i][i] = rates.at(i, i);
            if (i + 1 < k) {
                double both = StrictMath.sqrt(rates.at(i, i + 1) * rates.at(i + 1, i));
                s[i][i + 1] = both;
                s[i + 1][i] = both;
                scale[i + 1] = scale[i] * StrictMath.sqrt(rates.at(i, i + 1) / rates.at(i + 1, i));
            }
        }
        double[][] vectors = Jacobi.diagonalise(s);
        eigenvalues = new double[k];
        right = new double[k * k];
        left = new double[k * k];
        for (int j = 0; j < k; j++) {
            eigenvalues[j] = s[j][j];
            for (int i = 0; i < k; i++) {
                right[i * k + j] = vectors[i][j] / scale[i];
                left[j * k + i] = vectors[i][j] * scale[i];
            }
        }
        double largest = eigenvalues[0];
        for (double each : eigenvalues) largest = Math.max(largest, each);
        decay = new double[k];
        for (int j = 0; j < k; j++) decay[j] = eigenvalues[j] - largest;
    }

    /// Λ, [mode], in no order.
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /// V, `[condition · K + mode]`.
    public double[] right() {
        return right.clone();
    }

    /// V⁻¹, `[mode · K + condition]`.
    public double[] left() {
        return left.clone();
    }

    /// Passes two beliefs through the same time, and scales each to sum 1. Tiny negatives of the eigen form become 0.
    void pass(double[] belief, double[] silent, double time) {
        if (k == 4) {
            passFour(belief, silent, time);
            return;
        }
        double[] growth = new double[k];
        for (int j = 0; j < k; j++) growth[j] = StrictMath.exp(decay[j] * time);
        pass(belief, growth);
        pass(silent, growth);
    }

    private void pass(double[] belief, double[] growth) {
        double[] then = new double[k];
        for (int j = 0; j < k; j++) {
            double mode = 0;
            for (int i = 0; i < k; i++) mode += belief[i] * right[i * k + j];
            mode *= growth[j];
            for (int i = 0; i < k; i++) then[i] += mode * left[j * k + i];
        }
        Beliefs.scale(then);
        System.arraycopy(then, 0, belief, 0, k);
    }

    /// The same for four conditions, without loops: this is the hot path of every event.
    private void passFour(double[] belief, double[] silent, double time) {
        double g0 = StrictMath.exp(decay[0] * time);
        double g1 = StrictMath.exp(decay[1] * time);
        double g2 = StrictMath.exp(decay[2] * time);
        double g3 = StrictMath.exp(decay[3] * time);
        passFour(belief, g0, g1, g2, g3);
        passFour(silent, g0, g1, g2, g3);
    }

    private void passFour(double[] b, double g0, double g1, double g2, double g3) {
        double[] v = right;
        double[] w = left;
        double m0 = g0 * (b[0] * v[0] + b[1] * v[4] + b[2] * v[8] + b[3] * v[12]);
        double m1 = g1 * (b[0] * v[1] + b[1] * v[5] + b[2] * v[9] + b[3] * v[13]);
        double m2 = g2 * (b[0] * v[2] + b[1] * v[6] + b[2] * v[10] + b[3] * v[14]);
        double m3 = g3 * (b[0] * v[3] + b[1] * v[7] + b[2] * v[11] + b[3] * v[15]);
        double x0 = Math.max(0, m0 * w[0] + m1 * w[4] + m2 * w[8] + m3 * w[12]);
        double x1 = Math.max(0, m0 * w[1] + m1 * w[5] + m2 * w[9] + m3 * w[13]);
        double x2 = Math.max(0, m0 * w[2] + m1 * w[6] + m2 * w[10] + m3 * w[14]);
        double x3 = Math.max(0, m0 * w[3] + m1 * w[7] + m2 * w[11] + m3 * w[15]);
        double scale = 1 / (x0 + x1 + x2 + x3);
        b[0] = x0 * scale;
        b[1] = x1 * scale;
        b[2] = x2 * scale;
        b[3] = x3 * scale;
    }

    /// exp(AΔ)·v: what a value of each condition at the end is worth at the beginning.
    void back(double[] value, double time) {
        double[] before = new double[k];
        for (int j = 0; j < k; j++) {
            double mode = 0;
            for (int i = 0; i < k; i++) mode += left[j * k + i] * value[i];
            mode *= StrictMath.exp(eigenvalues[j] * time);
            for (int i = 0; i < k; i++) before[i] += right[i * k + j] * mode;
        }
        System.arraycopy(before, 0, value, 0, k);
    }

    /// exp(AΔ), `[from · K + to]`, but for a common factor that scaling takes out.
    double[] over(double time) {
        double[] all = new double[k * k];
        for (int j = 0; j < k; j++) {
            double growth = StrictMath.exp(decay[j] * time);
            for (int i = 0; i < k; i++) {
                double mode = right[i * k + j] * growth;
                for (int to = 0; to < k; to++) all[i * k + to] += mode * left[j * k + to];
            }
        }
        return all;
    }
}
