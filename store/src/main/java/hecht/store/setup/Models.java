package hecht.store.setup;

import hecht.core.event.Choice;
import hecht.store.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The numbered models, as the text of a model file. One is active; the others stay, so that every figure ever shown can be
/// made again.
public final class Models {
    /// Where a model comes from.
    public enum Origin implements Choice {
        BUILT_IN,
        /// From the organisation's own events, by counting.
        COUNTED,
        /// From a file that somebody put in.
        GIVEN,
        /// From the organisation's own history, by learning.
        FITTED
    }

    /// One model.
    public record Kept(int number, Instant made, Origin origin, String text, boolean isActive) {}

    /// One row per model, the latest first.
    private static final String ALL = "SELECT number, made, origin, text, active FROM model ORDER BY number DESC";

    private static final String ACTIVE = "SELECT number, made, origin, text, active FROM model WHERE active";

    private static final String NONE_ACTIVE = "UPDATE model SET active = false WHERE active";

    private static final String ADD = """
            INSERT INTO model (number, made, origin, text, active)
            SELECT coalesce(max(number), 0) + 1, :made, :origin, :text, true FROM model
            RETURNING number""";

    private final Database database;

    public Models(Database database) {
        this.database = database;
    }

    /// The one by which beliefs are held; empty before the first import.
    public Optional<Kept> active() {
        return database.jdbc().sql(ACTIVE).query(Models::kept).optional();
    }

    public List<Kept> all() {
        return database.jdbc().sql(ALL).query(Models::kept).list();
    }

    private static Kept kept(ResultSet row, int place) throws SQLException {
        return new Kept(
                row.getInt("number"),
                row.getTimestamp("made").toInstant(),
                Choice.read(Origin.class, row.getString("origin"))
                        .orElseThrow(() -> new IllegalStateException("a model of no origin that this hecht knows")),
                row.getString("text"),
                row.getBoolean("active"));
    }

    /// Adds a model and makes it the active one. Whoever does that has everybody folded anew, in the same transaction.
    ///
    /// @return its number
    public int activate(String text, Origin origin, Instant made) {
        return database.transaction(connection -> {
            database.jdbc().sql("LOCK TABLE model IN SHARE ROW EXCLUSIVE MODE").update();
            database.jdbc().sql(NONE_ACTIVE).update();
            return database.jdbc()
                    .sql(ADD)
                    .param("made", Timestamp.from(made))
                    .param("origin", origin.word())
                    .param("text", text)
                    .query(Integer.class)
                    .single();
        });
    }
}
