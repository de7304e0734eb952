package hecht.app.web.relationship;

import hecht.app.web.chart.Waterfall;
import hecht.app.words.Figures;
import hecht.app.words.Rounding;
import hecht.core.event.Event;
import hecht.core.relation.Contribution;
import hecht.core.relation.Contribution.Cause;
import hecht.core.relation.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Why health is what it is, as a sum: its figures are rounded so that, as printed, they add up to it.
final class Sum {
    /// So many are drawn one by one; the smaller ones stand together.
    static final int SHOWN = 24;

    private final Life life;
    private final Spoken say;
    private final Figures figures;
    private final Addresses to;

    Sum(Life life, Spoken say, Addresses to) {
        this.life = life;
        this.say = say;
        this.figures = say.figures();
        this.to = to;
    }

    Waterfall waterfall() {
        List<Contribution> each = life.course().why().contributions();
        long[] tenths = tenths(life.course().why(), life.health());
        Set<Integer> shown = shown(each);
        List<Waterfall.Part> parts = new ArrayList<>();
        long others = 0;
        for (int i = 0; i < each.size(); i++) {
            if (shown.contains(i)) parts.add(part(each.get(i), tenths[i + 1]));
            else others += tenths[i + 1];
        }
        int left = each.size() - shown.size();
        if (left > 0)
            parts.add(new Waterfall.Part(
                    "",
                    "",
                    say.say("relationship.why.others", left),
                    "",
                    "",
                    0,
                    others,
                    figures.change(others),
                    "",
                    null));
        long total = Math.round(10 * life.health());
        return new Waterfall(
                say.messages(),
                say.say("relationship.why.title", figures.whole(Math.round(life.health()))),
                finding(parts),
                say.say("relationship.why.base"),
                figures.ofTenths(tenths[0]),
                tenths[0],
                parts,
                say.say(life.standing().isRunning() ? "relationship.why.health-now" : "relationship.why.health-then"),
                figures.ofTenths(total),
                total);
    }

    private Waterfall.Part part(Contribution of, long now) {
        Event event = of.event().orElse(null);
        return new Waterfall.Part(
                figures.shortDate(of.cause().time()),
                figures.day(of.cause().time()).toString(),
                say.about(of, goal(of)),
                of.encounter() == null
                        ? say.say("relationship.heard")
                        : say.messages().word(of.encounter()),
                figures.change(Math.round(10 * of.onItsDay())),
                of.onItsDay(),
                now,
                figures.change(now),
                of.label(),
                event == null ? null : to.event(event));
    }

    /// The mark of the same event or deadline knows its goal.
    private @Nullable String goal(Contribution of) {
        for (Mark each : life.marks())
            if (each.at().equals(of.cause().time()) && each.steps().contains(of)) return each.goal();
        return of.cause() instanceof Cause.OfEvent(Event event)
                ? event.envelope().subject().goal()
                : null;
    }

    private String finding(List<Waterfall.Part> parts) {
        return parts.stream()
                .filter(each -> !each.day().isEmpty())
                .max(Comparator.comparingLong(each -> Math.abs(each.now())))
                .map(each -> say.say("relationship.why.finding", each.name(), each.when(), each.nowSaid()))
                .orElseGet(() -> say.say("relationship.why.nothing"));
    }

    /// Base and contributions in tenths of a point, which sum to health in tenths.
    static long[] tenths(Why why, double health) {
        double[] parts = new double[why.contributions().size() + 1];
        parts[0] = 10 * why.base();
        for (int i = 1; i < parts.length; i++)
            parts[i] = 10 * why.contributions().get(i - 1).now();
        return Rounding.toAddUp(parts, Math.round(10 * health));
    }

    /// The places of those to show: the largest now or on their day.
    private static Set<Integer> shown(List<Contribution> each) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) places.add(i);
        places.sort(Comparator.comparingDouble(i -> -size(each.get(i))));
        return new TreeSet<>(places.subList(0, Math.min(SHOWN, places.size())));
    }

    /// What is left now counts first; what was felt on its day and faded is worth seeing too.
    private static double size(Contribution of) {
        return Math.max(Math.abs(of.now()), Math.abs(of.onItsDay()) / 4);
    }
}
