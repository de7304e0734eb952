package hecht.files;

import hecht.core.event.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What readers of rows that need not be alike have in common: where the row stands, its cells, and what is wrong with it.
abstract class LooseRows implements RowReader {
    final LooseCells cells = new LooseCells();
    long number;
    List<Problem> problems = List.of();
    private final String file;

    LooseRows(String file) {
        this.file = file;
    }

    /// Puts a cell into the current row, or says that the file has too many names.
    final void put(String name, @Nullable String value) {
        if (!cells.put(name, value) && problems.isEmpty())
            problems = List.of(new Problem("", "at most " + LooseCells.MOST + " different names in a file", name, ""));
    }

    @Override
    public final String file() {
        return file;
    }

    @Override
    public final long number() {
        return number;
    }

    @Override
    public final List<String> columns() {
        return cells.names();
    }

    @Override
    public final @Nullable String cell(int column) {
        return cells.get(column);
    }

    @Override
    public final List<Problem> problems() {
        return problems;
    }

    @Override
    public final boolean isLoose() {
        return true;
    }
}
