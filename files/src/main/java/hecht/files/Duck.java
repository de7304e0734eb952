package hecht.files;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// A DuckDB in memory that sees the named files and nothing else: no other file, no network, no extension, and after
/// [#lock] no way to change that. Opening it takes about a second, most of it for unpacking its library; nothing may touch
/// this class that does not need Parquet or a query.
///
/// The library lies in the temporary folder while the program runs, and spilled rows in a private folder beside it; both
/// go when the program ends. Not for several threads.
final class Duck implements Closeable {
    private static final String MEMORY = "1GB"; // beyond it DuckDB spills; the heap is Java's own

    private final Connection connection;
    private final PrivateFolder spill;
    private final Trouble trouble;

    private Duck(Connection connection, PrivateFolder spill, Trouble trouble) {
        this.connection = connection;
        this.spill = spill;
        this.trouble = trouble;
    }

    /// @param files what may be read
    /// @param zone in which SQL turns moments into days; UTC where null
    static Duck open(List<Source> files, @Nullable ZoneId zone) throws Refusal {
        return open(files.stream().map(Source::path).toList(), new Trouble(files), zone);
    }

    /// @param target what may be written
    static Duck openFor(Path target) throws Refusal {
        return open(List.of(target), new Trouble(List.of()), null);
    }

    private static Duck open(List<Path> files, Trouble trouble, @Nullable ZoneId zone) throws Refusal {
        PrivateFolder spill = PrivateFolder.make("hecht-duckdb");
        Connection connection;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings(spill));
        } catch (SQLException | LinkageError | RuntimeException e) {
            spill.close();
            throw new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    "DuckDB, which reads Parquet and runs queries, does not start on this machine; see that the temporary"
                            + " folder has 100 MB free and lets programs run.",
                    e);
        }
        Duck duck = new Duck(connection, spill, trouble);
        try {
            if (zone != null && !(zone instanceof ZoneOffset)) duck.run("SET TimeZone = " + text(zone.getId()));
            else duck.run("SET TimeZone = 'UTC'");
            duck.run("SET allowed_paths = ["
                    + String.join(", ", files.stream().map(Duck::path).toList()) + "]");
            duck.run("SET enable_external_access = false");
            return duck;
        } catch (Refusal | RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    private static Properties settings(PrivateFolder spill) {
        Properties settings = new Properties();
        settings.put("jdbc_stream_results", "true"); // else a whole result lies in memory before its first row
        settings.put("memory_limit", MEMORY);
        settings.put("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
        settings.put("temp_directory", spill.path().toString());
        settings.put("autoinstall_known_extensions", "false");
        settings.put("autoload_known_extensions", "false");
        return settings;
    }

    /// From here on nobody can change what DuckDB may do. To be called before a person's own SQL runs.
    void lock() throws Refusal {
        run("SET lock_configuration = true");
    }

    void run(String sql) throws Refusal {
        try (Statement statement = connection.createStatement()) { // one that failed is closed: a new one each time
            statement.execute(sql);
        } catch (SQLException e) {
            throw trouble.refusal(e);
        }
    }

    /// Starts a query whose result streams. Its errors may come later, with its rows: [#refusal] makes sentences of them.
    Answer ask(String sql) throws Refusal {
        PreparedStatement statement = null;
        try {
            statement = connection.prepareStatement(sql);
            return new Answer(
                    statement, statement.unwrap(DuckDBPreparedStatement.class).query());
        } catch (SQLException e) {
            closeQuietly(statement);
            throw trouble.refusal(e);
        }
    }

    /// A running query with its result in chunks of some thousand rows.
    record Answer(PreparedStatement statement, DuckDBChunkedResult chunks) implements Closeable {
        @Override
        public void close() {
            try {
                chunks.close();
            } catch (SQLException e) {
                // what is read is read
            }
            closeQuietly(statement);
        }
    }

    private static void closeQuietly(@Nullable Statement statement) {
        try {
            if (statement != null) statement.close();
        } catch (SQLException e) {
            // nothing hangs on it
        }
    }

    /// The names and types of what a query gives.
    List<DuckColumn> describe(String sql) throws Refusal {
        List<DuckColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var described = statement.executeQuery("DESCRIBE " + sql)) {
            while (described.next()) columns.add(DuckColumn.of(described.getString(1), described.getString(2)));
            return columns;
        } catch (SQLException e) {
            throw trouble.refusal(e);
        }
    }

    long number(String sql) throws Refusal {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw trouble.refusal(e);
        }
    }

    List<String> texts(String sql) throws Refusal {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) texts.add(found.getString(1));
            return texts;
        } catch (SQLException e) {
            throw trouble.refusal(e);
        }
    }

    Connection connection() {
        return connection;
    }

    Refusal refusal(SQLException e) {
        return trouble.refusal(e);
    }

    /// A text as SQL writes it.
    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /// A name as SQL writes it.
    static String name(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /// A file as SQL writes it: whole, since DuckDB compares it with what is allowed.
    static String path(Path file) {
        return text(file.toAbsolutePath().normalize().toString().replace(File.separatorChar, '/'));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it lay in memory only
        } finally {
            spill.close();
        }
    }

    /// A folder in the temporary one that only this user can enter, removed at the latest when the program ends.
    static final class PrivateFolder implements Closeable {
        private final Path path;
        private final Thread atTheEnd = new Thread(this::remove);

        private PrivateFolder(Path path) {
            this.path = path;
        }

        static PrivateFolder make(String name) throws Refusal {
            try {
                PrivateFolder folder = new PrivateFolder(java.nio.file.Files.createTempDirectory(name));
                Runtime.getRuntime().addShutdownHook(folder.atTheEnd); // an interrupted run leaves nothing either
                return folder;
            } catch (IOException e) {
                throw new Refusal(
                        Refusal.Kind.SURROUNDINGS,
                        "The temporary folder is not writable; set TMPDIR to one that is, or -Djava.io.tmpdir.",
                        e);
            }
        }

        Path path() {
            return path;
        }

        private void remove() {
            try (var all = java.nio.file.Files.walk(path)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList())
                    java.nio.file.Files.deleteIfExists(each);
            } catch (IOException e) {
                // a file that DuckDB still holds; the temporary folder's own cleaning takes it
            }
        }

        @Override
        public void close() {
            remove();
            try {
                Runtime.getRuntime().removeShutdownHook(atTheEnd);
            } catch (IllegalStateException e) {
                // the program is ending already
            }
        }
    }
}
