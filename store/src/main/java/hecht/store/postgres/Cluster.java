package hecht.store.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The files of one database server, and the starting and stopping of it. For one thread at a time.
///
/// Everything a person may have to look at lies in the data folder: `database` is the cluster, `database.log` what the server
/// says, `database.password` its only password.
final class Cluster {
    static final String USER = "hecht";

    /// Only a restart of a very full database takes minutes.
    private static final int SECONDS_TO_START = 300;

    private static final long LOG_IS_LONG = 4 << 20;
    private static final int PASSWORD_BYTES = 24;

    private final DataFolder folder;
    private final Programs programs;
    private final Runner runner;
    private final String password;

    private Cluster(DataFolder folder, Programs programs, Runner runner, String password) {
        this.folder = folder;
        this.programs = programs;
        this.runner = runner;
        this.password = password;
    }

    /// The cluster of a folder, made where it is missing: first under another name, so that a process killed halfway leaves
    /// no half cluster.
    static Cluster in(DataFolder folder, Path programsBelow) throws IOException {
        Path data = folder.resolve("database");
        Runner runner = Runner.forCluster(data);
        removeParts(folder.path());
        Programs programs = Programs.in(programsBelow);
        Cluster cluster = new Cluster(folder, programs, runner, password(folder.resolve("database.password")));
        runner.own(programs.folder());
        runner.own(folder.path());
        if (!Files.isDirectory(data)) cluster.make(data);
        String major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!major.equals(Programs.major()))
            throw new Trouble(
                    Trouble.Kind.OTHER_VERSION,
                    "The data folder " + folder.path() + ": expected a database of PostgreSQL " + Programs.major()
                            + ", found one of " + major
                            + "; make a backup with the hecht that wrote it, and restore that"
                            + " into a new folder.");
        return cluster;
    }

    private static void removeParts(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(path -> path.getFileName().toString().startsWith("postgres.part"))
                    .toList()) DataFolder.remove(each);
        }
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) return Files.readString(file).strip();
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, Disk.onlyOurs("rw-------"));
        Files.writeString(part, password + "\n");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return password;
    }

    private void make(Path data) throws IOException {
        Path half = folder.resolve("database.init");
        DataFolder.remove(half);
        // The words "builtin" and "C" keep the data independent of the machine's locales, which change under an index.
        int exit = run(
                "initdb",
                "--pgdata=database.init",
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=database.password",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                // Stretching is for passwords that people can remember; ours cannot be guessed, and each connection
                // would pay.
                "--set=scram_iterations=1",
                "--no-instructions");
        if (exit != 0) {
            Trouble trouble = notStarted("initdb", said(0));
            DataFolder.remove(half);
            throw trouble;
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() {
        return password;
    }

    /// Starts the server, after stopping one that outlived its hecht: its settings may be of another time.
    ///
    /// @param wanted the port to take, or 0 for any that is free
    /// @return the port on which it listens
    int start(int wanted) throws IOException {
        stop();
        Path log = folder.resolve("database.log");
        if (Files.exists(log) && Files.size(log) > LOG_IS_LONG)
            Files.move(log, folder.resolve("database.log.old"), StandardCopyOption.REPLACE_EXISTING);
        for (int tries = 5; ; tries--) {
            int port = wanted == 0 ? freePort() : wanted;
            long before = Files.exists(log) ? Files.size(log) : 0;
            int exit = run(
                    "pg_ctl",
                    "--pgdata=database",
                    "--log=database.log",
                    "--wait",
                    "--timeout=" + SECONDS_TO_START,
                    // Relative, since pg_ctl hands its command to a shell that would read signs in our path.
                    "-p",
                    relative(programs.program("postgres")),
                    "-o",
                    settings(port),
                    "start");
            if (exit == 0) return port;
            String said = said(before);
            if (tries > 1 && said.contains("could not bind")) continue;
            throw notStarted("the server", said);
        }
    }

    private static String settings(int port) {
        return String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=40",
                "fsync=on",
                "synchronous_commit=on",
                // Nobody replicates this server, so rows that are loaded into a table made in the same step need no
                // journal.
                "wal_level=minimal",
                "max_wal_senders=0",
                "wal_compression=on",
                // After a checkpoint the first change of a page writes all of it: where customers are many that is most
                // of what
                // is written, so checkpoints are few. A start after a kill reads at most this much.
                "max_wal_size=4GB",
                "checkpoint_timeout=15min",
                "shared_buffers=" + sharedMegabytes() + "MB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                // Its log must not repeat what people wrote: neither statements nor the rows that an error points to.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_checkpoints=off");
    }

    /// An eighth of the memory there is, from 128 MB up to 2 GB; what is not used is not taken.
    private static long sharedMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.clamp(system.getTotalMemorySize() >> 23, 128, 2_048)
                : 256;
    }

    /// Stops the server, fast and clean, if it runs; does nothing else.
    void stop() throws IOException {
        Path file = folder.resolve("database").resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        if (!runs()) {
            // PostgreSQL would take any process that has the number now for a server, and pg_ctl would stop that one.
            Files.deleteIfExists(file);
            return;
        }
        if (run("pg_ctl", "--pgdata=database", "--mode=fast", "--wait", "--timeout=60", "stop") != 0 && runs())
            run("pg_ctl", "--pgdata=database", "--mode=immediate", "--wait", "--timeout=60", "stop");
    }

    /// Whether the server's process is there, and is the server's.
    boolean runs() {
        OptionalLong process = process();
        return process.isPresent() && isPostgres(process.getAsLong());
    }

    private OptionalLong process() {
        try (Stream<String> lines =
                Files.lines(folder.resolve("database").resolve("postmaster.pid"), StandardCharsets.ISO_8859_1)) {
            return lines.limit(1)
                    .mapToLong(line -> Long.parseLong(line.strip()))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// Linux tells everybody the name of a process and whether it is dead but not yet fetched by its parent; elsewhere what
    /// Java can tell must do.
    private static boolean isPostgres(long process) {
        Path stat = Path.of("/proc", "" + process, "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                String[] words =
                        Files.readString(stat, StandardCharsets.ISO_8859_1).split(" ", 4);
                return words[1].equals("(postgres)") && !words[2].equals("Z") && !words[2].equals("X");
            } catch (IOException e) {
                return false;
            }
        }
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .map(handle -> handle.info().command().orElse("postgres").contains("postgres"))
                .orElse(false);
    }

    private int run(String program, String... arguments) throws IOException {
        return runner.run(
                Stream.concat(Stream.of(programs.program(program).toString()), Stream.of(arguments))
                        .toList(),
                folder.path(),
                folder.resolve("database.words").toFile());
    }

    private String relative(Path program) {
        return (folder.path().getRoot().equals(program.getRoot())
                        ? folder.path().relativize(program)
                        : program)
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// What the last program said, and the server's log from a place on.
    private String said(long from) throws IOException {
        String words = Files.readString(folder.resolve("database.words"), StandardCharsets.ISO_8859_1);
        Path log = folder.resolve("database.log");
        if (!Files.exists(log)) return words;
        byte[] all = Files.readAllBytes(log);
        int start = (int) Math.min(from, all.length);
        return words + "\n" + new String(all, start, all.length - start, StandardCharsets.ISO_8859_1);
    }

    private Trouble notStarted(String what, String said) {
        if (Disk.isFull(folder.path(), said))
            return new Trouble(
                    Trouble.Kind.DISK_FULL,
                    "The data folder " + folder.path()
                            + ": expected room on its disk to start the database, found it full;"
                            + " make room and start hecht again.");
        if (said.contains("could not access")
                || said.contains("cannot open shared object")
                || said.contains("Permission denied"))
            return new Trouble(
                    Trouble.Kind.NOT_WRITABLE,
                    "The data folder " + folder.path()
                            + ": expected a folder that who runs the database may read and write,"
                            + " found that it may not (" + lastLine(said)
                            + "); run hecht as an ordinary user, or name another folder with --data.");
        return new Trouble(
                Trouble.Kind.NOT_STARTED,
                "The data folder " + folder.path() + ": expected " + what + " to start its database, found \""
                        + lastLine(said) + "\"; look into database.log there.");
    }

    private static String lastLine(String said) {
        List<String> lines =
                said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error"))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "nothing said" : lines.getLast());
    }
}
