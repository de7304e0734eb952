package hecht.app.web.chart;

import java.util.List;
import java.util.Optional;

/// The small pictures in a row of the list of relationships, all on the same axes, so that the column reads as one picture:
/// solid is in view, open and hatched is not.
public final class RowCharts {
    private static final Extent WHISKER = new Extent(210, 18);
    private static final Extent SPARK = new Extent(132, 32);
    private static final Extent BELIEF = new Extent(104, 18);
    private static final Extent CONTACTS = new Extent(190, 16);
    private static final Scale HEALTH = new Scale(0, 100, 4, 164);
    private static final int MOST_CONTACTS = 12;

    private RowCharts() {}

    /// Health with its four-in-five interval, from 0 to 100.
    public static String whisker(
            String id, double health, double low, double high, boolean inView, String figure, String said) {
        Svg on = new Svg(id);
        on.line(4, 9, 164, 9, "hair").line(84, 5, 84, 13, "hair");
        double from = HEALTH.within(low);
        double wide = HEALTH.within(high) - from;
        if (inView) on.rect(from, 5.5, wide, 7, "band");
        else on.hatching(from, 5.5, wide, 7);
        on.circle(HEALTH.within(health), 9, 4.4, inView ? "inkf" : "ring");
        on.text(208, 14, Anchor.END, "tl", figure);
        return on.html("ch hb", WHISKER, said, said);
    }

    /// The axis above the whiskers.
    public static String whiskerAxis() {
        return "<svg class=\"ch hb\" viewBox=\"0 0 210 14\" aria-hidden=\"true\">"
                + "<text x=\"4\" y=\"11\" class=\"ts\">0</text>"
                + "<text x=\"84\" y=\"11\" class=\"ts\" text-anchor=\"middle\">50</text>"
                + "<text x=\"164\" y=\"11\" class=\"ts\" text-anchor=\"end\">100</text></svg>";
    }

    /// One month-end of a sparkline.
    public record Month(double health, double low, double high, boolean inView) {}

    /// 24 months with band.
    ///
    /// @param months oldest first; empty where the relationship did not run  @param axisFrom the least on the axis
    public static String sparkline(String id, List<Optional<Month>> months, double axisFrom, String said) {
        Svg on = new Svg(id);
        Scale x = new Scale(0, Math.max(1, months.size() - 1), 2, 128);
        Scale y = new Scale(axisFrom, 100, 30, 2);
        Optional<Month> end = Optional.empty();
        for (int i = 0; i < months.size(); ) {
            int from = i;
            while (i < months.size() && months.get(i).isPresent()) i++;
            if (i > from) {
                run(on, months.subList(from, i), from, x, y);
                end = i == months.size() ? months.get(i - 1) : Optional.empty();
            } else i++;
        }
        end.ifPresent(last ->
                on.circle(x.at(months.size() - 1), y.within(last.health()), 2.6, last.inView() ? "inkf" : "ring"));
        return on.html("ch sp", SPARK, said, said);
    }

    private static void run(Svg on, List<Optional<Month>> months, int from, Scale x, Scale y) {
        Track band = new Track();
        Track line = new Track();
        for (int i = 0; i < months.size(); i++) {
            Month each = months.get(i).orElseThrow();
            band.to(x.at(from + i), y.within(each.high()));
            line.to(x.at(from + i), y.within(each.health()));
        }
        for (int i = months.size() - 1; i >= 0; i--)
            band.to(x.at(from + i), y.within(months.get(i).orElseThrow().low()));
        if (months.size() > 1) on.path(band.close(), "band2").path(line, "line");
        else on.circle(x.at(from), y.within(months.getFirst().orElseThrow().health()), 1.2, "inkf");
    }

    /// A belief, always loose to close; hatched where not in view.
    ///
    /// @param shares which sum to 1, loose first
    public static String belief(String id, List<Double> shares, boolean inView, String said) {
        Svg on = new Svg(id);
        double at = 0;
        for (int i = 0; i < shares.size(); i++) {
            double wide = shares.get(i) * BELIEF.width();
            on.rect(at, 2, Math.max(0, wide - (i < shares.size() - 1 ? .8 : 0)), 14, (inView ? "c" : "d") + i);
            at += wide;
        }
        if (!inView) on.hatching(0, 2, BELIEF.width(), 14);
        return on.html("ch bb", BELIEF, said, said);
    }

    /// The parts of an episode in order: up well, down badly, the larger the worse.
    ///
    /// @param qualities of the parts, (0, 1]
    public static String contacts(String id, List<Double> qualities, String said) {
        Svg on = new Svg(id);
        int shown = Math.min(MOST_CONTACTS, qualities.size());
        double apart = Math.min(26, 176.0 / Math.max(1, MOST_CONTACTS - 1));
        if (shown > 1) on.line(7, 8, 7 + (shown - 1) * apart, 8, "axis faint");
        for (int i = 0; i < shown; i++) part(on, 7 + i * apart, qualities.get(i));
        return on.html("ch ep-c", CONTACTS, said, said);
    }

    private static void part(Svg on, double x, double quality) {
        double size = 4.6 + 2.8 * (1 - quality);
        if (quality >= .85) on.path(Track.triangle(x, 8, 5, -1), "gf halo");
        else if (quality > .7) on.circle(x, 8, 3, "ink3f");
        else on.path(Track.triangle(x, 8, size, 1), "rf halo");
    }
}
