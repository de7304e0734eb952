package hecht.app.web.chart;

import hecht.app.web.chart.LifeLine.Mark;
import hecht.app.web.chart.LifeLine.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Names the largest marks of a [LifeLine], where there is room: none touches another, a mark or the line.
final class LifeLabels {
    private final LifeFrame at;

    LifeLabels(LifeFrame at) {
        this.at = at;
    }

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
        List<Mark> largest = new ArrayList<>(at.of.marks());
        largest.removeIf(each -> !at.isSeen(each.at()) || each.label().isEmpty());
        largest.sort(Comparator.comparingDouble(each -> -each.size()));
        List<Placed> placed = new ArrayList<>();
        for (Mark each : largest) {
            if (placed.size() >= (at.wide ? 16 : 7)) break;
            for (Placed candidate : candidates(each))
                if (fits(candidate, placed)) {
                    placed.add(candidate);
                    break;
                }
        }
        return placed;
    }

    private List<Placed> candidates(Mark each) {
        double width =
                Math.max(Svg.width(each.label(), LifeFrame.LETTERS + .7), at.wide ? Svg.width(each.note(), 12) : 0);
        double height = at.wide ? 30 : 15;
        double px = at.x(each.at());
        double py = at.y(each.health());
        boolean fell = each.shape() == LifeLine.Shape.DOWN || each.shape() == LifeLine.Shape.TWICE;
        double free = LifeFrame.radius(each) + (each.shape() == LifeLine.Shape.TWICE ? 12 : 6);
        List<Placed> all = new ArrayList<>();
        for (double away : new double[] {6, 24, 44, 66, 90})
            for (boolean above : fell ? new boolean[] {false, true} : new boolean[] {true, false})
                for (double aside : new double[] {0, -.3, .3}) {
                    double middle = Math.clamp(
                            px + aside * width,
                            (at.wide ? at.left - 4 : 2) + width / 2,
                            (at.wide ? 1312 : 356) - width / 2);
                    double baseline = above ? py - free - away - (height - 13) : py + free + away + 10;
                    all.add(new Placed(each, middle, py, baseline, width, height, above));
                }
        return all;
    }

    private boolean fits(Placed candidate, List<Placed> placed) {
        if (candidate.up() < 2 || candidate.up() + candidate.height() > at.bottom - 14) return false;
        for (Placed other : placed) if (candidate.touches(other)) return false;
        double start = candidate.x() - candidate.width() / 2 - 2;
        double end = candidate.x() + candidate.width() / 2 + 2;
        double head = candidate.up();
        double foot = head + candidate.height();
        for (Mark each : at.of.marks()) {
            double r = LifeFrame.radius(each);
            double px = at.x(each.at());
            double py = at.y(each.health());
            if (each != candidate.mark() && px + r > start && px - r < end && py + r > head && py - r < foot)
                return false;
        }
        if (at.wide && end > at.right && Math.abs(head + 8 - endY()) < 46) return false;
        return !crossesLine(start, end, head, foot);
    }

    private double endY() {
        return at.of.line().isEmpty()
                ? -100
                : at.y(at.of.line().getLast().getLast().health());
    }

    private boolean crossesLine(double start, double end, double head, double foot) {
        for (List<Point> stretch : at.of.line()) {
            double beforeY = Double.NaN;
            for (Point each : stretch) {
                double px = at.x(each.at());
                double py = at.y(each.health());
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

    void draw(Svg on) {
        for (Placed each : place()) {
            double px = at.x(each.mark().at());
            double clear = LifeFrame.radius(each.mark()) + 3;
            double to = each.above() ? each.up() + each.height() : each.up();
            if (each.above() ? to < each.y() - clear : to > each.y() + clear)
                on.line(px, each.above() ? each.y() - clear : each.y() + clear, px, to, "axis faint");
            on.text(
                    each.x(),
                    each.baseline(),
                    Anchor.MIDDLE,
                    "tb thx",
                    each.mark().label());
            if (at.wide)
                on.text(
                        each.x(),
                        each.baseline() + 15,
                        Anchor.MIDDLE,
                        "t3 thx",
                        each.mark().note());
        }
    }
}
