package hecht.app.web.setup.audit;

import hecht.app.web.layout.Page;
import hecht.store.access.Audit;
import java.util.List;

/// One page of the audit.
///
/// @param older the number before which the next page begins; 0 where there is none
/// @param newest whether this page begins with the newest line
public record Lines(List<Audit.Line> shown, long older, boolean newest) {
    public Lines {
        shown = List.copyOf(shown);
    }

    public static String who(Page page, Audit.Line line) {
        return line.who().isEmpty() ? page.say("audit.nobody") : line.who();
    }
}
