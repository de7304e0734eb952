package hecht.app.cli;

import hecht.app.ingest.Line;
import hecht.core.relation.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// What a person wants to see of all relationships, kept in bounded memory while they pass: how they are spread, and which
/// to look at first, those in view with the lowest health.
final class Lookout {
    static final int BAND = 5;
    private static final int BANDS = 100 / BAND;
    private static final Comparator<Line> FIRST = Comparator.<Line>comparingInt(
                    line -> line.standing().isInView() ? 0 : 1)
            .thenComparingDouble(line -> line.standing().health())
            .thenComparing(Line::customer);

    private final int rows;
    private final PriorityQueue<Line> first = new PriorityQueue<>(FIRST.reversed());
    private final long[][] byBand = new long[BANDS][2];
    private final long[][] byCondition = new long[Condition.values().length][2];

    Lookout(int rows) {
        this.rows = rows;
    }

    void see(Line line) {
        int sight = line.standing().isInView() ? 0 : 1;
        byBand[Math.clamp((long) (line.standing().health() / BAND), 0, BANDS - 1)][sight]++;
        byCondition[line.standing().mostLikely()][sight]++;
        if (rows == 0) return;
        if (first.size() == rows && FIRST.compare(line, first.peek()) >= 0) return;
        if (first.size() == rows) first.poll();
        first.add(line);
    }

    List<Line> first() {
        List<Line> lines = new ArrayList<>(first);
        lines.sort(FIRST);
        boolean cut = lines.size() == rows; // else these are all there are
        if (cut && rows > 0 && lines.getFirst().standing().isInView())
            lines.removeIf(each -> !each.standing().isInView());
        return lines;
    }

    /// `[band][in view, not in view]`, band i holding health in [5i, 5i + 5), the last 100 too.
    long[][] byBand() {
        return byBand;
    }

    /// `[most likely condition][in view, not in view]`.
    long[][] byCondition() {
        return byCondition;
    }
}
