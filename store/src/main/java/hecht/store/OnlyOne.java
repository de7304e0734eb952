package hecht.store;

import hecht.store.postgres.Database;
import hecht.store.postgres.Login;
import hecht.store.postgres.Trouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Keeps a second hecht off a database of one's own: a lock that goes with the connection that took it, and so with us.
final class OnlyOne implements AutoCloseable {
    /// "hecht" in letters of a telephone; locks are counted by database, so no other needs a number of its own.
    private static final String CLAIM = "SELECT pg_try_advisory_lock(43248)";

    private final Login login;
    private Connection connection; // guarded by this

    private OnlyOne(Login login, Connection connection) {
        this.login = login;
        this.connection = connection;
    }

    /// @throws Trouble locked, or unreachable
    static OnlyOne claim(Login login) {
        try {
            return new OnlyOne(login, locked(login));
        } catch (SQLException e) {
            throw Trouble.in(e).orElseThrow(() -> new IllegalStateException("the lock cannot be asked for", e));
        }
    }

    private static Connection locked(Login login) throws SQLException {
        Connection connection = Database.single(login);
        try (Statement statement = connection.createStatement();
                ResultSet got = statement.executeQuery(CLAIM)) {
            got.next();
            if (got.getBoolean(1)) return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new Trouble(
                Trouble.Kind.LOCKED,
                "The database: expected to be the only hecht that uses it, found another; stop that one, or name another"
                        + " database in HECHT_DATABASE_URL.");
    }

    /// Looks whether the lock is still ours, and takes it again when the connection was lost.
    synchronized Optional<Trouble> trouble() {
        try {
            if (!connection.isValid(2)) connection = locked(login);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Trouble.in(e).orElseThrow(() -> new IllegalStateException("the lock was lost", e)));
        } catch (Trouble e) {
            return Optional.of(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Then it is closed already, and the lock gone with it.
        }
    }
}
