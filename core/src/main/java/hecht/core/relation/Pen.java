package hecht.core.relation;

import hecht.core.event.Event;
import hecht.core.perception.Perception;
import hecht.core.relation.Drawn.Noticed;
import hecht.core.relation.Drawn.Point;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Draws the line that one customer's health walks: a point before and after every step, and one a week in silence. Times are
/// microseconds since 1970.
final class Pen {
    private static final long WEEK = 7 * Relationship.DAY;

    private final Folding folding;
    private final List<Point> path = new ArrayList<>();
    private final List<Noticed> noticed = new ArrayList<>();
    private long last = Relationship.NONE; // where the last point stands

    Pen(Folding folding) {
        this.folding = folding;
    }

    /// Lets time pass by the week until a moment, with a point at it.
    void goOnTo(Instant until) {
        if (!folding.isRunning()) return;
        long end = Folding.micros(until);
        while (folding.isRunning() && last < end) {
            long next = Math.min(last + WEEK, end);
            folding.goOnTo(Instant.EPOCH.plus(next, ChronoUnit.MICROS));
            if (!folding.isRunning()) return;
            path.add(folding.point());
            last = next;
        }
    }

    void begun(long at, double[] belief) {
        path.add(Point.of(folding.model(), at, belief, false));
        last = at;
    }

    void step(long at, double[] before, double[] after) {
        path.add(Point.of(folding.model(), at, before, true));
        path.add(Point.of(folding.model(), at, after, true));
        last = Math.max(last, at);
    }

    void noticed(Event event, Perception perception) {
        noticed.add(new Noticed(event, perception));
    }

    List<Point> path() {
        return path;
    }

    List<Noticed> noticed() {
        return noticed;
    }
}
