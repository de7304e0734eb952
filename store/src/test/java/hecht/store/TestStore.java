package hecht.store;

import hecht.store.postgres.Database;
import hecht.store.postgres.Embedded;
import hecht.store.postgres.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real PostgreSQL for tests: one server for all tests of a JVM, and an empty, migrated database for each test class.
///
/// ```java
/// private static final Store STORE = TestStore.fresh();
/// ```
/// The server is stopped, and its folder removed, when the JVM ends.
public final class TestStore {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestStore() {}

    private static final class Server {
        static final Embedded ONLY = start();

        private static Embedded start() {
            try {
                Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
                Path data = Files.createTempDirectory(target, "test-database");
                Embedded server = Embedded.start(data, Path.of("../store/target/test-postgres"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    remove(data);
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The tables, made once: copying them is faster than making them.
    private static final class Tables {
        static final String TEMPLATE = make();

        private static String make() {
            Login login = Server.ONLY.fresh("tables");
            Store.open(own(login)).close();
            return "tables";
        }
    }

    /// A store in an empty database of its own.
    public static Store fresh() {
        return Store.open(where());
    }

    /// Where such a store lies, for what opens one itself.
    public static Where where() {
        String name = "test_" + NUMBER.incrementAndGet();
        Login any = Server.ONLY.fresh("postgres");
        try (Connection connection = Database.single(any);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + Tables.TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return own(Server.ONLY.fresh(name));
    }

    private static Where own(Login login) {
        return new Where.Own(login.url(), login.user(), login.password());
    }

    /// A database in which there is nothing at all.
    public static Login emptyDatabase() {
        return Server.ONLY.fresh("test_" + NUMBER.incrementAndGet());
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
