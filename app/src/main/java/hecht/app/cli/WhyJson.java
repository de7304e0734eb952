package hecht.app.cli;

import hecht.core.event.Dimension;
import hecht.core.relation.Condition;
import hecht.core.relation.Contribution;
import hecht.core.relation.Standing;
import java.util.Locale;

/// A reckoning for programs: exact, so that base + Σ now is health.
final class WhyJson {
    private WhyJson() {}

    static void write(Reckoning of, Destination to) {
        Json out = new Json(to);
        Standing it = of.standing();
        out.open().text("customer", of.customer()).moment("as_of", of.asOf());
        out.text("phase", it.phase().name().toLowerCase(Locale.ROOT));
        out.number("health", of.health()).number("low", it.low()).number("high", it.high());
        out.number("spread", it.spread());
        out.flag("in_view", it.isInView()).number("information", it.information());
        out.open("belief");
        for (Condition each : Condition.values())
            out.number(each.word(), it.belief().at(each.ordinal()));
        out.close();
        out.number("door", it.door()).moment("door_opens", it.opensOn());
        out.number("staying", it.staying());
        out.moment("since", it.since()).moment("last_perceived", it.lastPerceived());
        out.moment("last_heard", it.lastHeard()).moment("last_asked", it.lastAsked());
        out.number("base", of.why().base());
        out.openList("contributions");
        for (Contribution each : of.why().contributions()) contribution(each, out);
        out.closeList();
        out.open("dimensions");
        of.why().dimensions().forEach((Dimension each, Double points) -> out.number(each.word(), points.doubleValue()));
        out.close().close();
        out.end();
    }

    private static void contribution(Contribution each, Json out) {
        out.open().moment("time", each.cause().time());
        out.text("source", each.event().map(event -> event.envelope().source()).orElse(null));
        out.text("id", each.event().map(event -> event.envelope().id()).orElse(null));
        out.text("type", each.event().map(event -> event.type().word()).orElse("deadline"));
        out.text(
                "goal",
                each.event().map(event -> event.envelope().subject().goal()).orElse(null));
        out.text("encounter", each.encounter() == null ? null : each.encounter().word());
        out.text("heard", each.heard() == null ? null : each.label());
        out.text("rule", each.heard() == null ? each.label() : null);
        out.text("reason_en", each.reason().english())
                .text("reason_nl", each.reason().dutch());
        out.text("dimension", each.dimension().word());
        out.number("weight", each.weight());
        out.number("on_its_day", each.onItsDay()).number("now", each.now());
        out.close();
    }
}
