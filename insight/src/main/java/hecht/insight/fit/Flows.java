package hecht.insight.fit;

import hecht.core.relation.Flow;
import hecht.core.relation.Matrix;
import hecht.core.relation.Parameters;

/// How conditions flow behind each door, in the modes of A = Q − φ·diag(μ), and what time spent in modes says of time spent in
/// conditions (Liu et al. 2015, section 3; Hobolth & Jensen 2011). Immutable, for several threads.
final class Flows {
    private final int k;
    private final double[] doors;
    final double[][] eigenvalues; // less the largest, [door][mode]
    final double[] largest; // [door]
    final double[][] right; // V, [door][condition · K + mode]
    final double[][] left; // V⁻¹, [door][mode · K + condition]
    private final Matrix drift;

    Flows(Parameters parameters, double[] doors) {
        this.doors = doors;
        k = parameters.conditions();
        drift = parameters.drift();
        eigenvalues = new double[doors.length][];
        largest = new double[doors.length];
        right = new double[doors.length][];
        left = new double[doors.length][];
        for (int d = 0; d < doors.length; d++) {
            Flow flow =
                    new Flow(drift.plus(Matrix.diagonal(parameters.leaving()).times(-doors[d])));
            eigenvalues[d] = flow.eigenvalues();
            largest[d] = Double.NEGATIVE_INFINITY;
            for (double each : eigenvalues[d]) largest[d] = Math.max(largest[d], each);
            for (int j = 0; j < k; j++) eigenvalues[d][j] -= largest[d];
            right[d] = flow.right();
            left[d] = flow.left();
        }
    }

    /// ∫₀^Δ e^{λ_a·s}·e^{λ_b·(Δ−s)} ds = (e^{λ_a·Δ} − e^{λ_b·Δ})/(λ_a − λ_b), its limit where they are equal.
    ///
    /// @param growthA e^{λ_a·Δ}
    static double together(double a, double b, double growthA, double growthB, double years) {
        double apart = (a - b) * years;
        // Below this the difference of the exponentials has lost more digits than the series' next term, x²/24, is
        // worth.
        if (Math.abs(apart) < 1e-5) return years * .5 * (growthA + growthB);
        return (growthA - growthB) / (a - b);
    }

    /// What the sums over modes say of conditions.
    ///
    /// @param passed [door][mode · K + mode], each a_a·b_b·∫ / Z
    Lived lived(double[][] passed) {
        double[] years = new double[k];
        double[] open = new double[k];
        double[] up = new double[k - 1];
        double[] down = new double[k - 1];
        for (int d = 0; d < doors.length; d++) {
            for (int i = 0; i < k; i++) {
                double here = between(d, passed[d], i, i);
                years[i] += here;
                open[i] += doors[d] * here;
                if (i + 1 < k) {
                    up[i] += drift.at(i, i + 1) * between(d, passed[d], i, i + 1);
                    down[i] += drift.at(i + 1, i) * between(d, passed[d], i + 1, i);
                }
            }
        }
        return new Lived(years, open, up, down);
    }

    /// Σ_ab W_ai·S_ab·V_jb: at i up to a moment and at j from it on, summed over the moments.
    private double between(int door, double[] sums, int i, int j) {
        double all = 0;
        for (int a = 0; a < k; a++)
            for (int b = 0; b < k; b++) all += left[door][a * k + i] * sums[a * k + b] * right[door][j * k + b];
        return all;
    }

    /// @param years in each condition  @param open the same, each as much as its door was open: φ·years
    /// @param up drifts from each condition but the last to the next  @param down from each but the first to the one before
    @SuppressWarnings("ArrayRecordComponent") // a bundle of sums that lives for one step
    record Lived(double[] years, double[] open, double[] up, double[] down) {}
}
