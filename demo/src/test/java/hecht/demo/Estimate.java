package hecht.demo;

import java.util.List;
import java.util.Locale;

/// A mean with the spread of chance, and a curve of calibration: what tests judge figures by.
///
/// @param error the standard error
record Estimate(double mean, double error, int n) {
    private static final double NINE_IN_TEN = 1.645;

    static Estimate of(List<Double> values) {
        double sum = 0;
        for (double each : values) sum += each;
        double mean = sum / values.size();
        double squares = 0;
        for (double each : values) squares += (each - mean) * (each - mean);
        int n = values.size();
        return new Estimate(mean, Math.sqrt(squares / (n - 1) / n), n);
    }

    Estimate minus(Estimate other) {
        return new Estimate(mean - other.mean, Math.hypot(error, other.error), Math.min(n, other.n));
    }

    /// Whether the interval for groups, nine in ten, covers a value.
    boolean covers(double value) {
        return Math.abs(mean - value) <= NINE_IN_TEN * error;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f ± %.2f (n = %d)", mean, NINE_IN_TEN * error, n);
    }
}
