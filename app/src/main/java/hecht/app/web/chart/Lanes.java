package hecht.app.web.chart;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.core.event.Dimension;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The four dimensions over the months, each in a lane of its own on one scale around zero, with the interval of the
/// mean and
/// of how many customers anything was heard.
public final class Lanes implements Chart {
    private static final double LANE = 58;
    private static final double HEAD = 24;
    private static final int YEAR = 12;

    private final Messages words;
    private final Figures figures;
    private final List<YearMonth> months;
    private final List<Lane> lanes;

    /// One dimension.
    ///
    /// @param points one a month, as many as there are months
    public record Lane(Dimension dimension, List<Point> points) {
        public Lane {
            points = List.copyOf(points);
        }

        Point last() {
            return points.getLast();
        }

        /// Against the point a year before, or the first there is; empty while there is no other.
        Optional<Double> change() {
            return points.size() < 2 || last().isFew() || then().isFew()
                    ? Optional.empty()
                    : Optional.of(last().mean() - then().mean());
        }

        private Point then() {
            return points.get(Math.max(0, points.size() - 1 - YEAR));
        }

        /// Whether the intervals of then and now lie apart.
        boolean isApart() {
            return last().low() > then().high() || last().high() < then().low();
        }
    }

    /// The mean of all customers at the end of a month, in points of health around zero.
    ///
    /// @param low,high nine in ten  @param heard of how many anything was heard in the year before; null where these are too
    /// few for this reader, and then the rest says nothing
    public record Point(
            double mean, double low, double high, @Nullable Long heard) {
        public static final Point FEW = new Point(0, 0, 0, null);

        boolean isFew() {
            return heard == null;
        }
    }

    public Lanes(Messages words, Figures figures, List<YearMonth> months, List<Lane> lanes) {
        this.words = words;
        this.figures = figures;
        this.months = List.copyOf(months);
        this.lanes = List.copyOf(lanes);
    }

    @Override
    public String id() {
        return "dimensions";
    }

    @Override
    public String title() {
        return words.say("lanes.title");
    }

    @Override
    public String finding() {
        List<String> each = new ArrayList<>();
        for (Lane lane : lanes) {
            Point last = lane.last();
            String name = words.word(lane.dimension());
            each.add(
                    last.isFew()
                            ? name + " " + words.say("few")
                            : words.say(
                                    "lanes.finding",
                                    name,
                                    signed(last.mean()),
                                    signed(last.low()),
                                    signed(last.high())));
        }
        return String.join("; ", each) + ".";
    }

    private String signed(double points) {
        return figures.change(Math.round(points * 10));
    }

    @Override
    public Extent extent(Form form) {
        return new Extent(form.isWide() ? 413 : Form.PHONE, HEAD + LANE * lanes.size() + 24);
    }

    @Override
    public boolean isRead() {
        return true;
    }

    @Override
    public void draw(Svg on, Form form) {
        double width = extent(form).width();
        double left = form.isWide() ? 132 : 112;
        double right = width - 124;
        Months x = new Months(words, months, left, right);
        double least = 0;
        double most = 0;
        for (Lane lane : lanes)
            for (Point each : lane.points()) {
                least = Math.min(least, each.low());
                most = Math.max(most, each.high());
            }
        if (most - least < 1) most = least + 1;
        on.text(width - 78, 12, Anchor.END, "t3", words.say("lanes.change"));
        on.text(width, 12, Anchor.END, "t3", words.say("lanes.now"));
        for (int i = 0; i < lanes.size(); i++)
            lane(
                    on,
                    lanes.get(i),
                    x,
                    new Scale(most, least, HEAD + i * LANE + 7, HEAD + (i + 1) * LANE - 7),
                    HEAD + i * LANE,
                    width);
        x.draw(on, Form.NARROW, HEAD + LANE * lanes.size());
    }

    private void lane(Svg on, Lane lane, Months x, Scale y, double top, double width) {
        if (top > HEAD) on.line(0, top, width, top, "hair");
        double middle = top + LANE / 2;
        on.text(0, middle - 3, Anchor.START, "tb", named(lane.dimension()));
        on.text(
                0,
                middle + 13,
                Anchor.START,
                "ts",
                words.say("lanes.what." + lane.dimension().word()));
        on.line(x.at(0), y.at(0), x.at(months.size() - 1), y.at(0), "axis3");
        List<Point> points = lane.points();
        for (int from = 0; from < points.size(); ) {
            int to = from;
            while (to < points.size() && !points.get(to).isFew()) to++;
            if (to - from > 1) stretch(on, points, from, to, x, y);
            from = Math.max(to, from + 1);
        }
        Point last = lane.last();
        if (!last.isFew()) on.circle(x.at(points.size() - 1), y.at(last.mean()), 3.2, "inkf");
        lane.change().ifPresent(change -> {
            long tenths = Math.round(change * 10);
            on.text(
                    width - 78,
                    middle,
                    Anchor.END,
                    !lane.isApart() ? "t3" : tenths > 0 ? "tg" : "tr",
                    figures.change(tenths));
        });
        if (last.isFew()) on.text(width, middle, Anchor.END, "t3", words.say("few"));
        else {
            on.text(width, middle, Anchor.END, "tser2", signed(last.mean()));
            on.text(width, middle + 16, Anchor.END, "ts", words.say("range", signed(last.low()), signed(last.high())));
        }
        for (int i = 0; i < points.size(); i++) {
            double at = x.at(i);
            String said = spoken(lane, i);
            on.said(said, () -> on.rect(at - 2, top + 4, 4, LANE - 8, "hit"));
        }
    }

    private static void stretch(Svg on, List<Point> points, int from, int to, Months x, Scale y) {
        Track band = new Track();
        Track line = new Track();
        for (int i = from; i < to; i++) band.to(x.at(i), y.at(points.get(i).high()));
        for (int i = to - 1; i >= from; i--) band.to(x.at(i), y.at(points.get(i).low()));
        for (int i = from; i < to; i++) line.to(x.at(i), y.at(points.get(i).mean()));
        on.path(band.close(), "band");
        on.path(line, "line");
    }

    private String spoken(Lane lane, int i) {
        Point at = lane.points().get(i);
        String where = named(lane.dimension()) + " · " + Months.name(words, months.get(i)) + "\n";
        if (at.heard() == null) return where + words.say("few");
        return where + signed(at.mean()) + " (" + words.say("range", signed(at.low()), signed(at.high())) + ")\n"
                + words.say("lanes.heard", at.heard());
    }

    private String named(Dimension dimension) {
        String word = words.word(dimension);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    @Override
    public Table table() {
        List<String> heads = new ArrayList<>();
        List<String> names = new ArrayList<>();
        heads.add(words.say("month"));
        names.add("month");
        for (Lane each : lanes) {
            String word = words.word(each.dimension());
            heads.addAll(List.of(
                    word, words.say("lanes.low", word), words.say("lanes.high", word), words.say("lanes.n", word)));
            String name = each.dimension().word();
            names.addAll(List.of(name, name + "_low", name + "_high", name + "_heard"));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.text(
                    Months.name(words, months.get(i)), months.get(i).toString()));
            for (Lane each : lanes) {
                Point at = each.points().get(i);
                if (at.heard() == null) {
                    row.add(Table.Cell.none(words.say("few")));
                    for (int j = 0; j < 3; j++) row.add(Table.Cell.none(""));
                    continue;
                }
                row.add(Table.Cell.number(signed(at.mean()), at.mean(), 3));
                row.add(Table.Cell.number(signed(at.low()), at.low(), 3));
                row.add(Table.Cell.number(signed(at.high()), at.high(), 3));
                row.add(Table.Cell.whole(figures.whole(at.heard()), at.heard()));
            }
            rows.add(row);
        }
        return new Table(words.say("lanes.caption"), heads, names, rows);
    }
}
