package hecht.app.web.chart;

import hecht.app.web.chart.LifeLine.Blank;
import hecht.app.web.chart.LifeLine.Contact;
import hecht.app.web.chart.LifeLine.Door;
import hecht.app.web.chart.LifeLine.Hollow;
import hecht.app.web.chart.LifeLine.Mark;
import hecht.app.web.chart.LifeLine.Point;
import hecht.app.web.chart.LifeLine.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Draws a [LifeLine] in one of its sizes.
final class LifeLineDrawing {
    private static final int CONDITIONS = 4;
    private static final double BAR = 18; // of an episode
    private static final double ROW = 22;
    private static final int MOST_ROWS = 4;
    private static final double LETTERS = 12.5;
    private static final double NAMED_FROM = 60; // a silence narrower than that bears no name

    private final LifeLine of;
    private final boolean wide;
    private final double left;
    private final double right;
    private final double top = 40;
    private final double bottom;
    private final Scale time;
    private final Scale health;
    private final Instant begins;
    private final List<List<Span>> rows;

    LifeLineDrawing(LifeLine of, Form form) {
        this.of = of;
        this.wide = form.isWide();
        this.left = wide ? 118 : 30;
        this.right = wide ? 1192 : 348;
        this.bottom = wide ? 356 : 290;
        this.begins = of.begins(form);
        double from = begins.getEpochSecond();
        this.time = new Scale(from, Math.max(from + 86_400, of.to().getEpochSecond()), left, right);
        this.health = new Scale(of.axisFrom(), 100, bottom - (wide ? 22 : 14), top);
        this.rows = rows();
    }

    Extent extent() {
        return new Extent(wide ? 1320 : Form.PHONE, doorTop() + (wide ? 40 : 24));
    }

    private double x(Instant at) {
        return time.within(at.getEpochSecond());
    }

    private double y(double points) {
        return health.within(points);
    }

    private boolean isSeen(Instant at) {
        return !at.isBefore(begins) && !at.isAfter(of.to());
    }

    private double width(Instant start, Instant end) {
        return x(end) - x(start);
    }

    void draw(Svg on) {
        axis(on);
        silences(on);
        for (List<Point> stretch : of.line()) stretch(on, seen(stretch));
        end(on);
        List<Placed> placed = place();
        labels(on, placed);
        marks(on);
        months(on);
        belief(on);
        episodes(on);
        quiet(on);
        door(on);
    }

    // ---- line

    private void axis(Svg on) {
        for (double step : new Scale(of.axisFrom(), 100, 0, 1).steps(5)) {
            on.line(left, y(step), right, y(step), "hair");
            on.text(left - 8, y(step) + 4, Anchor.END, "t3", Long.toString(Math.round(step)));
        }
        on.line(left, bottom, right, bottom, "axis");
        if (!wide) return;
        on.text(0, top + 4, Anchor.START, "tb", of.words().say("chart.line.health"));
        double at = top + 20;
        for (String each : of.unit()) {
            on.text(0, at, Anchor.START, "t3", each);
            at += 15;
        }
    }

    private void silences(Svg on) {
        for (Blank each : of.silences()) {
            double wideness = width(each.from(), each.to());
            on.hatching(x(each.from()), top, wideness, bottom - top);
            if (wideness >= Math.max(NAMED_FROM, Svg.width(each.said(), LETTERS)))
                on.text(x(each.from()) + wideness / 2, bottom - 8, Anchor.MIDDLE, "thx", each.said());
        }
    }

    /// What is to be seen of a stretch, with the point before that from which it comes.
    private List<Point> seen(List<Point> stretch) {
        List<Point> seen = new ArrayList<>();
        for (Point each : stretch) {
            if (each.at().isAfter(of.to())) break;
            if (each.at().isBefore(begins)) seen.clear();
            seen.add(each);
        }
        return seen.isEmpty() || seen.getLast().at().isBefore(begins) ? List.of() : seen;
    }

    private void stretch(Svg on, List<Point> points) {
        if (points.isEmpty()) return;
        Track band = new Track();
        for (Point each : points) band.to(x(each.at()), y(each.high()));
        for (Point each : points.reversed()) band.to(x(each.at()), y(each.low()));
        on.path(band.close(), "band");
        Track line = new Track();
        for (Point each : points) line.to(x(each.at()), y(each.health()));
        on.path(line, "line");
    }

    private void end(Svg on) {
        List<Point> last = of.line().isEmpty() ? List.of() : seen(of.line().getLast());
        if (last.isEmpty()) return;
        Point point = last.getLast();
        double px = x(point.at());
        double py = y(point.health());
        on.circle(px, py, 4, "inkf");
        if (!wide || of.end().isEmpty()) return;
        on.text(px + 12, py + 10, Anchor.START, "tser", of.end().getFirst());
        if (of.end().size() > 1)
            on.text(px + 12, py + 28, Anchor.START, "t3", of.end().get(1));
    }

    private void marks(Svg on) {
        for (Mark each : of.marks()) if (isSeen(each.at())) on.said(each.said(), () -> mark(on, each));
    }

    private void mark(Svg on, Mark each) {
        double px = x(each.at());
        double py = y(each.health());
        double size = radius(each);
        switch (each.shape()) {
            case UP -> on.path(triangle(px, py, size, -1), "gf halo");
            case DOWN -> on.path(triangle(px, py, size, 1), "rf halo");
            case TWICE -> {
                on.path(triangle(px, py - 5.5, size, 1), "rf halo");
                on.path(triangle(px, py + 5.5, size, 1), "rf halo");
            }
            case RING -> {
                on.circle(px, py, 6.7, "paperf");
                on.circle(px, py, 6.4, "gs");
                on.path(triangle(px, py, 3.4, -1), "gf");
            }
            case HEARD -> on.path(diamond(px, py, size * .9), "ring");
            case DOT -> on.circle(px, py, 2.2 + 1.6 * each.weight(), "ink3f");
        }
    }

    private static double radius(Mark of) {
        return 4 + 3.4 * of.weight();
    }

    private static Track triangle(double x, double y, double size, int down) {
        double half = size * .8 * down;
        return new Track()
                .from(x - size, y - half)
                .to(x + size, y - half)
                .to(x, y + half)
                .close();
    }

    private static Track diamond(double x, double y, double size) {
        return new Track()
                .from(x, y - size)
                .to(x + size, y)
                .to(x, y + size)
                .to(x - size, y)
                .close();
    }

    // ---- names of the largest marks, where there is room

    private record Placed(Mark mark, double x, double y, double baseline, double width, double height, boolean above) {
        private double up() {
            return baseline - 12;
        }

        boolean touches(Placed other) {
            return Math.abs(x - other.x) < (width + other.width) / 2 + 8
                    && up() < other.up() + other.height + 3
                    && other.up() < up() + height + 3;
        }
    }

    private List<Placed> place() {
        List<Mark> largest = new ArrayList<>(of.marks());
        largest.removeIf(each -> !isSeen(each.at()) || each.label().isEmpty());
        largest.sort(Comparator.comparingDouble(each -> -each.size()));
        List<Placed> placed = new ArrayList<>();
        for (Mark each : largest) {
            if (placed.size() >= (wide ? 16 : 7)) break;
            for (Placed candidate : candidates(each))
                if (fits(candidate, placed)) {
                    placed.add(candidate);
                    break;
                }
        }
        return placed;
    }

    private List<Placed> candidates(Mark each) {
        double width = Math.max(Svg.width(each.label(), LETTERS + .7), wide ? Svg.width(each.note(), 12) : 0);
        double height = wide ? 30 : 15;
        double px = x(each.at());
        double py = y(each.health());
        boolean fell = each.shape() == LifeLine.Shape.DOWN || each.shape() == LifeLine.Shape.TWICE;
        double free = radius(each) + (each.shape() == LifeLine.Shape.TWICE ? 12 : 6);
        List<Placed> all = new ArrayList<>();
        for (double away : new double[] {6, 24, 44, 66, 90})
            for (boolean above : fell ? new boolean[] {false, true} : new boolean[] {true, false})
                for (double aside : new double[] {0, -.3, .3}) {
                    double middle = Math.clamp(
                            px + aside * width, (wide ? left - 4 : 2) + width / 2, (wide ? 1312 : 356) - width / 2);
                    double baseline = above ? py - free - away - (height - 13) : py + free + away + 10;
                    all.add(new Placed(each, middle, py, baseline, width, height, above));
                }
        return all;
    }

    private boolean fits(Placed candidate, List<Placed> placed) {
        if (candidate.up() < 2 || candidate.up() + candidate.height() > bottom - 14) return false;
        for (Placed other : placed) if (candidate.touches(other)) return false;
        double start = candidate.x() - candidate.width() / 2 - 2;
        double end = candidate.x() + candidate.width() / 2 + 2;
        double head = candidate.up();
        double foot = head + candidate.height();
        for (Mark each : of.marks()) {
            double r = radius(each);
            double px = x(each.at());
            double py = y(each.health());
            if (each != candidate.mark() && px + r > start && px - r < end && py + r > head && py - r < foot)
                return false;
        }
        if (wide && end > right && Math.abs(head + 8 - endY()) < 46) return false;
        return !crossesLine(start, end, head, foot);
    }

    private double endY() {
        return of.line().isEmpty() ? -100 : y(of.line().getLast().getLast().health());
    }

    private boolean crossesLine(double start, double end, double head, double foot) {
        for (List<Point> stretch : of.line()) {
            double beforeY = Double.NaN;
            for (Point each : stretch) {
                double px = x(each.at());
                double py = y(each.health());
                if (px >= start && px <= end) {
                    double low = Double.isNaN(beforeY) ? py : Math.min(beforeY, py);
                    double high = Double.isNaN(beforeY) ? py : Math.max(beforeY, py);
                    if (high > head - 1 && low < foot + 1) return true;
                }
                beforeY = py;
            }
        }
        return false;
    }

    private void labels(Svg on, List<Placed> placed) {
        for (Placed each : placed) {
            double px = x(each.mark().at());
            double clear = radius(each.mark()) + 3;
            double to = each.above() ? each.up() + each.height() : each.up();
            if (each.above() ? to < each.y() - clear : to > each.y() + clear)
                on.line(px, each.above() ? each.y() - clear : each.y() + clear, px, to, "axis faint");
            on.text(
                    each.x(),
                    each.baseline(),
                    Anchor.MIDDLE,
                    "tb thx",
                    each.mark().label());
            if (wide)
                on.text(
                        each.x(),
                        each.baseline() + 15,
                        Anchor.MIDDLE,
                        "t3 thx",
                        each.mark().note());
        }
    }

    // ---- time

    private void months(Svg on) {
        long days = Duration.between(begins, of.to()).toDays();
        int every = days > 365 * 8 ? 12 : days > 365 * 4 ? 6 : days > 400 ? 3 : days > 150 && wide ? 1 : 1;
        if (!wide && days > 200) every = Math.max(every, 3);
        YearMonth month = YearMonth.from(begins.atZone(of.zone())).plusMonths(1);
        YearMonth last = YearMonth.from(of.to().atZone(of.zone()));
        double free = Double.NEGATIVE_INFINITY;
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % every != 0) continue;
            ZonedDateTime start = month.atDay(1).atStartOfDay(of.zone());
            double px = x(start.toInstant());
            boolean january = month.getMonthValue() == 1;
            String name = january ? Integer.toString(month.getYear()) : Months.shortName(of.words(), month);
            on.line(px, bottom, px, bottom + 4, "axis");
            double half = Svg.width(name, LETTERS) / 2;
            if (px - half < free || px + half > (wide ? 1320 : Form.PHONE)) continue;
            on.text(px, bottom + 17, Anchor.MIDDLE, january ? "tb" : "t3", name);
            free = px + half + 6;
        }
    }

    // ---- lanes

    private void lane(Svg on, double y, String key, String note) {
        String name = of.words().say(key);
        if (wide) {
            on.text(0, y, Anchor.START, "tb", name);
            on.text(0, y + 15, Anchor.START, "t3", note);
        } else {
            on.text(left, y, Anchor.START, "t3", note.isEmpty() ? name : name + " · " + note);
        }
    }

    private double ribbonTop() {
        return wide ? bottom + 30 : bottom + 48;
    }

    private double ribbonHeight() {
        return wide ? 44 : 34;
    }

    private void belief(Svg on) {
        double head = ribbonTop();
        double tall = ribbonHeight();
        lane(
                on,
                wide ? head + 14 : head - 8,
                "chart.line.belief",
                wide ? of.words().say("chart.line.condition") : "");
        List<Point> end = List.of();
        for (List<Point> stretch : of.line()) {
            List<Point> points = seen(stretch);
            if (points.isEmpty()) continue;
            end = points;
            for (int condition = CONDITIONS - 1; condition >= 0; condition--) {
                Track area = new Track();
                for (Point each : points) area.to(x(each.at()), head + tall * below(each, condition));
                for (Point each : points.reversed()) area.to(x(each.at()), head + tall * below(each, condition - 1));
                on.path(area.close(), "c" + condition);
            }
        }
        if (wide && !end.isEmpty()) shares(on, end.getLast(), head, tall);
    }

    /// The share of all conditions up to this one: loose lies on top.
    private static double below(Point point, int condition) {
        double sum = 0;
        for (int i = 0; i <= condition; i++) sum += point.share(i);
        return condition == CONDITIONS - 1 ? 1 : sum;
    }

    /// The two likeliest, at the height where they end.
    private void shares(Svg on, Point last, double head, double tall) {
        int first = 0;
        int second = 1;
        for (int i = 1; i < CONDITIONS; i++) {
            if (last.share(i) > last.share(first)) {
                second = first;
                first = i;
            } else if (second == first || last.share(i) > last.share(second)) second = i;
        }
        double[] at = {middle(last, first, head, tall), middle(last, second, head, tall)};
        int upper = at[0] <= at[1] ? 0 : 1;
        if (Math.abs(at[0] - at[1]) < 17) at[1 - upper] = at[upper] + 17;
        for (int i = 0; i < 2; i++) {
            int condition = i == 0 ? first : second;
            on.text(
                    right + 12,
                    at[i],
                    Anchor.START,
                    "q" + condition,
                    Conditions.name(of.words(), condition) + " " + Math.round(100 * last.share(condition)) + " %");
        }
    }

    private static double middle(Point point, int condition, double head, double tall) {
        return head + 4.5 + tall * (below(point, condition) + (condition == 0 ? 0 : below(point, condition - 1))) / 2;
    }

    /// Episodes that overlap lie under each other.
    private List<List<Span>> rows() {
        List<List<Span>> found = new ArrayList<>();
        List<Span> inOrder = new ArrayList<>(of.episodes());
        inOrder.removeIf(each -> each.to().isBefore(begins) || each.from().isAfter(of.to()));
        inOrder.sort(Comparator.comparing(Span::from));
        for (Span each : inOrder) {
            List<Span> row = null;
            for (List<Span> candidate : found)
                if (row == null && barEnd(candidate.getLast()) + 3 <= barStart(each)) row = candidate;
            if (row == null && found.size() < MOST_ROWS) {
                row = new ArrayList<>();
                found.add(row);
            }
            if (row == null) row = found.getLast();
            row.add(each);
        }
        return found;
    }

    private double barStart(Span of) {
        return x(of.from()) - BAR / 2;
    }

    private double barEnd(Span of) {
        return x(of.to()) + BAR / 2;
    }

    private double episodesTop() {
        return ribbonTop() + ribbonHeight() + (wide ? 26 : 28);
    }

    private double namesTop() {
        return episodesTop() + Math.max(1, rows.size()) * ROW;
    }

    private void episodes(Svg on) {
        double head = episodesTop();
        lane(
                on,
                wide ? head + 12 : head - 6,
                "chart.line.episodes",
                wide ? of.words().say("chart.line.one-goal") : "");
        List<double[]> named = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) for (Span each : rows.get(row)) bar(on, each, head + row * ROW);
        of.episodes().stream()
                .filter(each -> rows.stream().anyMatch(row -> row.contains(each)))
                .sorted(Comparator.comparingDouble(each -> -each.size()))
                .forEach(each -> name(on, each, named));
    }

    private void bar(Svg on, Span each, double head) {
        double start = barStart(each);
        double end = barEnd(each);
        Track pill = pill(start, head, end - start, BAR);
        on.path(pill, each.right() ? "gsoft" : "rsoft");
        on.path(pill, each.right() ? "gs" : "rs");
        for (Contact contact : each.contacts())
            if (isSeen(contact.at()))
                on.circle(
                        x(contact.at()),
                        head + BAR / 2,
                        3.4,
                        contact.valence() < 0 ? "rf" : contact.valence() > 0 ? "gf" : "ink3f");
    }

    /// A rectangle with round ends, drawn with curves.
    private static Track pill(double x, double y, double width, double height) {
        double r = height / 2;
        Track way = new Track().from(x + r, y).to(x + width - r, y);
        for (int i = 1; i <= 8; i++) {
            double turn = -Math.PI / 2 + Math.PI * i / 8;
            way.to(x + width - r + r * Math.cos(turn), y + r + r * Math.sin(turn));
        }
        way.to(x + r, y + height);
        for (int i = 1; i <= 8; i++) {
            double turn = Math.PI / 2 + Math.PI * i / 8;
            way.to(x + r + r * Math.cos(turn), y + r + r * Math.sin(turn));
        }
        return way.close();
    }

    private void name(Svg on, Span each, List<double[]> named) {
        double width = Math.max(Svg.width(each.name(), LETTERS + .7), wide ? Svg.width(each.note(), 12) : 0);
        double edge = wide ? 1320 : Form.PHONE;
        double middle = Math.clamp(
                (Math.max(left, barStart(each)) + Math.min(right, barEnd(each))) / 2,
                (wide ? left - 14 : 0) + width / 2,
                edge - width / 2);
        for (double[] other : named)
            if (middle - width / 2 < other[1] + 10 && other[0] - 10 < middle + width / 2) return;
        named.add(new double[] {middle - width / 2, middle + width / 2});
        double y = namesTop() + 11;
        on.text(middle, y, Anchor.MIDDLE, each.right() ? "" : "tb", each.name());
        if (wide && !each.note().isEmpty()) on.text(middle, y + 15, Anchor.MIDDLE, "t3", each.note());
    }

    private double quietTop() {
        return namesTop() + (wide ? 48 : 50);
    }

    private void quiet(Svg on) {
        double head = quietTop();
        lane(on, wide ? head : head - 10, "chart.line.quiet", of.quietNote());
        double y = wide ? head + 3 : head + 2;
        for (Hollow each : of.quiet())
            if (isSeen(each.at()))
                on.said(each.said(), () -> on.circle(x(each.at()), y, each.count() > 1 ? 3.6 : 2.6, "ring"));
    }

    private double doorTop() {
        return quietTop() + (wide ? 36 : 40);
    }

    private void door(Svg on) {
        if (of.doors().isEmpty() && of.doorNote().isEmpty()) return; // nobody is held, or there is no door
        double head = doorTop();
        lane(
                on,
                wide ? head + 1 : head - 8,
                "chart.line.door",
                wide ? of.words().say("chart.line.locked") : "");
        for (Door each : of.doors()) {
            if (each.to().isBefore(begins) || each.from().isAfter(of.to())) continue;
            double start = x(each.from());
            double wideness = Math.max(1.5, width(each.from(), each.to()));
            if (each.window()) on.rect(start + .8, head + .8, Math.max(1, wideness - 1.6), 6.4, "outline");
            else on.rect(start, head, wideness, 8, "neu2");
        }
        if (!wide) return;
        double y = head + 1;
        for (String each : of.doorNote()) {
            on.text(right + 12, y, Anchor.START, y == head + 1 ? "tb" : "t3", each);
            y += 15;
        }
    }
}
