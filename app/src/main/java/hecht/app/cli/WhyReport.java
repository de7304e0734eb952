package hecht.app.cli;

import hecht.app.cli.TextTable.Column;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.app.words.Rounding;
import hecht.core.event.Dimension;
import hecht.core.relation.Condition;
import hecht.core.relation.Contribution;
import hecht.core.relation.Mode;
import hecht.core.relation.Standing;
import hecht.core.relation.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A reckoning for a person. What is printed adds up as it is printed: the base and the contributions to the health, the
/// dimensions to the contributions.
final class WhyReport {
    private static final int SHOWN = 24;
    private static final int WHISKER = 40;
    private static final int WIDEST = 120;

    private final Conversation with;
    private final Phrases phrases;
    private final Figures figures;
    private final Mode mode;
    private final Reckoning of;
    private final Standing it;
    private final int columns;
    private final Ink ink;

    WhyReport(Conversation with, Basis basis, Reckoning of) {
        this.with = with;
        this.figures = with.figures(basis.zone());
        this.phrases = new Phrases(with.messages(), figures, basis.fold().model());
        this.mode = basis.fold().model().mode();
        this.of = of;
        this.it = of.standing();
        this.columns = with.isRead() ? Math.min(with.columns(), WIDEST) : WIDEST;
        this.ink = with.ink();
    }

    List<String> lines(boolean all) {
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(with.say("why.title", Shown.safely(of.customer()), figures.date(of.asOf()))));
        switch (it.phase()) {
            case NONE -> {
                lines.add(with.say("why.not-met"));
                return lines;
            }
            case CLOSED -> {
                lines.add(with.say("why.closed"));
                lines.add("");
                lines.addAll(sum(all));
                return lines;
            }
            case RUNNING -> lines.addAll(Shown.lines(sentence(), columns));
        }
        if (phrases.countsInHundreds()) {
            double from = Drawing.axisFrom(mode);
            lines.add("");
            lines.add("  " + ink.faint(Drawing.axis(from, WHISKER)));
            lines.add("  "
                    + Drawing.whisker(it.low(), it.health(), it.high(), it.isInView(), from, WHISKER)
                            .stripTrailing());
        }
        lines.add("");
        lines.addAll(sum(all));
        lines.add("");
        lines.addAll(standing());
        return lines;
    }

    private String sentence() {
        if (!phrases.countsInHundreds()) return with.say("why.order-only", phrases.condition(it));
        String key = mode == Mode.CONTRACT ? "why.stay" : "why.buy";
        String sentence = with.say(key, Math.round(it.health()), phrases.range(it.low(), it.high()));
        return phrases.isFitted() ? sentence : sentence + " " + with.say("why.not-fitted");
    }

    /// The base, the contributions in the order of time, and what they add up to.
    private List<String> sum(boolean all) {
        Why why = of.why();
        List<Contribution> each = why.contributions();
        long[] tenths = tenths(why, of.health());
        Set<Integer> shown = shown(each, all);
        TextTable table = new TextTable(List.of(
                Column.number(with.say("column.day"), 0),
                Column.wrapped(with.say("column.what"), 0, 24),
                Column.text(with.say("column.as"), 2),
                Column.number(with.say("column.on-its-day"), 0),
                Column.number(with.say("column.now"), 0),
                Column.text(with.say("column.rule"), 3)));
        table.row(List.of("", with.say("why.base"), "", "", figures.ofTenths(tenths[0]), ""));
        long others = 0;
        for (int i = 0; i < each.size(); i++) {
            if (!shown.contains(i)) {
                others += tenths[i + 1];
                continue;
            }
            Contribution one = each.get(i);
            table.row(List.of(
                    phrases.day(one.cause().time()),
                    Shown.safely(about(one)),
                    encounter(one),
                    figures.change(Math.round(10 * one.onItsDay())),
                    figures.change(tenths[i + 1]),
                    one.label()));
        }
        int left = each.size() - shown.size();
        if (left > 0) table.row(List.of("", with.say("why.others", (long) left), "", "", figures.change(others), ""));
        table.row(List.of("", with.say("why.sum"), "", "", figures.ofTenths(Math.round(10 * of.health())), ""));
        return table.lines(columns, ink);
    }

    /// Base and contributions in tenths of a point, which sum to health in tenths.
    static long[] tenths(Why why, double health) {
        double[] parts = new double[why.contributions().size() + 1];
        parts[0] = 10 * why.base();
        for (int i = 1; i < parts.length; i++)
            parts[i] = 10 * why.contributions().get(i - 1).now();
        return Rounding.toAddUp(parts, Math.round(10 * health));
    }

    /// The places of those to show: all, or the largest now or on their day.
    private static Set<Integer> shown(List<Contribution> each, boolean all) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) places.add(i);
        places.sort(Comparator.comparingDouble(i -> -size(each.get(i))));
        return new TreeSet<>(all ? places : places.subList(0, Math.min(SHOWN, places.size())));
    }

    /// What is left now counts first; what was felt on its day and faded is worth seeing too.
    private static double size(Contribution of) {
        return Math.max(Math.abs(of.now()), Math.abs(of.onItsDay()) / 4);
    }

    private String about(Contribution one) {
        String goal =
                one.event().map(event -> event.envelope().subject().goal()).orElse(null);
        return (goal == null ? "" : goal + ": ") + phrases.reasons(one);
    }

    private String encounter(Contribution one) {
        return one.encounter() == null ? with.say("why.heard") : with.messages().word(one.encounter());
    }

    private List<String> standing() {
        TextTable facts = new TextTable(List.of(Column.text("", 0), Column.wrapped("", 0, 20)));
        facts.row(List.of(with.say("why.by-dimension"), dimensions()));
        facts.row(List.of(with.say("column.belief"), Drawing.belief(it.belief(), 20, ink) + "  " + belief()));
        facts.row(List.of(with.say("column.door"), door()));
        facts.row(List.of(with.say("why.sight"), sight()));
        facts.row(List.of(with.say("column.perceived"), phrases.day(it.lastPerceived())));
        facts.row(List.of(with.say("column.heard"), phrases.heard(it)));
        return facts.lines(columns, ink);
    }

    private String dimensions() {
        List<String> parts = new ArrayList<>();
        Map<Dimension, Double> points = of.why().dimensions();
        for (Dimension each : Dimension.values())
            parts.add(
                    with.messages().word(each) + " " + figures.change(Math.round(10 * points.getOrDefault(each, 0.0))));
        return String.join(" · ", parts);
    }

    private String belief() {
        List<String> parts = new ArrayList<>();
        long[] hundredths = Rounding.ofShares(it.belief(), 100);
        for (Condition each : Condition.values())
            parts.add(with.messages().word(each) + " " + hundredths[each.ordinal()] + " %");
        return String.join(" · ", parts);
    }

    private String door() {
        if (mode == Mode.RHYTHM) return with.say("why.no-door");
        return phrases.door(it) + ", "
                + with.say("why.leaving", Math.round(100 * (1 - it.staying())), Math.round(100 - it.health()));
    }

    private String sight() {
        return with.say(
                it.isInView() ? "why.in-view" : "why.not-in-view",
                figures.hundredths(it.information()),
                figures.hundredths(Standing.IN_VIEW));
    }
}
