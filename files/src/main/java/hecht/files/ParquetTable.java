package hecht.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// A Parquet file being written row by row, in bounded memory. It appears under its name when [#finish] has returned, whole
/// or not at all; closed before that it leaves nothing. Not for several threads.
///
/// ```java
/// try (ParquetTable table = ParquetTable.create(file, List.of(ParquetTable.Column.text("customer"), ParquetTable.Column.number("health")))) {
///     table.add("anna", 84.2);
///     table.finish();
/// }
/// ```
public final class ParquetTable implements Closeable {
    private static final int FLUSHED = 100_000; // rows that wait in the appender
    private static final String TABLE = "rows";

    private final PartFile part;
    private final List<Column> columns;
    private final Duck duck;
    private final DuckDBAppender appender;
    private long rows;
    private boolean open = true;

    /// What a column holds, and how Parquet calls it.
    public enum Type {
        /// A [String].
        TEXT("VARCHAR"),
        /// A [Double]; NaN is no value.
        NUMBER("DOUBLE"),
        /// A [Long] or an [Integer].
        COUNT("BIGINT"),
        /// A [Boolean].
        FLAG("BOOLEAN"),
        /// A [LocalDate].
        DAY("DATE");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    /// @param name as readers of the file will see it
    public record Column(String name, Type type) {
        public static Column text(String name) {
            return new Column(name, Type.TEXT);
        }

        public static Column number(String name) {
            return new Column(name, Type.NUMBER);
        }
    }

    private ParquetTable(PartFile part, List<Column> columns, Duck duck, DuckDBAppender appender) {
        this.part = part;
        this.columns = columns;
        this.duck = duck;
        this.appender = appender;
    }

    /// @throws Refusal when nothing can be written beside `target`
    public static ParquetTable create(Path target, List<Column> columns) throws Refusal {
        PartFile part = PartFile.begin(target);
        Duck duck;
        try {
            duck = Duck.openFor(part.path());
        } catch (Refusal | RuntimeException e) {
            part.close();
            throw e;
        }
        try {
            List<String> declared = columns.stream()
                    .map(each -> Duck.name(each.name()) + " " + each.type().sql)
                    .toList();
            duck.run("CREATE TABLE " + TABLE + " (" + String.join(", ", declared) + ")");
            DuckDBAppender appender =
                    duck.connection().unwrap(DuckDBConnection.class).createAppender(TABLE);
            return new ParquetTable(part, List.copyOf(columns), duck, appender);
        } catch (SQLException e) {
            duck.close();
            part.close();
            throw duck.refusal(e);
        } catch (Refusal | RuntimeException e) {
            duck.close();
            part.close();
            throw e;
        }
    }

    /// One row, a value for each column; null where there is none.
    ///
    /// @throws IllegalArgumentException when a value is not of its column's type
    public void add(@Nullable Object... values) throws Refusal {
        if (values.length != columns.size())
            throw new IllegalArgumentException("expected " + columns.size() + " values, were " + values.length);
        try {
            appender.beginRow();
            for (int i = 0; i < values.length; i++) append(columns.get(i), values[i]);
            appender.endRow();
            if (++rows % FLUSHED == 0) appender.flush();
        } catch (SQLException e) {
            throw part.refusal(e);
        }
    }

    private void append(Column column, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text when column.type == Type.TEXT -> appender.append(text);
            case Double number when column.type == Type.NUMBER && number.isNaN() -> appender.appendNull();
            case Double number when column.type == Type.NUMBER -> appender.append(number.doubleValue());
            case Long count when column.type == Type.COUNT -> appender.append(count.longValue());
            case Integer count when column.type == Type.COUNT -> appender.append(count.longValue());
            case Boolean flag when column.type == Type.FLAG -> appender.append(flag.booleanValue());
            case LocalDate day when column.type == Type.DAY -> appender.append(day);
            default ->
                throw new IllegalArgumentException(column.name + " holds " + column.type + ", was "
                        + value.getClass().getSimpleName());
        }
    }

    /// Writes what is left and gives the file its name.
    public void finish() throws Refusal {
        try {
            appender.close();
            duck.run("COPY " + TABLE + " TO " + Duck.path(part.path())
                    + " (FORMAT PARQUET, COMPRESSION ZSTD, USE_TMP_FILE false)");
            part.finish();
        } catch (SQLException | IOException | Refusal e) {
            throw part.refusal(e);
        }
        close();
    }

    @Override
    public void close() {
        if (!open) return;
        open = false;
        try {
            appender.close();
        } catch (SQLException e) {
            // the rows are not wanted any more
        }
        duck.close();
        part.close();
    }
}
