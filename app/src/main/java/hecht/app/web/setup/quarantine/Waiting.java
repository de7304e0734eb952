package hecht.app.web.setup.quarantine;

import hecht.store.setup.Quarantine.Reason;
import java.util.List;

/// The rows that wait to be mended, as the page shows them.
///
/// @param size rows that wait, of all reasons  @param field,expected of the reason that is shown; empty: all
/// @param older the number before which the next page begins; 0 where there is none
public record Waiting(long size, List<Reason> reasons, String field, String expected, List<Entry> rows, long older) {
    public Waiting {
        reasons = List.copyOf(reasons);
        rows = List.copyOf(rows);
    }

    public boolean isOfOneReason() {
        return !field.isEmpty() || !expected.isEmpty();
    }

    public boolean isHere(Reason reason) {
        return reason.field().equals(field) && reason.expected().equals(expected);
    }
}
