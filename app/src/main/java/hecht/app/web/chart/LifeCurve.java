package hecht.app.web.chart;

import hecht.app.web.chart.LifeLine.Blank;
import hecht.app.web.chart.LifeLine.Mark;
import hecht.app.web.chart.LifeLine.Point;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;

/// Draws the line of a [LifeLine] itself: health with its spread, silences, what was perceived, and the months below.
final class LifeCurve {
    private static final double NAMED_FROM = 60; // a silence narrower than that bears no name

    private final LifeFrame at;

    LifeCurve(LifeFrame at) {
        this.at = at;
    }

    void line(Svg on) {
        axis(on);
        silences(on);
        for (List<Point> stretch : at.of.line()) stretch(on, at.seen(stretch));
        end(on);
    }

    private void axis(Svg on) {
        for (double step : new Scale(at.of.axisFrom(), 100, 0, 1).steps(5)) {
            on.line(at.left, at.y(step), at.right, at.y(step), "hair");
            on.text(at.left - 8, at.y(step) + 4, Anchor.END, "t3", Long.toString(Math.round(step)));
        }
        on.line(at.left, at.bottom, at.right, at.bottom, "axis");
        if (!at.wide) return;
        on.text(0, at.top + 4, Anchor.START, "tb", at.of.words().say("chart.line.health"));
        double line = at.top + 20;
        for (String each : at.of.unit()) {
            on.text(0, line, Anchor.START, "t3", each);
            line += 15;
        }
    }

    private void silences(Svg on) {
        for (Blank each : at.of.silences()) {
            double wideness = at.width(each.from(), each.to());
            on.hatching(at.x(each.from()), at.top, wideness, at.bottom - at.top);
            if (wideness >= Math.max(NAMED_FROM, Svg.width(each.said(), LifeFrame.LETTERS)))
                on.text(at.x(each.from()) + wideness / 2, at.bottom - 8, Anchor.MIDDLE, "thx", each.said());
        }
    }

    private void stretch(Svg on, List<Point> points) {
        if (points.isEmpty()) return;
        Track band = new Track();
        for (Point each : points) band.to(at.x(each.at()), at.y(each.high()));
        for (Point each : points.reversed()) band.to(at.x(each.at()), at.y(each.low()));
        on.path(band.close(), "band");
        Track line = new Track();
        for (Point each : points) line.to(at.x(each.at()), at.y(each.health()));
        on.path(line, "line");
    }

    private void end(Svg on) {
        List<Point> last =
                at.of.line().isEmpty() ? List.of() : at.seen(at.of.line().getLast());
        if (last.isEmpty()) return;
        Point point = last.getLast();
        double px = at.x(point.at());
        double py = at.y(point.health());
        on.circle(px, py, 4, "inkf");
        if (!at.wide || at.of.end().isEmpty()) return;
        on.text(px + 12, py + 10, Anchor.START, "tser", at.of.end().getFirst());
        if (at.of.end().size() > 1)
            on.text(px + 12, py + 28, Anchor.START, "t3", at.of.end().get(1));
    }

    void marks(Svg on) {
        for (Mark each : at.of.marks()) if (at.isSeen(each.at())) on.said(each.said(), () -> mark(on, each));
    }

    private void mark(Svg on, Mark each) {
        double px = at.x(each.at());
        double py = at.y(each.health());
        double size = LifeFrame.radius(each);
        switch (each.shape()) {
            case UP -> on.path(Track.triangle(px, py, size, -1), "gf halo");
            case DOWN -> on.path(Track.triangle(px, py, size, 1), "rf halo");
            case TWICE -> {
                on.path(Track.triangle(px, py - 5.5, size, 1), "rf halo");
                on.path(Track.triangle(px, py + 5.5, size, 1), "rf halo");
            }
            case RING -> {
                on.circle(px, py, 6.7, "paperf");
                on.circle(px, py, 6.4, "gs");
                on.path(Track.triangle(px, py, 3.4, -1), "gf");
            }
            case HEARD -> on.path(diamond(px, py, size * .9), "ring");
            case DOT -> on.circle(px, py, 2.2 + 1.6 * each.weight(), "ink3f");
        }
    }

    private static Track diamond(double x, double y, double size) {
        return new Track()
                .from(x, y - size)
                .to(x + size, y)
                .to(x, y + size)
                .to(x - size, y)
                .close();
    }

    void months(Svg on) {
        long days = Duration.between(at.begins, at.of.to()).toDays();
        int every = days > 365 * 8 ? 12 : days > 365 * 4 ? 6 : days > 400 ? 3 : 1;
        if (!at.wide && days > 200) every = Math.max(every, 3);
        YearMonth month = YearMonth.from(at.begins.atZone(at.of.zone())).plusMonths(1);
        YearMonth last = YearMonth.from(at.of.to().atZone(at.of.zone()));
        double free = Double.NEGATIVE_INFINITY;
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % every != 0) continue;
            ZonedDateTime start = month.atDay(1).atStartOfDay(at.of.zone());
            double px = at.x(start.toInstant());
            boolean january = month.getMonthValue() == 1;
            String name = january ? Integer.toString(month.getYear()) : Months.shortName(at.of.words(), month);
            on.line(px, at.bottom, px, at.bottom + 4, "axis");
            double half = Svg.width(name, LifeFrame.LETTERS) / 2;
            if (px - half < free || px + half > at.edge()) continue;
            on.text(px, at.bottom + 17, Anchor.MIDDLE, january ? "tb" : "t3", name);
            free = px + half + 6;
        }
    }
}
