package hecht.lab;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// What hecht is held against: DuckDB counts each customer's events, finds the last one, and sums them decayed with 90 days,
/// over the file that hecht scores. A program of its own, so that its CPU time is counted as hecht's is.
///
/// Arguments: the file of events, and the CSV file for the answer.
public final class DuckDbSums {
    private DuckDbSums() {}

    public static void main(String... arguments) throws SQLException {
        Path events = Path.of(arguments[0]);
        String table = events.toString().endsWith(".csv") ? EventFiles.table(events) : "'" + events + "'";
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("""
                    COPY (
                        SELECT customer, count(*) AS events, max(time) AS last,
                               sum(exp(-date_diff('second', time, TIMESTAMPTZ '2026-01-01 00:00:00Z') / (90 * 86400.0))) AS decayed
                        FROM %s
                        GROUP BY customer)
                    TO '%s'""".formatted(table, arguments[1]));
        }
    }
}
