package hecht.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long something took, many times over. For several threads.
final class Times {
    private final List<Duration> all = new ArrayList<>();

    synchronized void add(Duration each) {
        all.add(each);
    }

    synchronized int count() {
        return all.size();
    }

    /// The least time within which so many of them were done.
    ///
    /// @param share above 0, at most 1  @throws IllegalStateException when there is none
    synchronized Duration within(double share) {
        if (all.isEmpty()) throw new IllegalStateException("nothing was measured");
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /// In one line: half of them, 95 in 100, the longest, and of how many.
    @Override
    public String toString() {
        if (count() == 0) return "none";
        return String.format(
                Locale.ROOT,
                "p50 %,d ms, p95 %,d ms, longest %,d ms (%,d)",
                within(.5).toMillis(),
                within(.95).toMillis(),
                within(1).toMillis(),
                count());
    }
}
