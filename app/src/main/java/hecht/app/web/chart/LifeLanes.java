package hecht.app.web.chart;

import hecht.app.web.chart.LifeLine.Contact;
import hecht.app.web.chart.LifeLine.Door;
import hecht.app.web.chart.LifeLine.Hollow;
import hecht.app.web.chart.LifeLine.Point;
import hecht.app.web.chart.LifeLine.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Draws what lies below the line of a [LifeLine], on the same time: belief, episodes, what was hardly perceived, the door.
final class LifeLanes {
    private static final int CONDITIONS = 4;
    private static final double BAR = 18; // of an episode
    private static final double ROW = 22;
    private static final int MOST_ROWS = 4;

    private final LifeFrame at;
    private final List<List<Span>> rows;

    LifeLanes(LifeFrame at) {
        this.at = at;
        this.rows = rows();
    }

    /// How high the whole drawing is.
    double foot() {
        return doorTop() + (at.wide ? 40 : 24);
    }

    void draw(Svg on) {
        belief(on);
        episodes(on);
        quiet(on);
        door(on);
    }

    private void lane(Svg on, double y, String key, String note) {
        String name = at.of.words().say(key);
        if (at.wide) {
            on.text(0, y, Anchor.START, "tb", name);
            on.text(0, y + 15, Anchor.START, "t3", note);
        } else {
            on.text(at.left, y, Anchor.START, "t3", note.isEmpty() ? name : name + " · " + note);
        }
    }

    private double ribbonTop() {
        return at.wide ? at.bottom + 30 : at.bottom + 48;
    }

    private double ribbonHeight() {
        return at.wide ? 44 : 34;
    }

    private void belief(Svg on) {
        double head = ribbonTop();
        double tall = ribbonHeight();
        lane(
                on,
                at.wide ? head + 14 : head - 8,
                "chart.line.belief",
                at.wide ? at.of.words().say("chart.line.condition") : "");
        List<Point> end = List.of();
        for (List<Point> stretch : at.of.line()) {
            List<Point> points = at.seen(stretch);
            if (points.isEmpty()) continue;
            end = points;
            for (int condition = CONDITIONS - 1; condition >= 0; condition--) {
                Track area = new Track();
                for (Point each : points) area.to(at.x(each.at()), head + tall * below(each, condition));
                for (Point each : points.reversed()) area.to(at.x(each.at()), head + tall * below(each, condition - 1));
                on.path(area.close(), "c" + condition);
            }
        }
        if (at.wide && !end.isEmpty()) shares(on, end.getLast(), head, tall);
    }

    /// The share of all conditions up to this one: loose lies on at.top.
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
        double[] ends = {middle(last, first, head, tall), middle(last, second, head, tall)};
        int upper = ends[0] <= ends[1] ? 0 : 1;
        if (Math.abs(ends[0] - ends[1]) < 17) ends[1 - upper] = ends[upper] + 17;
        for (int i = 0; i < 2; i++) {
            int condition = i == 0 ? first : second;
            on.text(
                    at.right + 12,
                    ends[i],
                    Anchor.START,
                    "q" + condition,
                    Conditions.name(at.of.words(), condition) + " " + Math.round(100 * last.share(condition)) + " %");
        }
    }

    private static double middle(Point point, int condition, double head, double tall) {
        return head + 4.5 + tall * (below(point, condition) + (condition == 0 ? 0 : below(point, condition - 1))) / 2;
    }

    /// Episodes that overlap lie under each other.
    private List<List<Span>> rows() {
        List<List<Span>> found = new ArrayList<>();
        List<Span> inOrder = new ArrayList<>(at.of.episodes());
        inOrder.removeIf(each -> !at.isSeen(each.from(), each.to()));
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

    private double barStart(Span each) {
        return at.x(each.from()) - BAR / 2;
    }

    private double barEnd(Span each) {
        return at.x(each.to()) + BAR / 2;
    }

    private double episodesTop() {
        return ribbonTop() + ribbonHeight() + (at.wide ? 26 : 28);
    }

    private double namesTop() {
        return episodesTop() + Math.max(1, rows.size()) * ROW;
    }

    private void episodes(Svg on) {
        double head = episodesTop();
        lane(
                on,
                at.wide ? head + 12 : head - 6,
                "chart.line.episodes",
                at.wide ? at.of.words().say("chart.line.one-goal") : "");
        List<double[]> named = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) for (Span each : rows.get(row)) bar(on, each, head + row * ROW);
        at.of.episodes().stream()
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
            if (at.isSeen(contact.at()))
                on.circle(
                        at.x(contact.at()),
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
        double width =
                Math.max(Svg.width(each.name(), LifeFrame.LETTERS + .7), at.wide ? Svg.width(each.note(), 12) : 0);
        double edge = at.edge();
        double middle = Math.clamp(
                (Math.max(at.left, barStart(each)) + Math.min(at.right, barEnd(each))) / 2,
                (at.wide ? at.left - 14 : 0) + width / 2,
                edge - width / 2);
        for (double[] other : named)
            if (middle - width / 2 < other[1] + 10 && other[0] - 10 < middle + width / 2) return;
        named.add(new double[] {middle - width / 2, middle + width / 2});
        double y = namesTop() + 11;
        on.text(middle, y, Anchor.MIDDLE, each.right() ? "" : "tb", each.name());
        if (at.wide && !each.note().isEmpty()) on.text(middle, y + 15, Anchor.MIDDLE, "t3", each.note());
    }

    private double quietTop() {
        return namesTop() + (at.wide ? 48 : 50);
    }

    private void quiet(Svg on) {
        double head = quietTop();
        lane(on, at.wide ? head : head - 10, "chart.line.quiet", at.of.quietNote());
        double y = at.wide ? head + 3 : head + 2;
        for (Hollow each : at.of.quiet())
            if (at.isSeen(each.at()))
                on.said(each.said(), () -> on.circle(at.x(each.at()), y, each.count() > 1 ? 3.6 : 2.6, "ring"));
    }

    private double doorTop() {
        return quietTop() + (at.wide ? 36 : 40);
    }

    private void door(Svg on) {
        if (at.of.doors().isEmpty() && at.of.doorNote().isEmpty()) return; // nobody is held, or there is no door
        double head = doorTop();
        lane(
                on,
                at.wide ? head + 1 : head - 8,
                "chart.line.door",
                at.wide ? at.of.words().say("chart.line.locked") : "");
        for (Door each : at.of.doors()) {
            if (!at.isSeen(each.from(), each.to())) continue;
            double start = at.x(each.from());
            double wideness = Math.max(1.5, at.width(each.from(), each.to()));
            if (each.window()) on.rect(start + .8, head + .8, Math.max(1, wideness - 1.6), 6.4, "outline");
            else on.rect(start, head, wideness, 8, "neu2");
        }
        if (!at.wide) return;
        double y = head + 1;
        for (String each : at.of.doorNote()) {
            on.text(at.right + 12, y, Anchor.START, y == head + 1 ? "tb" : "t3", each);
            y += 15;
        }
    }
}
