package hecht.files;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// A column of a Parquet file or of a query's result: how DuckDB hands it over cheaply, and how it becomes the text that
/// the contract expects.
///
/// @param type DuckDB's name of the type, for a person; of `CODED` that of its codes
/// @param words of a `CODED` column by their codes; else empty
record DuckColumn(String name, String type, Kind kind, List<String> words) {
    private static final long ENDLESS = Long.MAX_VALUE;
    private static final long MICROS = 1_000_000;

    enum Kind {
        TEXT,
        /// A text of few words, which comes as the number of its word.
        CODED,
        MOMENT,
        LOCAL,
        DAY,
        FLAG,
        WHOLE,
        NUMBER,
        SINGLE,
        NESTED
    }

    static DuckColumn of(String name, String type) {
        String plain = type.toUpperCase(Locale.ROOT);
        return new DuckColumn(name, type, kind(plain), List.of());
    }

    DuckColumn coded(String codes, List<String> codedWords) {
        return new DuckColumn(name, codes, Kind.CODED, List.copyOf(codedWords));
    }

    private static Kind kind(String type) {
        if (type.endsWith("]") || type.startsWith("STRUCT(") || type.startsWith("MAP(") || type.startsWith("UNION("))
            return Kind.NESTED;
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> Kind.MOMENT;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Kind.LOCAL;
            case "DATE" -> Kind.DAY;
            case "BOOLEAN" -> Kind.FLAG;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> Kind.WHOLE;
            case "DOUBLE" -> Kind.NUMBER;
            case "FLOAT" -> Kind.SINGLE;
            case "BLOB", "BIT", "INTERVAL" -> Kind.NESTED;
            default -> Kind.TEXT; // VARCHAR; and DECIMAL, HUGEINT, UUID, ENUM, TIME, JSON as DuckDB writes them
        };
    }

    /// What to select so that the column comes as a number wherever it is one: a text costs ten times as much.
    String selected() {
        String column = Duck.name(name);
        return switch (kind) {
            case TEXT -> type.equalsIgnoreCase("VARCHAR") ? column : "CAST(" + column + " AS VARCHAR)";
            case CODED -> "CAST(enum_code(CAST(" + column + " AS " + type + ")) AS BIGINT)";
            case MOMENT, LOCAL ->
                // DuckDB has no number for infinity, and silence would turn "locked for ever" into "not locked"
                "coalesce(epoch_us(" + column + "), CASE WHEN " + column + " IS NOT NULL THEN " + ENDLESS + " END)";
            case WHOLE -> "CAST(" + column + " AS BIGINT)";
            case DAY, FLAG, NUMBER, SINGLE, NESTED -> column;
        };
    }

    /// The cell as text: null where there is none, which a NaN is too.
    @Nullable
    String textOf(DuckDBReadableVector vector, long row) {
        if (vector.isNull(row)) return null;
        return switch (kind) {
            case TEXT -> vector.getString(row);
            case CODED -> words.get((int) vector.getLong(row));
            case MOMENT -> moment(vector.getLong(row));
            case LOCAL -> local(vector.getLong(row));
            case DAY -> vector.getLocalDate(row).toString();
            case FLAG -> Boolean.toString(vector.getBoolean(row));
            case WHOLE -> Long.toString(vector.getLong(row));
            case NUMBER -> number(vector.getDouble(row));
            case SINGLE -> single(vector.getFloat(row));
            case NESTED -> throw new IllegalStateException(name + " is no text");
        };
    }

    private static String moment(long micros) {
        return micros == ENDLESS ? "infinity" : MomentText.of(micros);
    }

    private static String local(long micros) {
        if (micros == ENDLESS) return "infinity";
        return LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC).toString();
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    /// A key that went through a table with gaps comes as `17850.0`; it is the key 17850.
    private static @Nullable String number(double value) {
        if (Double.isNaN(value)) return null;
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static @Nullable String single(float value) {
        if (Float.isNaN(value)) return null;
        return value == Math.rint(value) && Math.abs(value) < 1e7 ? Long.toString((long) value) : Float.toString(value);
    }
}
