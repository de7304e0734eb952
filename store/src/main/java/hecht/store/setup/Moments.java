package hecht.store.setup;

import hecht.store.postgres.Database;
import java.time.LocalDate;
import java.util.List;

/// Moments that a steward wrote down, such as a price letter, to be shown beside what moved the figures.
public final class Moments {
    /// One moment.
    public record Written(int number, LocalDate day, String text) {}

    /// One row per moment, the latest day first; carried by moment_day.
    private static final String ALL = "SELECT number, day, text FROM moment ORDER BY day DESC, number DESC";

    private final Database database;

    public Moments(Database database) {
        this.database = database;
    }

    public List<Written> all() {
        return database.jdbc()
                .sql(ALL)
                .query((row, i) ->
                        new Written(row.getInt("number"), row.getObject("day", LocalDate.class), row.getString("text")))
                .list();
    }

    public void write(LocalDate day, String text) {
        database.jdbc()
                .sql("INSERT INTO moment (day, text) VALUES (:day, :text)")
                .param("day", day)
                .param("text", text)
                .update();
    }

    public void remove(int number) {
        database.jdbc()
                .sql("DELETE FROM moment WHERE number = :number")
                .param("number", number)
                .update();
    }
}
