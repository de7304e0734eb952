package hecht.insight.survival;

import java.util.Arrays;

/// Harrell's C: among pairs of which one is known to have left before the other, the share in which the earlier had the larger
/// predictor; equal predictors count half, two that left at the same time are no pair.
/// Harrell, Lee & Mark (1996), *Statistics in Medicine* 15(4). With a tree of counts: n·ln n steps.
final class Concordance {
    private Concordance() {}

    /// @param eta `[place]`    @return in [0, 1]; there is at least one pair
    static double of(RiskSets sets, double[] eta) {
        double[] levels =
                Arrays.stream(eta).map(each -> each + 0.0).sorted().distinct().toArray();
        int[] counts = new int[levels.length + 1]; // a Fenwick tree over levels
        long longer = 0;
        long right = 0;
        long equal = 0;
        long pairs = 0;
        for (int t = sets.times - 1; t >= 0; t--) {
            int first = sets.begin[t];
            int alive = first + sets.deaths[t];
            for (int i = alive; i < sets.begin[t + 1]; i++) longer += add(counts, level(levels, eta[i]));
            for (int i = first; i < alive; i++) {
                int level = level(levels, eta[i]);
                long below = sum(counts, level - 1);
                right += below;
                equal += sum(counts, level) - below;
                pairs += longer;
            }
            for (int i = first; i < alive; i++) longer += add(counts, level(levels, eta[i]));
        }
        return (right + .5 * equal) / pairs;
    }

    private static int level(double[] levels, double eta) {
        return Arrays.binarySearch(levels, eta + 0.0) + 1;
    }

    private static int add(int[] counts, int level) {
        for (int i = level; i < counts.length; i += i & -i) counts[i]++;
        return 1;
    }

    private static long sum(int[] counts, int level) {
        long sum = 0;
        for (int i = level; i > 0; i -= i & -i) sum += counts[i];
        return sum;
    }
}
