package hecht.app.web.pulse;

import hecht.app.web.chart.Dots;
import hecht.app.web.layout.Page;
import hecht.core.relation.Quadrant;
import hecht.store.relation.Heard;
import hecht.store.relation.Selection;
import hecht.store.relation.Sight;
import hecht.store.relation.View;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the customers that a figure counts are listed: addresses of the page *Relationships*, within the segment and
// region
/// that were asked for.
record Lists(@Nullable String segment, @Nullable String region) implements Dots.Lists {
    @Override
    public String address(int from, int to, boolean inView) {
        Sight sight = inView ? Sight.IN_VIEW : Sight.NOT_IN_VIEW;
        return to(new Selection(
                null, null, (double) from, (double) to, null, sight, null, null, null, null, null, null, null, null));
    }

    String quadrant(Quadrant quadrant) {
        return to(
                new Selection(null, null, null, null, null, null, null, null, null, null, null, null, quadrant, null));
    }

    String opens(YearMonth month) {
        return to(new Selection(null, null, null, null, null, null, null, null, null, null, null, null, null, month));
    }

    String view(View view) {
        return to(Selection.of(view));
    }

    String unheard() {
        return to(new Selection(
                null, null, null, null, null, null, null, null, null, null, null, Heard.NOT_WITHIN_YEAR, null, null));
    }

    String notInView() {
        return to(new Selection(
                null, null, null, null, null, Sight.NOT_IN_VIEW, null, null, null, null, null, null, null, null));
    }

    String all() {
        return to(Selection.ALL);
    }

    /// The same within what was asked for.
    Selection within(Selection of) {
        return new Selection(
                of.view(),
                of.words(),
                of.min(),
                of.max(),
                of.condition(),
                of.sight(),
                of.door(),
                segment == null ? of.segment() : segment,
                region == null ? of.region() : region,
                of.product(),
                of.value(),
                of.heard(),
                of.quadrant(),
                of.opensIn());
    }

    String to(Selection selection) {
        StringBuilder out = new StringBuilder("/relationships");
        char before = '?';
        for (Map.Entry<String, String> each : within(selection).parameters().entrySet()) {
            out.append(before).append(each.getKey()).append('=').append(Page.encoded(each.getValue()));
            before = '&';
        }
        return out.toString();
    }
}
