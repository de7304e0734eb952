package hecht.insight.survival;

/// Puts subjects in order of time without comparing them: the bits of a double that is not negative count up with its value, so a
/// radix sort of those bits, eleven at a time from the lowest, is the order of time. Stable; digits that are the same in all are passed by.
final class TimeOrder {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private TimeOrder() {}

    /// @param times not negative    @param first whoever comes first among equals
    static int[] of(double[] times, boolean[] first) {
        int n = times.length;
        int[] order = new int[n];
        long[] keys = new long[n];
        int at = 0;
        for (int turn = 0; turn < 2; turn++)
            for (int i = 0; i < n; i++)
                if (first[i] == (turn == 0)) {
                    order[at] = i;
                    keys[at++] = Double.doubleToRawLongBits(times[i] + 0.0); // −0 becomes 0
                }
        int[] nextOrder = new int[n];
        long[] nextKeys = new long[n];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] starts = new int[DIGITS + 1];
            for (int i = 0; i < n; i++) starts[(int) (keys[i] >>> shift & DIGITS - 1) + 1]++;
            if (n > 0 && starts[(int) (keys[0] >>> shift & DIGITS - 1) + 1] == n) continue;
            for (int d = 0; d < DIGITS; d++) starts[d + 1] += starts[d];
            for (int i = 0; i < n; i++) {
                int to = starts[(int) (keys[i] >>> shift & DIGITS - 1)]++;
                nextOrder[to] = order[i];
                nextKeys[to] = keys[i];
            }
            int[] order0 = order;
            order = nextOrder;
            nextOrder = order0;
            long[] keys0 = keys;
            keys = nextKeys;
            nextKeys = keys0;
        }
        return order;
    }
}
