package hecht.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/// One database, reached through a pool. Whatever the surroundings do comes out as [Trouble]; every other failure is a fault
/// of ours and comes out as Spring names it. Safe for all threads.
public final class Database implements AutoCloseable {
    /// The oldest major version of PostgreSQL on which hecht is tried.
    public static final int OLDEST = 15;

    /// In the pool: the real limit of what runs at once.
    static final int CONNECTIONS = 12;

    private static final long WAIT_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final DataSource guarded;
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate snapshot;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.guarded = new GuardedDataSource(pool);
        JdbcTemplate template = new JdbcTemplate(guarded);
        template.setExceptionTranslator(translator());
        this.jdbc = JdbcClient.create(template);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(guarded);
        this.writing = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// Work on one connection.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /// A connection of its own, outside of any pool.
    public static Connection single(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), properties(login));
    }

    /// Connects, after looking whether that can be done and how old the server is.
    ///
    /// @throws Trouble unreachable, refused, too old
    public static Database connect(Login login) {
        check(login);
        HikariConfig config = new HikariConfig();
        config.setPoolName("hecht");
        config.setJdbcUrl(login.url());
        config.setDataSourceProperties(properties(login));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        return new Database(new HikariDataSource(config));
    }

    /// @throws Trouble unreachable, refused, too old
    public static void check(Login login) {
        try (Connection connection = single(login)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST)
                throw new Trouble(
                        Trouble.Kind.TOO_OLD,
                        "The database: expected PostgreSQL " + OLDEST + " or newer, found " + version
                                + "; name a newer one in HECHT_DATABASE_URL, or leave that out to use the one hecht brings.");
        } catch (SQLException e) {
            throw Trouble.of(e).orElseGet(() -> Trouble.away(e));
        }
    }

    private static Properties properties(Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        if (login.password() != null) properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "hecht");
        properties.setProperty("connectTimeout", "4");
        properties.setProperty("loginTimeout", "4");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // The detail of an error quotes the row that caused it: keys and names, which belong in no log.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    private static SQLExceptionTranslator translator() {
        SQLExceptionTranslator usual = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
        return (task, sql, e) -> {
            Optional<Trouble> trouble = Trouble.of(e);
            if (trouble.isPresent()) throw trouble.get();
            return usual.translate(task, sql, e);
        };
    }

    /// For whoever needs connections as such; they come out of the pool.
    public DataSource dataSource() {
        return guarded;
    }

    /// Takes part in [#transaction] when used inside of it, on the same thread.
    public JdbcClient jdbc() {
        return jdbc;
    }

    /// Does work all or not at all. Joined by [#jdbc()] and by transactions begun inside.
    public <T extends @Nullable Object> T transaction(Work<T> work) {
        return in(writing, work);
    }

    /// Reads one moment of the database, however long it takes and whatever others write meanwhile.
    public <T extends @Nullable Object> T snapshot(Work<T> work) {
        return in(snapshot, work);
    }

    /// Rows in and out in bulk.
    public static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @SuppressWarnings("NullAway") // Spring's answer is null exactly where the work's is
    private <T extends @Nullable Object> T in(TransactionTemplate transactions, Work<T> work) {
        try {
            return transactions.execute(status -> {
                Connection connection = DataSourceUtils.getConnection(guarded);
                try {
                    return work.on(connection);
                } catch (SQLException e) {
                    throw failed(e);
                } finally {
                    DataSourceUtils.releaseConnection(connection, guarded);
                }
            });
        } catch (
                TransactionSystemException e) { // taking it back failed as well, as it does when the connection is gone
            Throwable first = e.getOriginalException() == null ? e : e.getOriginalException();
            throw Trouble.in(first).orElseGet(() -> Trouble.away(e));
        } catch (RuntimeException e) {
            throw Trouble.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private RuntimeException failed(SQLException e) {
        Optional<Trouble> trouble = Trouble.of(e);
        if (trouble.isPresent()) return trouble.get();
        RuntimeException named = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL").translate("work", null, e);
        return named == null ? new IllegalStateException("a query failed", e) : named;
    }

    /// Whether it answers and can write; what is wrong, where it does not.
    public Optional<Trouble> trouble() {
        try (Connection connection = pool.getConnection();
                PreparedStatement look = connection.prepareStatement("SELECT pg_is_in_recovery()");
                ResultSet found = look.executeQuery()) {
            found.next();
            return found.getBoolean(1) ? Trouble.of(new SQLException("in recovery", "25006")) : Optional.empty();
        } catch (SQLException e) {
            return Optional.of(Trouble.of(e).orElseGet(() -> Trouble.away(e)));
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
