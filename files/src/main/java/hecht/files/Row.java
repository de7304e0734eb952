package hecht.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of an input as it was read: where it stands, and its cells. Valid until the next row is read; who keeps it
/// longer takes a [#copy].
public interface Row {
    /// Name of the input without its folders, as a person would say it; `standard input` for that.
    String file();

    /// Which row it is, 1 for the first after the header; of an NDJSON file the line, of an XES file the event.
    long number();

    /// Names of the cells, in the order of the file. Where rows need not be alike (NDJSON, XES) the names seen so far, in
    /// the order of their first row; the list grows, and a name keeps its place.
    List<String> columns();

    /// The cell of a column as text; null where the row has none.
    @Nullable
    String cell(int column);

    /// The line that the row is, where it is one (NDJSON); null elsewhere.
    default @Nullable String line() {
        return null;
    }

    /// The same row, to keep.
    default Row copy() {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < columns().size(); i++) cells.add(cell(i));
        return new Kept(file(), number(), List.copyOf(columns()), Collections.unmodifiableList(cells), line());
    }

    /// A row that stays as it is.
    record Kept(
            String file,
            long number,
            List<String> columns,
            List<@Nullable String> cells,
            @Nullable String line) implements Row {
        @Override
        public @Nullable String cell(int column) {
            return cells.get(column);
        }

        @Override
        public Row copy() {
            return this;
        }
    }
}
