package hecht.store;

import hecht.store.postgres.Embedded;
import hecht.store.postgres.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                Embedded server = Embedded.start(data, target.resolve("test-postgres"));
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

    /// A store in an empty database of its own.
    public static Store fresh() {
        Login login = emptyDatabase();
        return Store.open(new Where.Own(login.url(), login.user(), login.password()));
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
