package hecht.app.words;

import hecht.core.relation.Matrix;
import java.util.Arrays;
import java.util.Comparator;

/// Rounds parts so that, as printed, they still add up: the largest remainders are rounded up (Hamilton's method).
public final class Rounding {
    private Rounding() {}

    /// Shares that sum to one, as whole parts of `whole`.
    public static long[] ofShares(Matrix shares, int whole) {
        double[] parts = new double[shares.columns()];
        for (int i = 0; i < parts.length; i++) parts[i] = whole * shares.at(i);
        return toAddUp(parts, whole);
    }

    /// Whole numbers near the parts, each at most one away, which sum to `total`.
    ///
    /// @param parts finite, whose sum is within one a part of `total`
    public static long[] toAddUp(double[] parts, long total) {
        long[] rounded = new long[parts.length];
        long missing = total;
        for (int i = 0; i < parts.length; i++) {
            rounded[i] = (long) Math.floor(parts[i]);
            missing -= rounded[i];
        }
        Integer[] byRemainder = new Integer[parts.length];
        Arrays.setAll(byRemainder, i -> i);
        Arrays.sort(byRemainder, Comparator.comparingDouble(i -> Math.floor(parts[i]) - parts[i]));
        if (missing < 0 || missing > parts.length)
            throw new IllegalArgumentException(
                    "parts sum to " + Arrays.stream(parts).sum() + ", not near " + total);
        for (int i = 0; i < missing; i++) rounded[byRemainder[i]]++;
        return rounded;
    }
}
