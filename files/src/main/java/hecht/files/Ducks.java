package hecht.files;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What DuckDB reads for hecht: Parquet files, and a mapping's query over named files.
final class Ducks {
    private Ducks() {}

    /// The rows of a Parquet file, in its order.
    static RowReader parquet(Source file) throws Refusal {
        Duck duck = Duck.open(List.of(file), null);
        try {
            String from = TableSource.parquet(file.path());
            long rows = duck.number("SELECT count(*) FROM " + from);
            return DuckRows.open(duck, from, file.name(), file.bytes(), rows);
        } catch (Refusal | RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    /// The rows that `query` gives: one SELECT in DuckDB's SQL over the files as tables. Rows are numbered as they come;
    /// their file is `query`.
    ///
    /// @param how the mapping says that CSV is written
    /// @param zone in which SQL turns moments into days; UTC where null
    static RowReader query(List<Source> files, String query, Dialect how, @Nullable ZoneId zone) throws Refusal {
        Duck duck = Duck.open(files, zone);
        try {
            Tables tables = new Tables(duck, files, how);
            duck.lock();
            String one = "query(" + Duck.text(query) + ")"; // takes one SELECT, and refuses everything else
            tables.declareFor(one);
            long bytes = files.stream().mapToLong(Source::bytes).sum();
            return DuckRows.open(duck, one, "query", bytes, 0);
        } catch (Refusal | RuntimeException e) {
            duck.close();
            throw e;
        }
    }
}
