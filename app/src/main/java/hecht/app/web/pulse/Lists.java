package hecht.app.web.pulse;

import hecht.app.web.chart.Dots;
import hecht.app.web.layout.Page;
import hecht.core.relation.Driver;
import hecht.core.relation.Quadrant;
import hecht.store.relation.Heard;
import hecht.store.relation.Selection;
import hecht.store.relation.Sight;
import hecht.store.relation.View;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the customers that a figure counts are listed: addresses of the page *Relationships*, within the segment and
/// region
/// that were asked for.
record Lists(@Nullable String segment, @Nullable String region) implements Dots.Lists {
    @Override
    public String address(int from, int to, boolean inView) {
        Sight sight = inView ? Sight.IN_VIEW : Sight.NOT_IN_VIEW;
        return to(Selection.ALL.with("min", "" + from).with("max", "" + to).with("sight", sight.word()));
    }

    String quadrant(Quadrant quadrant) {
        return to(Selection.ALL.with("quadrant", quadrant.word()));
    }

    String opens(YearMonth month) {
        return to(Selection.ALL.with("opens", "" + month));
    }

    String movedBy(Driver driver) {
        return to(Selection.movedBy(driver));
    }

    String view(View view) {
        return to(Selection.of(view));
    }

    String unheard() {
        return to(Selection.ALL.with("heard", Heard.NOT_WITHIN_YEAR.word()));
    }

    String notInView() {
        return to(Selection.ALL.with("sight", Sight.NOT_IN_VIEW.word()));
    }

    String all() {
        return to(Selection.ALL);
    }

    /// The same within what was asked for.
    Selection within(Selection of) {
        Selection inSegment = segment == null ? of : of.with("segment", segment);
        return region == null ? inSegment : inSegment.with("region", region);
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
