package hecht.app.web.relationships;

import hecht.app.words.Plain;
import hecht.core.relation.Condition;
import hecht.store.relation.Listed;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The list as CSV: a row a relationship, numbers and moments as programs read them, no cell that a spreadsheet would compute.
final class Exported {
    static final String HEADER =
            "customer,name,segment,region,margin,health,low,high,spread,in_view,condition,los,koel,warm,"
                    + "hecht,quadrant,change_90_days,moved_most,moved_points,door,opens_on,leaving_open,leaving_as_is,products,"
                    + "last_perceived,last_heard,last_asked,since,as_of\r\n";

    private final StringBuilder out = new StringBuilder(512);
    private boolean begun;

    private Exported() {}

    static String row(Listed of) {
        Exported row = new Exported();
        row.text(of.customer())
                .text(of.name())
                .text(of.segment())
                .text(of.region())
                .number(of.margin(), 2);
        row.number(of.health(), 2).number(of.low(), 2).number(of.high(), 2).number(of.spread(), 2);
        row.text(Boolean.toString(of.inView())).text(Condition.values()[of.condition()].word());
        row.number(of.los(), 4).number(of.koel(), 4).number(of.warm(), 4).number(of.hecht(), 4);
        row.text(of.quadrant().name().toLowerCase(Locale.ROOT)).number(of.change(), 2);
        Listed.Moved moved = of.moved();
        row.text(moved == null ? null : moved.driver().map(Object::toString).orElse("time and silence"));
        row.number(moved == null ? null : moved.points(), 2);
        row.number(of.phi(), 3).moment(of.opensOn());
        row.number(of.leavingOpen(), 4).number(of.leavingAsIs(), 4).text(String.join("; ", of.products()));
        row.moment(of.lastPerceived()).moment(of.lastHeard()).moment(of.lastAsked());
        row.moment(of.since()).moment(of.asOf());
        return row.out.append("\r\n").toString();
    }

    private Exported text(@Nullable String text) {
        comma();
        if (text != null) Plain.cell(out, text);
        return this;
    }

    private Exported number(@Nullable Double value, int decimals) {
        comma();
        if (value != null) Plain.decimal(out, value, decimals);
        return this;
    }

    private Exported moment(@Nullable Instant at) {
        comma();
        if (at != null) out.append(at);
        return this;
    }

    private void comma() {
        if (begun) out.append(',');
        begun = true;
    }
}
