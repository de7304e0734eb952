package hecht.app.web.relationships;

import hecht.app.web.chart.RowCharts;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.app.words.Plain;
import hecht.app.words.Rounding;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Condition;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Trail;
import hecht.store.relation.Listed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One relationship as a row of the list.
///
/// @param href of its own page  @param under what stands under the name: number and region
/// @param health its drawing; in words where nothing may be told in hundreds
/// @param valence of the change: below 0 it fell, above 0 it rose
/// @param heard when the customer last acted, in words  @param sight said where not in view; else empty
public record RowView(
        String href,
        String name,
        String under,
        String health,
        boolean isDrawn,
        String change,
        int valence,
        String months,
        String belief,
        String heard,
        String sight,
        String moved,
        String door,
        String margin) {
    private static final long YEAR = 365;
    private static final long MONTH = 30;
    private static final double AXIS_CONTRACT = 40;

    static RowView of(int number, Listed of, Phrases phrases, Said say, RuleSet rules, Mode mode, String currency) {
        Figures figures = phrases.figures();
        long points = of.change() == null ? 0 : Math.round(of.change());
        boolean hundreds = phrases.countsInHundreds();
        return new RowView(
                "/relationships/" + Plain.inAddress(of.customer()),
                of.name() == null ? of.customer() : of.name(),
                under(of),
                hundreds ? whisker(number, of, say, figures) : say.condition(of.condition()),
                hundreds,
                of.change() == null ? "" : points == 0 ? "±0" : (points > 0 ? "+" : "") + figures.whole(points),
                Long.signum(points),
                sparkline(number, of, say, figures, mode),
                belief(number, of, say),
                heard(of, say, figures),
                of.inView() ? "" : say.say("relationships.not-in-view"),
                of.moved() == null ? "" : phrases.driver(of.moved().by(), rules),
                mode == Mode.RHYTHM ? "" : door(of, say, figures),
                of.margin() == null ? "" : figures.money(of.margin(), currency));
    }

    private static String under(Listed of) {
        List<String> said = new ArrayList<>();
        if (of.name() != null) said.add(of.customer());
        if (of.region() != null) said.add(of.region());
        return String.join(" · ", said);
    }

    private static String whisker(int number, Listed of, Said say, Figures figures) {
        String figure = figures.whole(Math.round(of.health()));
        return RowCharts.whisker(
                "h" + number,
                of.health(),
                of.low(),
                of.high(),
                of.inView(),
                figure,
                say.say(
                        "relationships.row.health",
                        Math.round(of.health()),
                        Math.round(of.low()),
                        Math.round(of.high())));
    }

    private static String sparkline(int number, Listed of, Said say, Figures figures, Mode mode) {
        List<Optional<RowCharts.Month>> months = new ArrayList<>(Trail.LENGTH);
        double most = 0;
        double first = Double.NaN;
        for (int i = 0; i < Trail.LENGTH; i++) {
            Optional<RowCharts.Month> month = of.trail().at(i).map(RowView::month);
            months.add(month);
            if (month.isEmpty()) continue;
            most = Math.max(most, month.get().health());
            if (Double.isNaN(first)) first = month.get().health();
        }
        if (Double.isNaN(first)) return "";
        return RowCharts.sparkline(
                "s" + number,
                months,
                mode == Mode.CONTRACT ? AXIS_CONTRACT : 0,
                say.say(
                        "relationships.row.months",
                        Math.round(first),
                        Math.round(of.health()),
                        Math.round(Math.max(most, of.health()))));
    }

    private static RowCharts.Month month(Trail.Entry of) {
        double half = 1.28 * of.spread(); // four in five
        return new RowCharts.Month(of.health(), of.health() - half, of.health() + half, of.inView());
    }

    private static String belief(int number, Listed of, Said say) {
        List<Double> shares = List.of(of.los(), of.koel(), of.warm(), of.hecht());
        long[] hundredths = Rounding.ofShares(
                Matrix.row(shares.stream().mapToDouble(Double::doubleValue).toArray()), 100);
        List<String> said = new ArrayList<>();
        for (Condition each : Condition.values())
            said.add(say.condition(each.ordinal()) + " " + hundredths[each.ordinal()] + " %");
        return RowCharts.belief(
                "b" + number, shares, of.inView(), say.say("relationships.row.belief", String.join(", ", said)));
    }

    private static String heard(Listed of, Said say, Figures figures) {
        Instant at = of.lastHeard();
        if (at == null) return say.say("heard.nothing");
        long days = ChronoUnit.DAYS.between(figures.day(at), figures.day(of.asOf()));
        if (days <= MONTH) return say.say("relationships.row.this-month");
        String ago = say.say("relationships.row.months-ago", Math.max(1, Math.round(days / 30.44)));
        return days > YEAR ? ago + ", " + say.say("relationships.row.unheard") : ago;
    }

    private static String door(Listed of, Said say, Figures figures) {
        if (of.phi() > 1) return say.say("door.window");
        if (of.opensOn() != null && of.phi() < 1)
            return say.say("relationships.row.opens", say.month(figures.day(of.opensOn())));
        return say.say(of.phi() >= 1 ? "door.open" : "door.hindered");
    }
}
