package hecht.app.cli;

import hecht.core.episode.EpisodeRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Ended episodes that asked something of the organisation, added up by the customer's goal.
final class Goals {
    /// Below so many nothing is said of a group.
    static final int ENOUGH = 30;

    static final String UNNAMED = "";

    private final Map<String, Goal> byGoal = new TreeMap<>();
    private final Goal all = new Goal(UNNAMED);
    private long open;

    /// Sums over the episodes of one goal; ask only with `n` above 0.
    static final class Goal {
        private final String name;
        private long n;
        private long byUs;
        private long byCustomer;
        private long contacts;
        private double quality;
        private double mean;
        private double peakEnd;

        private Goal(String name) {
            this.name = name;
        }

        private void add(EpisodeRecord of) {
            n++;
            if (Boolean.TRUE.equals(of.rightByUs())) byUs++;
            if (Boolean.TRUE.equals(of.rightByCustomer())) byCustomer++;
            contacts += of.contacts();
            quality += of.quality();
            mean += of.mean().orElse(1.0);
            peakEnd += of.peakEnd().orElse(1.0);
        }

        String name() {
            return name;
        }

        long n() {
            return n;
        }

        boolean isEnough() {
            return n >= ENOUGH;
        }

        /// Share right first time by the organisation's count, and by the customer's.
        double byUs() {
            return (double) byUs / n;
        }

        double byCustomer() {
            return (double) byCustomer / n;
        }

        double contacts() {
            return (double) contacts / n;
        }

        double quality() {
            return quality / n;
        }

        double mean() {
            return mean / n;
        }

        double peakEnd() {
            return peakEnd / n;
        }

        private double gap() {
            return byUs() - byCustomer();
        }
    }

    /// An episode counts when it ended and there was something to get right.
    void add(EpisodeRecord of) {
        if (of.closed() == null) open++;
        if (of.rightByUs() == null) return;
        byGoal.computeIfAbsent(of.goal() == null ? UNNAMED : of.goal(), Goal::new)
                .add(of);
        all.add(of);
    }

    Goal all() {
        return all;
    }

    /// Episodes that still run.
    long open() {
        return open;
    }

    /// Those of which something can be said first, the widest gap between the two counts above.
    List<Goal> byGap() {
        List<Goal> goals = new ArrayList<>(byGoal.values());
        goals.sort(Comparator.comparingInt((Goal each) -> each.isEnough() ? 0 : 1)
                .thenComparingDouble(each -> each.isEnough() ? -each.gap() : -each.n())
                .thenComparing(Goal::name));
        return goals;
    }
}
