package hecht.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.store.Store;
import hecht.store.TestStore;
import hecht.store.Where;
import hecht.store.event.Answer;
import hecht.store.postgres.Database;
import hecht.store.postgres.Login;
import hecht.store.postgres.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant MADE = Instant.parse("2026-03-01T09:30:00Z");
    private static final Store STORE = filled();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        STORE.close();
    }

    /// Rows with everything that text may hold, and what belongs to this moment only.
    private static Store filled() {
        Store store = TestStore.fresh();
        event(store, "1", "anna\ttab \\ back\nline \u0085 😀 \\N null");
        event(store, "2", "007");
        Database database = store.database();
        database.jdbc()
                .sql("INSERT INTO account (name, role, password, made) VALUES ('owner', 'owner', NULL, now())")
                .update();
        database.jdbc()
                .sql("INSERT INTO link (account, digest, ends) VALUES ('owner', '\\x01', now())")
                .update();
        database.jdbc()
                .sql(
                        "INSERT INTO audit (at, who, address, act, detail) SELECT now(), 'owner', '', 'looked', '' FROM generate_series(1, 3)")
                .update();
        database.jdbc()
                .sql("INSERT INTO tombstone_key (number, key) VALUES (0, '\\x0102')")
                .update();
        database.jdbc()
                .sql("INSERT INTO tombstone (key_number, hash, until) VALUES (0, '\\xff', '2025-01-01Z')")
                .update();
        return store;
    }

    private static void event(Store store, String id, String customer) {
        store.database()
                .jdbc()
                .sql("INSERT INTO event (time, digest, rank, customer, source, id, type, fields)"
                        + " VALUES (:time::timestamptz, -1, 0, :customer, 'test', :id, 'described', :fields)")
                .param("time", "2025-06-01T12:00:00.123456Z")
                .param("customer", customer)
                .param("id", id)
                .param("fields", "{\"text\":\"" + customer + "\"}")
                .update();
    }

    @Test
    @SuppressWarnings("NullAway") // a table has a name
    void every_table_of_the_store_is_carried_or_left_on_purpose() {
        List<String> tables = STORE.database()
                .jdbc()
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                        + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list();
        assertThat(Table.ALL.stream().map(Table::name))
                .as("a table that a migration makes must stand in Table.ALL, or it is in no backup")
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void a_table_comes_after_those_it_refers_to() {
        List<String> order = Table.ALL.stream().map(Table::name).toList();
        STORE.database()
                .jdbc()
                .sql("SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint"
                        + " WHERE contype = 'f' AND conrelid <> confrelid")
                .query((row, i) -> List.of(row.getString("parent"), row.getString("child")))
                .list()
                .forEach(pair -> assertThat(order).containsSubsequence(pair));
    }

    @Test
    void a_restored_store_holds_what_the_first_one_held() throws Exception {
        Path file = folder.resolve("all.hecht");
        Manifest manifest = STORE.backup().write(file, MADE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(manifest.made()).isEqualTo(MADE);

        Where there = new Where.Own(TestStore.emptyDatabase().url(), "", null); // replaced below by a whole login
        Login empty = TestStore.emptyDatabase();
        there = new Where.Own(empty.url(), empty.user(), empty.password());
        assertThat(Store.restore(there, file)).isEqualTo(manifest);
        try (Store second = Store.open(there)) {
            for (Table table : Table.carried())
                assertThat(rows(second, table.name())).isEqualTo(rows(STORE, table.name()));
            assertThat(rows(second, "link")).isEmpty();
            assertThat(rows(second, "event")).hasSize(2);
            second.database()
                    .jdbc()
                    .sql("INSERT INTO audit (at, who, address, act, detail) VALUES (now(), 'owner', '', 'looked', '')")
                    .update();
            assertThat(second.database()
                            .jdbc()
                            .sql("SELECT max(number) FROM audit")
                            .query(Long.class)
                            .single())
                    .as("numbers go on after the highest")
                    .isEqualTo(4);
        }
    }

    @Test
    void a_store_that_holds_something_is_not_restored_into() {
        Path file = folder.resolve("all.hecht");
        STORE.backup().write(file, MADE);
        Where there = TestStore.where();
        try (Store store = Store.open(there)) {
            event(store, "1", "bram");
        }
        assertThatThrownBy(() -> Store.restore(there, file))
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "The store: expected one that was never used to restore into, found rows in its table event; name"
                                + " a new folder with --data, or an empty database of your own.");
        try (Store store = Store.open(there)) {
            assertThat(rows(store, "event")).hasSize(1);
            assertThat(rows(store, "account")).isEmpty();
        }
    }

    @Test
    void a_broken_file_is_refused_before_anything_is_written() throws Exception {
        Path whole = folder.resolve("all.hecht");
        Manifest manifest;
        try (Store store = TestStore.fresh()) {
            for (int i = 0; i < 300; i++) event(store, "" + i, "customer " + i);
            manifest = store.backup().write(whole, MADE);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Where there = nowhere();
        Path broken = folder.resolve("broken.hecht");
        // Cut short anywhere, or one bit turned in the rows, in the manifest, in the directory of entries.
        for (int i = 0; i < 40; i++) {
            int at = bytes.length * i / 40;
            Files.write(broken, Arrays.copyOf(bytes, at));
            refused(there, broken);
        }
        Random random = new Random(6);
        int harmless = 0;
        for (int i = 0; i < 200; i++) {
            byte[] turned = bytes.clone();
            turned[random.nextInt(turned.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(broken, turned);
            try (BackupFile file = BackupFile.open(broken, Integer.MAX_VALUE)) {
                // a bit that nobody reads, such as the hour of an entry: what it holds is the same
                assertThat(file.manifest()).isEqualTo(manifest);
                harmless++;
            } catch (Trouble e) {
                assertThat(e.sentence()).startsWith("The backup " + broken + ": expected ");
            }
        }
        assertThat(harmless).isLessThan(100); // names and hours of entries are a part of it
        Files.writeString(broken, "source,id,time\n");
        refused(there, broken);
        Files.delete(broken);
        assertThatThrownBy(() -> Store.restore(there, broken)).hasMessageContaining("expected a file, found none");
        try (Store untouched = Store.open(there)) {
            assertThat(rows(untouched, "event")).isEmpty();
        }
    }

    private static void refused(Where there, Path broken) {
        assertThatThrownBy(() -> Store.restore(there, broken))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith(
                        "The backup " + broken + ": expected a whole backup of hecht, found that it is not (")
                .hasMessageEndingWith("); nothing was written. Take another one.");
    }

    @Test
    void a_backup_that_cannot_be_written_leaves_no_file() throws Exception {
        Path file = folder.resolve("not/there.hecht");
        assertThatThrownBy(() -> STORE.backup().write(file, MADE))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("The backup " + file + ": expected a place that this user may write, found");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> STORE.backup().write(full, MADE)).isInstanceOf(IOException.class);
        assertThat(STORE.trouble()).isEmpty();
    }

    @Test
    void a_backup_is_of_one_moment_whatever_comes_in_meanwhile() throws Exception {
        try (Store store = TestStore.fresh()) {
            AtomicInteger next = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            // Each step adds an event and counts it, in one transaction: any other moment would show one without the
            // other.
            Thread coming = Thread.ofPlatform().start(() -> {
                while (!enough.get())
                    store.database().transaction(connection -> {
                        event(store, "" + next.incrementAndGet(), "chris");
                        return store.database()
                                .jdbc()
                                .sql("UPDATE intake SET events = events + 1")
                                .update();
                    });
            });
            Path file = folder.resolve("during.hecht");
            for (int i = 0; i < 5; i++) {
                int before = next.get();
                while (next.get() < before + 20) Thread.onSpinWait();
                Manifest manifest = store.backup().write(file, MADE);
                try (BackupFile backup = BackupFile.open(file, manifest.schema())) {
                    String counted =
                            new String(backup.rows(part(manifest, "intake")).readAllBytes(), UTF_8);
                    assertThat(counted).contains("\t" + part(manifest, "event").rows() + "\t");
                }
            }
            enough.set(true);
            coming.join();
            assertThat(rows(store, "event")).hasSizeGreaterThan(100);
        }
    }

    private static Manifest.Part part(Manifest manifest, String table) {
        return manifest.parts().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_tombstones_of_both_are_kept_each_with_the_key_it_was_made_with() {
        Path file = folder.resolve("all.hecht");
        STORE.backup().write(file, MADE);
        Where there = TestStore.where();
        try (Store store = Store.open(there)) {
            store.database()
                    .jdbc()
                    .sql("INSERT INTO tombstone_key (number, key) VALUES (0, '\\x09')")
                    .update();
            store.database()
                    .jdbc()
                    .sql("INSERT INTO tombstone (key_number, hash, until) VALUES (0, '\\xff', '2025-01-01Z')")
                    .update();
        }
        Store.restore(there, file);
        try (Store store = Store.open(there)) {
            assertThat(rows(store, "tombstone_key")).containsExactly("(0,\"\\\\x09\")", "(1,\"\\\\x0102\")");
            assertThat(rows(store, "tombstone")).hasSize(2);
        }
    }

    @Test
    void who_was_erased_here_does_not_come_back_with_a_backup() {
        Path file = folder.resolve("before.hecht");
        Instant june = Instant.parse("2025-06-01T12:00:00Z");
        try (Store before = TestStore.fresh()) {
            for (String each : List.of("anna", "bram"))
                before.intake().take(List.of(new Event.Described(Envelope.of("test", each, june, each))));
            before.backup().write(file, MADE);
        }
        Where there = TestStore.where();
        try (Store store = Store.open(there)) {
            store.erasures().erase("bram", MADE);
        }
        Store.restore(there, file);
        try (Store store = Store.open(there)) {
            assertThat(rows(store, "event")).singleElement().asString().contains("anna");
            assertThat(store.intake().take(List.of(new Event.Described(Envelope.of("test", "again", june, "bram")))))
                    .containsExactly(Answer.ERASED);
        }
    }

    private static Where nowhere() {
        Login empty = TestStore.emptyDatabase();
        return new Where.Own(empty.url(), empty.user(), empty.password());
    }

    @SuppressWarnings("NullAway") // no row is null as a whole
    private static List<String> rows(Store store, String table) {
        return store.database()
                .jdbc()
                .sql("SELECT each::text FROM " + table + " each ORDER BY 1")
                .query(String.class)
                .list();
    }
}
