package hecht.app.web.setup.imports;

import java.util.List;

/// Imports, the latest first.
///
/// @param older the number before which the next page begins; 0 where there is none
/// @param events that count, of all imports and of programs  @param quarantined rows that wait to be mended
public record ImportList(List<ImportRow> rows, long older, long events, long quarantined) {
    public ImportList {
        rows = List.copyOf(rows);
    }

    public boolean isUnderWay() {
        return rows.stream().anyMatch(ImportRow::isUnderWay);
    }
}
