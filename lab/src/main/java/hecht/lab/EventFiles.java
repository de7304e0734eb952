package hecht.lab;

import de.siegmar.fastcsv.writer.CsvWriter;
import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The events of many customers of [Histories] as one file, in order of time, as a log comes: once as CSV and once as Parquet
/// with typed columns. A column for each field that occurs.
///
/// @param csv some 2.7 GB for a million customers  @param parquet some 500 MB
record EventFiles(Path csv, Path parquet) {
    private static final List<Field> COLUMNS = List.of(
            Field.SOURCE,
            Field.ID,
            Field.TIME,
            Field.CUSTOMER,
            Field.TYPE,
            Field.CASE,
            Field.GOAL,
            Field.PRODUCT,
            Field.CHANNEL,
            Field.STEP,
            Field.LOCKED_UNTIL,
            Field.NOTICE_FROM,
            Field.NOTICE_TO,
            Field.AMOUNT,
            Field.CURRENCY,
            Field.METHOD,
            Field.VOLUNTARY,
            Field.DIRECTION,
            Field.KIND,
            Field.OUTCOME,
            Field.WAIT_SECONDS,
            Field.HANDLING_SECONDS,
            Field.TRANSFERS,
            Field.SENTIMENT,
            Field.PROMISED_BY,
            Field.RIGHT_BY_PROCESS,
            Field.UNTIL,
            Field.PLANNED,
            Field.SURVEY,
            Field.QUESTION,
            Field.SCORE,
            Field.SCALE_MIN,
            Field.SCALE_MAX);

    /// Finds the files of so many customers in a folder, or makes them: some minutes for a million, and twice their space.
    static EventFiles of(Path folder, int customers) throws IOException, SQLException {
        Files.createDirectories(folder);
        EventFiles files = new EventFiles(
                folder.resolve("events-" + customers + ".csv"), folder.resolve("events-" + customers + ".parquet"));
        if (Files.exists(files.csv) && Files.exists(files.parquet)) return files;
        Path byCustomer = folder.resolve("by-customer.csv");
        Path parquet = folder.resolve("unfinished.parquet");
        Path csv = folder.resolve("unfinished.csv");
        write(byCustomer, customers);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET memory_limit = '4GB'");
            statement.execute("SET temp_directory = '" + folder + "'");
            statement.execute("COPY (FROM " + table(byCustomer) + " ORDER BY time, source, id) TO '" + parquet
                    + "' (COMPRESSION zstd)");
            statement.execute("COPY (SELECT * REPLACE (" + moments() + ") FROM '" + parquet + "') TO '" + csv + "'");
        }
        Files.delete(byCustomer);
        Files.move(parquet, files.parquet);
        Files.move(csv, files.csv);
        return files;
    }

    private static void write(Path file, int customers) throws IOException {
        String[] cells = new String[Field.values().length];
        List<String> row = new ArrayList<>();
        try (CsvWriter out = CsvWriter.builder().build(file)) {
            out.writeRecord(COLUMNS.stream().map(Field::label).toList());
            for (int c = 0; c < customers; c++)
                for (Event each : Histories.ofSupplier(c)) {
                    Arrays.fill(cells, "");
                    EventWriter.write(each, (field, text) -> cells[field.ordinal()] = text, (name, text) -> {});
                    row.clear();
                    for (Field column : COLUMNS) row.add(cells[column.ordinal()]);
                    out.writeRecord(row);
                }
        }
    }

    /// SQL of a table that reads such a CSV file with its types.
    static String table(Path csv) {
        return COLUMNS.stream()
                .map(each -> "'" + each.label() + "': '" + type(each) + "'")
                .collect(Collectors.joining(", ", "read_csv('" + csv + "', header = true, columns = {", "})"));
    }

    private static String type(Field field) {
        return switch (field.kind()) {
            case TEXT, CHOICE -> "VARCHAR";
            case MOMENT, END_OF_DAY -> "TIMESTAMPTZ";
            case NUMBER -> "DOUBLE";
            case COUNT -> "INTEGER";
            case FLAG -> "BOOLEAN";
        };
    }

    /// DuckDB would write `2026-03-01 09:30:00+00`, where files mostly have `2026-03-01T09:30:00Z`.
    private static String moments() {
        return COLUMNS.stream()
                .filter(each -> type(each).equals("TIMESTAMPTZ"))
                .map(each ->
                        String.format(Locale.ROOT, "strftime(%1$s, '%%Y-%%m-%%dT%%H:%%M:%%SZ') AS %1$s", each.label()))
                .collect(Collectors.joining(", "));
    }
}
