package hecht.core.relation;

/// How beliefs over own rate and condition pass through silent days: exp(A_l·d) with A_l = Q − r_l·diag(m), from tables of
/// whole days. Immutable, for several threads.
final class RhythmTables {
    static final double DAYS_A_WEEK = 7;
    static final double DAYS_A_YEAR = 365.25;
    private static final double HALF_SEASON = 90;
    private static final int LONGEST = 400;
    private static final int COOL = 1;

    private final int levels = RhythmParameters.LEVELS;
    private final int k;
    private final double[] rates;
    private final double[] weights;
    private final double[] buying; // m, [condition]
    private final double[][] days; // [days][(level · k + from) · k + to]
    private final double[] buysInYear; // s, [level · k + condition]
    private final double[] buysInNinety;

    RhythmTables(RhythmParameters given) {
        k = given.down().columns() + 1;
        rates = new double[levels];
        double step =
                (StrictMath.log(RhythmParameters.FASTEST) - StrictMath.log(RhythmParameters.SLOWEST)) / (levels - 1);
        for (int l = 0; l < levels; l++) rates[l] = StrictMath.exp(StrictMath.log(RhythmParameters.SLOWEST) + l * step);
        weights = Gamma.weights(given.shape(), given.rate(), rates, step);
        buying = new double[k];
        for (int c = 1; c < k; c++) buying[c] = c == COOL ? given.cool() : 1;
        days = new double[LONGEST + 1][];
        buysInYear = new double[levels * k];
        buysInNinety = new double[levels * k];
        fill(given);
    }

    private void fill(RhythmParameters given) {
        for (int d = 1; d <= LONGEST; d++) days[d] = new double[levels * k * k];
        for (int l = 0; l < levels; l++) {
            Matrix silence = silence(given, rates[l]);
            Matrix day = silence.times(1 / DAYS_A_WEEK).exp();
            Matrix power = day;
            for (int d = 1; d <= LONGEST; d++) {
                System.arraycopy(power.toArray(), 0, days[d], l * k * k, k * k);
                power = power.times(day);
            }
            Matrix year = silence.times(DAYS_A_YEAR / DAYS_A_WEEK).exp().rowSums();
            Matrix ninety = silence.times(HALF_SEASON / DAYS_A_WEEK).exp().rowSums();
            for (int c = 0; c < k; c++) {
                buysInYear[l * k + c] = 1 - year.at(c);
                buysInNinety[l * k + c] = 1 - ninety.at(c);
            }
        }
    }

    private Matrix silence(RhythmParameters given, double rate) {
        double[][] a = new double[k][k];
        for (int i = 0; i + 1 < k; i++) {
            a[i][i + 1] += given.up().at(i);
            a[i][i] -= given.up().at(i);
            a[i + 1][i] += given.down().at(i);
            a[i + 1][i + 1] -= given.down().at(i);
        }
        for (int i = 0; i < k; i++) a[i][i] -= rate * buying[i];
        return Matrix.of(a);
    }

    /// The belief after the first purchase: the own rate as the organisation's customers have it, all of them warm.
    void born(double[] x, double[] conditions) {
        for (int l = 0; l < levels; l++) for (int c = 0; c < k; c++) x[l * k + c] = weights[l] * conditions[c];
    }

    /// Lets silent days pass, and scales to sum 1.
    ///
    /// @return how likely their silence is
    double pass(double[] x, int count) {
        if (count <= 0) return 1;
        for (int left = count; left > 0; ) {
            int some = Math.min(left, LONGEST);
            if (k == 4) passFour(x, days[some]);
            else pass(x, days[some]);
            left -= some;
        }
        return Beliefs.scale(x);
    }

    private void pass(double[] x, double[] table) {
        double[] then = new double[k];
        for (int l = 0; l < levels; l++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int i = 0; i < k; i++) sum += x[l * k + i] * table[(l * k + i) * k + j];
                then[j] = sum;
            }
            System.arraycopy(then, 0, x, l * k, k);
        }
    }

    /// The same for four conditions, without inner loops: this is the hot path of every event.
    private static void passFour(double[] x, double[] t) {
        for (int at = 0; at < x.length; at += 4) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            int row = at * 4;
            x[at] = x0 * t[row] + x1 * t[row + 4] + x2 * t[row + 8] + x3 * t[row + 12];
            x[at + 1] = x0 * t[row + 1] + x1 * t[row + 5] + x2 * t[row + 9] + x3 * t[row + 13];
            x[at + 2] = x0 * t[row + 2] + x1 * t[row + 6] + x2 * t[row + 10] + x3 * t[row + 14];
            x[at + 3] = x0 * t[row + 3] + x1 * t[row + 7] + x2 * t[row + 11] + x3 * t[row + 15];
        }
    }

    /// exp(A·d)·v in every level.
    void back(double[] value, int count) {
        double[] before = new double[k];
        for (int left = count; left > 0; ) {
            int some = Math.min(left, LONGEST);
            double[] table = days[some];
            for (int l = 0; l < levels; l++) {
                for (int i = 0; i < k; i++) {
                    double sum = 0;
                    for (int j = 0; j < k; j++) sum += table[(l * k + i) * k + j] * value[l * k + j];
                    before[i] = sum;
                }
                System.arraycopy(before, 0, value, l * k, k);
            }
            left -= some;
        }
    }

    /// The evidence of a purchase: x_{l,k} ← x_{l,k}·r_l·m_k / Σ.
    ///
    /// @return its density, a week
    double purchase(double[] x) {
        for (int l = 0; l < levels; l++) for (int c = 0; c < k; c++) x[l * k + c] *= rates[l] * buying[c];
        return Beliefs.scale(x);
    }

    int size() {
        return levels * k;
    }

    double rate(int level) {
        return rates[level];
    }

    double weight(int level) {
        return weights[level];
    }

    double[] buysInYear() {
        return buysInYear;
    }

    double[] buysInNinety() {
        return buysInNinety;
    }
}
