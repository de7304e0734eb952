package hecht.store.backup;

import hecht.store.postgres.Database;
import hecht.store.postgres.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Brings a backup into a store in which there is nothing yet: all of it, or nothing.
public final class Restore {
    /// What came of the tombstones lies here until it is added to what the store has.
    private static final List<String> TOMBSTONES_THAT_CAME = List.of(
            "CREATE TEMPORARY TABLE came_tombstone_key (LIKE tombstone_key) ON COMMIT DROP",
            "CREATE TEMPORARY TABLE came_tombstone (LIKE tombstone) ON COMMIT DROP");

    /// A key that is here already keeps its number, others get the next ones: new tombstones go on with the store's own key.
    private static final String ADD_KEYS = """
            INSERT INTO tombstone_key (number, key)
            SELECT (SELECT coalesce(max(number), -1) FROM tombstone_key) + row_number() OVER (ORDER BY came.number), came.key
            FROM came_tombstone_key came
            WHERE NOT EXISTS (SELECT FROM tombstone_key here WHERE here.key = came.key)""";

    private static final String ADD_TOMBSTONES = """
            INSERT INTO tombstone (key_number, hash, until)
            SELECT here.number, came.hash, came.until
            FROM came_tombstone came
            JOIN came_tombstone_key its ON its.number = came.key_number
            JOIN tombstone_key here ON here.key = its.key
            ON CONFLICT DO NOTHING""";

    private static final String ANY_TOMBSTONE = "SELECT EXISTS (SELECT FROM tombstone)";

    /// One row per key of a customer in anything that came, more than once where it stands in several places.
    private static final String KEYS_THAT_CAME = """
            SELECT DISTINCT coalesce(came_as, customer) FROM event
            UNION ALL SELECT customer FROM merge
            UNION ALL SELECT from_key FROM merge
            UNION ALL SELECT DISTINCT customer FROM quarantine WHERE customer IS NOT NULL
            UNION ALL SELECT DISTINCT customer FROM import_reason WHERE customer IS NOT NULL
            UNION ALL SELECT DISTINCT customer FROM audit WHERE customer IS NOT NULL""";

    private static final int KEYS_TOGETHER = 10_000;

    private final Database database;

    public Restore(Database database) {
        this.database = database;
    }

    /// @throws Trouble when there is something in the store
    public void checkEmpty() {
        database.snapshot(connection -> {
            checkEmpty(connection);
            return null;
        });
    }

    private static void checkEmpty(Connection connection) throws SQLException {
        for (Table table : Table.carried()) {
            if (table.way() != Table.Way.CARRIED
                    || Columns.of(connection, table.name()).names().isEmpty()) continue;
            try (Statement look = connection.createStatement();
                    ResultSet found =
                            look.executeQuery("SELECT EXISTS (SELECT FROM " + Columns.quoted(table.name()) + ")")) {
                found.next();
                if (found.getBoolean(1))
                    throw new Trouble(
                            Trouble.Kind.NOT_EMPTY,
                            "The store: expected one that was never used to restore into, found rows in its table "
                                    + table.name()
                                    + "; name a new folder with --data, or an empty database of your own.");
            }
        }
    }

    /// Takes all rows in, and forgets those of customers who were erased here, in one transaction.
    ///
    /// @param forgetting forgets those of some keys that have a tombstone in this store
    public void take(BackupFile file, Consumer<List<String>> forgetting) {
        database.transaction(connection -> {
            checkEmpty(connection);
            try (Statement statement = connection.createStatement()) {
                for (String sql : TOMBSTONES_THAT_CAME) statement.execute(sql);
                for (Table table : Table.carried())
                    for (Manifest.Part part : file.manifest().parts())
                        if (part.table().equals(table.name())) take(connection, file, table, part);
                forget(statement, forgetting);
                // Only now: who was erased where the backup comes from, and came back there, stays.
                statement.execute(ADD_KEYS);
                statement.execute(ADD_TOMBSTONES);
            }
            return null;
        });
        database.jdbc().sql("ANALYZE").update(); // who plans queries must know that the tables are no longer empty
    }

    private static void forget(Statement statement, Consumer<List<String>> forgetting) throws SQLException {
        try (ResultSet any = statement.executeQuery(ANY_TOMBSTONE)) {
            any.next();
            if (!any.getBoolean(1)) return;
        }
        statement.setFetchSize(KEYS_TOGETHER); // the keys of everybody do not fit in memory
        List<String> keys = new ArrayList<>();
        try (ResultSet came = statement.executeQuery(KEYS_THAT_CAME)) {
            while (came.next()) {
                keys.add(came.getString(1));
                if (keys.size() < KEYS_TOGETHER) continue;
                forgetting.accept(keys);
                keys.clear();
            }
        }
        forgetting.accept(keys);
    }

    private static void take(Connection connection, BackupFile file, Table table, Manifest.Part part)
            throws SQLException {
        Columns here = Columns.of(connection, table.name());
        if (!here.names().containsAll(part.columns()))
            throw BackupFile.broken(file.path(), new IOException("table " + table.name() + " has other columns"));
        String into = table.way() == Table.Way.ADDED ? "came_" + table.name() : table.name();
        try (InputStream rows = file.rows(part);
                Statement statement = connection.createStatement()) {
            if (table.way() == Table.Way.REPLACED) statement.execute("DELETE FROM " + Columns.quoted(table.name()));
            long taken = Database.copy(connection)
                    .copyIn("COPY " + Columns.list(into, part.columns()) + " FROM STDIN (ENCODING 'UTF8')", rows);
            if (taken != part.rows())
                throw BackupFile.broken(
                        file.path(), new IOException("table " + table.name() + " has another number of rows"));
            for (String column : here.numbered()) statement.execute(countOn(table.name(), column));
        } catch (IOException e) {
            throw BackupFile.broken(file.path(), e);
        }
    }

    /// The next row gets the number after the highest.
    private static String countOn(String table, String column) {
        return "SELECT setval(pg_get_serial_sequence('" + Columns.quoted(table) + "', '" + column + "'), coalesce(max("
                + Columns.quoted(column) + "), 0) + 1, false) FROM " + Columns.quoted(table);
    }
}
