package hecht.app.web.chart;

import hecht.app.web.chart.LifeLine.Mark;
import hecht.app.web.chart.LifeLine.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where everything of a [LifeLine] in one of its sizes stands: time from left to right, health from the bottom up.
final class LifeFrame {
    static final double LETTERS = 12.5; // the size of what stands in it

    final LifeLine of;
    final boolean wide;
    final double left;
    final double right;
    final double top = 40;
    final double bottom;
    final Instant begins;
    private final Scale time;
    private final Scale health;

    LifeFrame(LifeLine of, Form form) {
        this.of = of;
        this.wide = form.isWide();
        this.left = wide ? 118 : 30;
        this.right = wide ? 1192 : 348;
        this.bottom = wide ? 356 : 290;
        this.begins = of.begins(form);
        double from = begins.getEpochSecond();
        this.time = new Scale(from, Math.max(from + 86_400, of.to().getEpochSecond()), left, right);
        this.health = new Scale(of.axisFrom(), 100, bottom - (wide ? 22 : 14), top);
    }

    /// How wide the whole drawing is.
    double edge() {
        return wide ? 1320 : Form.PHONE;
    }

    double x(Instant at) {
        return time.within(at.getEpochSecond());
    }

    double y(double points) {
        return health.within(points);
    }

    double width(Instant start, Instant end) {
        return x(end) - x(start);
    }

    boolean isSeen(Instant at) {
        return !at.isBefore(begins) && !at.isAfter(of.to());
    }

    boolean isSeen(Instant start, Instant end) {
        return !end.isBefore(begins) && !start.isAfter(of.to());
    }

    /// What is to be seen of a stretch, with the point before that from which it comes.
    List<Point> seen(List<Point> stretch) {
        List<Point> seen = new ArrayList<>();
        for (Point each : stretch) {
            if (each.at().isAfter(of.to())) break;
            if (each.at().isBefore(begins)) seen.clear();
            seen.add(each);
        }
        return seen.isEmpty() || seen.getLast().at().isBefore(begins) ? List.of() : seen;
    }

    /// How large a mark is drawn.
    static double radius(Mark of) {
        return 4 + 3.4 * of.weight();
    }
}
