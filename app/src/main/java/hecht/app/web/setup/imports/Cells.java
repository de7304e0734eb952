package hecht.app.web.setup.imports;

import hecht.app.ingest.FirstRows;
import java.util.List;
import java.util.Set;

/// The parts of an event as a table shows them: what, when and who in columns of their own, then the rest.
public final class Cells {
    private static final Set<String> COLUMNS = Set.of("type", "time", "customer");

    private Cells() {}

    /// Empty where the event has no such field.
    public static String of(List<FirstRows.Value> event, String field) {
        for (FirstRows.Value each : event) if (each.field().equals(field)) return each.text();
        return "";
    }

    public static List<FirstRows.Value> rest(List<FirstRows.Value> event) {
        return event.stream().filter(each -> !COLUMNS.contains(each.field())).toList();
    }
}
