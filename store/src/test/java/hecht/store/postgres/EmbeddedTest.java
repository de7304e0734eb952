package hecht.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {
    private static final Path PROGRAMS = Path.of("target/test-postgres");

    @TempDir
    Path folder;

    @Test
    void rows_outlive_the_server_that_took_them_however_it_ends() throws Exception {
        Path data = folder.resolve("it's a $HOME `data` folder");
        try (Embedded server = Embedded.start(data, PROGRAMS)) {
            execute(server, "CREATE TABLE kept (what text)");
            execute(server, "INSERT INTO kept VALUES ('by a clean end')");
        }
        assertThat(isListening(data)).isFalse();
        try (Embedded server = Embedded.start(data, PROGRAMS)) {
            execute(server, "INSERT INTO kept VALUES ('by a kill')");
            kill(data);
            eventually(server);
            assertThat(answer(server, "SELECT string_agg(what, ', ' ORDER BY what) FROM kept"))
                    .isEqualTo("by a clean end, by a kill");
            assertThat(server.trouble()).isEmpty();
        }
    }

    private static boolean isListening(Path data) {
        return Files.exists(data.resolve("database/postmaster.pid"));
    }

    @Test
    void a_server_that_outlived_its_hecht_is_stopped_and_started_again() throws Exception {
        Path data = folder.resolve("data");
        Embedded.start(data, PROGRAMS).close();
        DataFolder claimed = DataFolder.claim(data);
        Cluster left = Cluster.in(claimed, PROGRAMS.toAbsolutePath());
        left.start(0);
        long before = process(data);
        claimed.close();
        try (Embedded server = Embedded.start(data, PROGRAMS)) {
            assertThat(process(data)).isNotEqualTo(before);
            assertThat(ProcessHandle.of(before)
                            .map(handle -> handle.info().command().isPresent())
                            .orElse(false))
                    .isFalse();
            assertThat(answer(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_second_hecht_on_the_same_data_gets_one_sentence() {
        Path data = folder.resolve("data");
        try (Embedded server = Embedded.start(data, PROGRAMS)) {
            assertThat(server.trouble()).isEmpty();
            assertThatThrownBy(() -> Embedded.start(data, PROGRAMS))
                    .isInstanceOf(Trouble.class)
                    .hasMessage("The data folder " + data
                            + ": expected to be the only hecht that uses it, found another; stop"
                            + " that one, or name another folder with --data.");
        }
    }

    @Test
    void only_its_user_may_look_into_the_folder_and_read_the_password() throws Exception {
        Path data = folder.resolve("data");
        Embedded.start(data, PROGRAMS).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        Path password = data.resolve("database.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(password).strip()).hasSize(32);
    }

    @Test
    void nobody_gets_in_without_the_password_and_only_over_loopback() throws Exception {
        try (Embedded server = Embedded.start(folder.resolve("data"), PROGRAMS)) {
            Login login = server.login();
            assertThatThrownBy(() -> Database.connect(new Login(login.url(), login.user(), "guessed")))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("no such user or password");
            assertThat(answer(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(answer(server, "SHOW fsync")).isEqualTo("on");
            assertThat(answer(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(answer(server, "SHOW data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void data_of_another_major_version_is_left_alone() throws Exception {
        Path data = folder.resolve("data");
        Embedded.start(data, PROGRAMS).close();
        Files.writeString(data.resolve("database/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Embedded.start(data, PROGRAMS))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("expected a database of PostgreSQL 18, found one of 17; make a backup");
    }

    @Test
    void a_folder_of_a_newer_hecht_is_left_alone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("version"), "2\n");
        assertThatThrownBy(() -> Embedded.start(data, PROGRAMS))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("expected its layout to be number 1, found \"2\"");
        assertThat(data.resolve("database")).doesNotExist();
    }

    @Test
    void a_first_start_that_was_killed_halfway_is_begun_again() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectories(data.resolve("database.init/base"));
        Files.createDirectories(data.resolve("postgres.part123/bin"));
        try (Embedded server = Embedded.start(data, PROGRAMS)) {
            assertThat(answer(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(data.resolve("database.init")).doesNotExist();
        assertThat(data.resolve("postgres.part123")).doesNotExist();
    }

    @Test
    void a_stranger_who_has_the_number_of_a_dead_server_is_not_stopped() throws Exception {
        Path data = folder.resolve("data");
        Embedded.start(data, PROGRAMS).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("database/postmaster.pid"), stranger.pid() + "\n" + data + "\n");
            try (Embedded server = Embedded.start(data, PROGRAMS)) {
                assertThat(answer(server, "SELECT 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_folder_where_a_file_lies_cannot_be_used() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "something else");
        assertThatThrownBy(() -> Embedded.start(file, PROGRAMS))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith(
                        "The data folder " + file + ": expected a place that this user may write, found");
    }

    private static void kill(Path data) throws Exception {
        ProcessHandle.of(process(data)).orElseThrow().destroyForcibly();
    }

    private static long process(Path data) throws Exception {
        return Long.parseLong(
                Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst());
    }

    private static void eventually(Embedded server) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Thread.sleep(600); // the watch looks every quarter of a second
        while (true)
            try {
                answer(server, "SELECT 1");
                return;
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) throw e;
                Thread.sleep(50);
            }
    }

    private static void execute(Embedded server, String sql) throws SQLException {
        try (Connection connection = Database.single(server.login());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(Embedded server, String sql) throws SQLException {
        try (Connection connection = Database.single(server.login());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }
}
