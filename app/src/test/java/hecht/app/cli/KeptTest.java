package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Commands over what an organisation keeps say the same beside a running server and of the folder itself, and the same as
/// they say of the files. One folder lives through all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeptTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String cast = Ran.file("cast.ndjson");

    @TempDir
    private static Path home;

    private static Path data() {
        return home.resolve("data");
    }

    private Ran kept(String... args) {
        String[] all = Stream.concat(Stream.of(args), Stream.of("--data", data().toString()))
                .toArray(String[]::new);
        return Ran.hecht(all);
    }

    private Server server() throws Refusal {
        return Server.start(Settings.onLoopback(data(), new Where.Embedded(data()), 0), TODAY);
    }

    /// The server folds by itself; a command that compares says who is still waiting.
    private void awaitFolded() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Ran verified = kept("verify");
            if (verified.code() == 0 && !verified.err().contains("still to be folded")) return;
            Thread.sleep(100);
        }
        throw new AssertionError("the server did not fold: " + kept("verify"));
    }

    private static String digest(Ran of) {
        assertThat(of.code()).as(of.err()).isZero();
        return of.out().substring(0, of.out().indexOf(' '));
    }

    @Test
    @Order(1)
    void without_a_folder_there_is_nothing_to_ask() {
        Ran ran = kept("why", "Anna");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("hecht: there is no folder " + data()
                        + "; name files, or the folder with the data with --data.\n");
        assertThat(data()).doesNotExist();
    }

    @Test
    @Order(1)
    void the_address_of_a_database_in_another_form_is_refused_and_a_password_in_it_not_repeated() {
        for (String each : List.of("postgresql://db/hecht", "jdbc:postgresql://me:secret@db/hecht", "db:5432")) {
            Ran ran = new Ran.Setting().with("HECHT_DATABASE_URL", each).hecht("digest", "--data", "" + data());
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("HECHT_DATABASE_URL: expected jdbc:postgresql://HOST:PORT/DATABASE")
                    .doesNotContain("secret");
        }
    }

    @Test
    @Order(2)
    void files_come_into_a_running_server_and_what_it_says_is_what_the_files_say() throws Exception {
        try (Server running = server()) {
            Ran imported = kept("import", cast);
            assertThat(imported.code()).as(imported.err()).isZero();
            assertThat(imported.err()).contains("17 events read = 17 accepted");
            awaitFolded();
            assertThat(kept("verify").out()).startsWith("Equal: ");
            Ran why = kept("why", "Anna", "--json");
            assertThat(why.code()).as(why.err()).isZero();
            assertThat(why.out()).contains("\"customer\":\"Anna\"", "\"contributions\":");
            assertThat(kept("episodes", "Anna").out()).contains("understand the bill");
            assertThat(kept("episodes", "--json").out().lines().count())
                    .isEqualTo(Ran.hecht("episodes", cast, "--json").lines().size());
            assertThat(running.address()).isNotNull();
        }
    }

    @Test
    @Order(3)
    void the_same_file_again_changes_nothing_also_without_a_server() {
        String before = digest(kept("digest"));
        Ran again = kept("import", cast);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("17 events read = 0 accepted + 17 repeated");
        assertThat(digest(kept("digest"))).isEqualTo(before);
        assertThat(kept("verify").code()).isZero();
    }

    @Test
    @Order(4)
    void a_customer_gets_all_that_is_held_of_them_and_the_audit_keeps_it() {
        Ran exported = kept("export", "Anna");
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.lines().getFirst())
                .isEqualTo("{\"held\":\"customer\",\"key\":\"Anna\",\"merged_keys\":[]}");
        assertThat(exported.out())
                .contains(
                        "{\"held\":\"relationship\"",
                        "{\"held\":\"episode\"",
                        "{\"held\":\"event\",\"event\":{\"source\":\"crm\",\"id\":\"a1\"")
                .doesNotContain("Bram");
        assertThat(kept("export", "Anna").out())
                .as("the first export is a look itself")
                .contains("\"what\":\"exported\"");
        assertThat(kept("export", "Nobody").code()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void a_backup_restored_elsewhere_has_the_same_digest() throws IOException {
        Path backup = home.resolve("hecht.backup");
        assertThat(kept("backup", backup.toString()).code()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        Path elsewhere = home.resolve("elsewhere");
        Ran restored = Ran.hecht("restore", backup.toString(), "--data", elsewhere.toString());
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(digest(Ran.hecht("digest", "--data", elsewhere.toString()))).isEqualTo(digest(kept("digest")));
        Ran full = Ran.hecht("restore", backup.toString(), "--data", elsewhere.toString());
        assertThat(full.code()).isEqualTo(5);
        assertThat(full.err()).contains("expected one that was never used");
    }

    @Test
    @Order(6)
    void a_backup_of_a_running_server_is_whole_and_restoring_over_it_is_refused() throws Exception {
        Path backup = home.resolve("running.backup");
        try (Server running = server()) {
            assertThat(kept("backup", backup.toString()).code()).isZero();
            Ran refused = kept("restore", backup.toString());
            assertThat(refused.code()).isEqualTo(5);
            assertThat(refused.err()).contains("a server runs on " + data());
            assertThat(running.address()).isNotNull();
        }
        Path elsewhere = home.resolve("of-running");
        assertThat(Ran.hecht("restore", backup.toString(), "--data", elsewhere.toString())
                        .code())
                .isZero();
        assertThat(digest(Ran.hecht("digest", "--data", elsewhere.toString()))).isEqualTo(digest(kept("digest")));
    }

    @Test
    @Order(7)
    void who_waits_is_said_beside_the_digest_and_folded_after_a_restore() {
        String settled = digest(kept("digest"));
        try (Store store = Store.open(new Where.Embedded(data()))) {
            store.marks().everybody();
        }
        assertThat(kept("digest").err())
                .isEqualTo("6 customers are still to be folded: this is the digest before that.\n");
        Path backup = home.resolve("waiting.backup");
        assertThat(kept("backup", backup.toString()).code()).isZero();
        Path elsewhere = home.resolve("of-waiting");
        assertThat(Ran.hecht("restore", backup.toString(), "--data", elsewhere.toString())
                        .code())
                .isZero();
        Ran there = Ran.hecht("digest", "--data", elsewhere.toString());
        assertThat(there.err()).isEmpty();
        assertThat(digest(there)).isEqualTo(settled);
    }

    @Test
    @Order(8)
    void a_server_that_was_killed_leaves_its_address_behind_and_the_folder_is_opened_all_the_same() throws IOException {
        Files.writeString(data().resolve("address"), "http://localhost:1\n");
        assertThat(kept("digest").code()).isZero();
    }

    @Test
    @Order(9)
    void options_that_belong_to_files_are_refused_beside_a_folder() {
        assertThat(kept("why", "Anna", "--mode", "rhythm").err())
                .isEqualTo("hecht: --mode goes with files only; a data folder has its own.\n");
        assertThat(kept("why", "Anna", cast).err())
                .isEqualTo("hecht: --data and files do not go together: name one of the two.\n");
    }
}
