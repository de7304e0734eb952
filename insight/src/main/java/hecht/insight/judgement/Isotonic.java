package hecht.insight.judgement;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rising function nearest to points, by weighted least squares: neighbours that fall are pooled into their mean until none do.
/// Between two pools it goes straight, outside them it stays level.
///
/// Ayer, Brunk, Ewing, Reid & Silverman (1955), *Annals of Mathematical Statistics* 26(4): pool adjacent violators.
public final class Isotonic {
    private final double[] x; // rising; both ends of every pool
    private final double[] y; // not falling

    private Isotonic(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// Every point weighs the same.
    public static Isotonic fit(double[] x, double[] y) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return fit(x, y, ones);
    }

    /// @param weights above 0
    /// @throws IllegalArgumentException when there are no points, or naming the row that is no point
    public static Isotonic fit(double[] x, double[] y, double[] weights) {
        int n = x.length;
        if (n == 0 || y.length != n || weights.length != n)
            throw new IllegalArgumentException(
                    "expected at least one point, and an x, a y and a weight for each, found " + n + ", " + y.length
                            + " and " + weights.length);
        for (int i = 0; i < n; i++)
            if (!(Double.isFinite(x[i])
                    && Double.isFinite(y[i])
                    && weights[i] > 0
                    && weights[i] < Double.POSITIVE_INFINITY))
                throw new IllegalArgumentException("row " + i + ": expected numbers and a weight above 0, found x "
                        + x[i] + ", y " + y[i] + ", weight " + weights[i]);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(x[a], x[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] from = new double[n];
        double[] to = new double[n];
        double[] mean = new double[n];
        double[] weight = new double[n];
        int pools = 0;
        for (int i = 0; i < n; ) {
            double at = x[order[i]];
            double sum = 0;
            double mass = 0;
            for (; i < n && x[order[i]] == at; i++) { // points above one another are one point
                sum += weights[order[i]] * y[order[i]];
                mass += weights[order[i]];
            }
            from[pools] = at;
            to[pools] = at;
            mean[pools] = sum / mass;
            weight[pools] = mass;
            pools++;
            while (pools > 1 && mean[pools - 2] >= mean[pools - 1]) {
                pools--;
                double both = weight[pools - 1] + weight[pools];
                mean[pools - 1] += (mean[pools] - mean[pools - 1]) * (weight[pools] / both);
                weight[pools - 1] = both;
                to[pools - 1] = to[pools];
            }
        }
        double[] ends = new double[2 * pools];
        double[] levels = new double[2 * pools];
        for (int k = 0; k < pools; k++) {
            ends[2 * k] = from[k];
            ends[2 * k + 1] = to[k];
            levels[2 * k] = levels[2 * k + 1] = mean[k];
        }
        return new Isotonic(ends, levels);
    }

    public double at(double where) {
        if (Double.isNaN(where)) throw new IllegalArgumentException("expected a number, found NaN");
        if (where <= x[0]) return y[0];
        if (where >= x[x.length - 1]) return y[y.length - 1];
        int after = Arrays.binarySearch(x, where);
        if (after >= 0) return y[after]; // both ends of a pool of one point have its level
        after = -after - 1;
        double part = (where - x[after - 1]) / (x[after] - x[after - 1]);
        return y[after - 1] + part * (y[after] - y[after - 1]);
    }
}
