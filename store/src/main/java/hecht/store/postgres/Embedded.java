package hecht.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/// A PostgreSQL server of our own in a data folder: durable, on loopback only, known to nobody without its password. It is no
/// child of ours, so that Ctrl-C on the terminal does not end it before the pool is closed; when this process is killed it
/// goes on, and the next hecht on the folder stops it and starts it again.
///
/// While it is open it is watched: a server that ended without us is started again, on the same port.
public final class Embedded implements AutoCloseable {
    private static final String DATABASE = "hecht";
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    private final DataFolder folder;
    private final Cluster cluster;
    private final int port;
    private final Thread watch;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private boolean open = true; // guarded by this

    private Embedded(DataFolder folder, Cluster cluster, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
        this.watch = Thread.ofVirtual().name("database-watch").unstarted(this::watch);
    }

    /// Starts the server of a data folder; makes the folder, the programs and the cluster where they are missing.
    ///
    /// @throws Trouble with one sentence; then nothing runs
    public static Embedded start(Path data) {
        return start(data, data);
    }

    /// The same with the programs unpacked below a folder of their own, which several data folders may share.
    public static Embedded start(Path data, Path programsBelow) {
        DataFolder folder = DataFolder.claim(data);
        try {
            Cluster cluster = Cluster.in(folder, programsBelow.toAbsolutePath().normalize());
            Embedded server = new Embedded(folder, cluster, cluster.start(0));
            try {
                server.makeIfMissing(DATABASE);
            } catch (RuntimeException e) {
                cluster.stop();
                throw e;
            }
            server.watch.start();
            return server;
        } catch (IOException e) {
            folder.close();
            throw DataFolder.notWritable(folder.path(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// How its database is reached.
    public Login login() {
        return login(DATABASE);
    }

    /// Another, empty database on the same server.
    ///
    /// @param name small letters, digits and underscores
    public Login fresh(String name) {
        makeIfMissing(name);
        return login(name);
    }

    /// What keeps it from running at this moment.
    public Optional<Trouble> trouble() {
        return trouble;
    }

    private Login login(String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, Cluster.USER, cluster.password());
    }

    /// A name cannot be a parameter of CREATE DATABASE, so it is one that needs no quotes.
    private void makeIfMissing(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}"))
            throw new IllegalArgumentException("a database's name is small letters, digits and underscores: " + name);
        Login any = login("postgres");
        try (Connection connection = DriverManager.getConnection(any.url(), any.user(), any.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                if (found.next()) return;
            }
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        } catch (SQLException e) {
            throw Trouble.of(e).orElseGet(() -> Trouble.away(e));
        }
    }

    private void watch() {
        try {
            for (Duration pause = LOOKS_EVERY; ; ) {
                Thread.sleep(pause);
                pause = look() ? LOOKS_EVERY : longer(pause);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(Duration.ofSeconds(30)) < 0 ? twice : Duration.ofSeconds(30);
    }

    /// Starts a server that ended without us; what keeps it from starting is told by [#trouble()] until it does.
    private synchronized boolean look() throws InterruptedException {
        if (!open) throw new InterruptedException();
        if (cluster.runs()) {
            trouble = Optional.empty();
            return true;
        }
        try {
            cluster.start(port);
            trouble = Optional.empty();
            return true;
        } catch (IOException e) {
            trouble = Optional.of(DataFolder.notWritable(folder.path(), e));
        } catch (Trouble e) {
            trouble = Optional.of(e);
        }
        return false;
    }

    /// Stops the server, fast and clean, and lets others claim the folder.
    @Override
    public void close() {
        watch.interrupt();
        synchronized (this) {
            if (!open) return;
            open = false;
            try {
                cluster.stop();
            } catch (IOException e) {
                throw DataFolder.notWritable(folder.path(), e);
            } finally {
                folder.close();
            }
        }
    }
}
