package hecht.app.ingest;

import static hecht.app.ingest.Given.NOW;
import static hecht.app.ingest.Given.ZONE;
import static hecht.app.ingest.Given.csv;
import static hecht.app.ingest.Given.ndjson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.event.Event;
import hecht.core.relation.Digest;
import hecht.core.relation.Fold;
import hecht.core.relation.State;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.store.Store;
import hecht.store.TestStore;
import hecht.store.event.Answer;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportingTest {
    private static final String HEADER = "source,id,time,customer,type,kind,direction,outcome,from,employee";
    private static final int BATCH = 500;
    private static final Clock CLOCK = Clock.fixed(NOW, ZONE);

    private Store store;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        store = TestStore.fresh();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path mixed() {
        return csv(
                folder,
                "mixed.csv",
                HEADER,
                "crm,1,2026-01-01T10:00:00Z,anna,started,,,,,",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,question,in,resolved,,Joris",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,question,in,resolved,,Joris",
                "crm,2,2026-01-02T10:00:00Z,anna,contact,complaint,in,resolved,,Joris",
                "crm,3,2026-01-03T10:00:00Z,bram,contact,question,sideways,,,",
                "crm,4,2026-01-03T10:00:00Z,dora,started,,,,,",
                "crm,5,2026-01-04T10:00:00Z,dora,erased,,,,,",
                "crm,6,2026-01-05T10:00:00Z,anna,life_event,ill,,,,",
                "crm,7,2026-01-05T10:00:00Z,anna,life_event,moved,,,,");
    }

    private Tally run(Path... files) {
        return run(new StoreDoor(store, CLOCK), files);
    }

    private static Tally run(EventDoor door, Path... files) {
        try {
            return tried(door, files);
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    private static Tally tried(EventDoor door, Path... files) throws Refusal {
        List<String> names = Arrays.stream(files).map(Path::toString).toList();
        var how = new Input.Settings(null, ZONE, NOW.plus(Duration.ofDays(1)));
        try (Input input = Input.open(names, how);
                Rejects rejects = Rejects.beside(input, null)) {
            return Importing.run(input, null, rejects, door, Progress.SILENT, BATCH);
        }
    }

    private Map<String, List<Event>> rows() {
        Map<String, List<Event>> rows = new TreeMap<>();
        store.events()
                .each(each -> rows.computeIfAbsent(each.customer(), unseen -> new ArrayList<>())
                        .add(each));
        return rows;
    }

    @Test
    void everything_that_was_read_is_accounted_for_and_what_can_be_mended_is_kept_aside() throws IOException {
        Tally tally = run(mixed());
        assertThat(tally.rows()).isEqualTo(9);
        assertThat(tally.eventsRead()).isEqualTo(9);
        assertThat(tally.accepted()).isEqualTo(3);
        assertThat(tally.repeated()).isEqualTo(1);
        assertThat(tally.conflicting()).isEqualTo(1);
        assertThat(tally.rejected()).isEqualTo(1);
        assertThat(tally.erased()).as("the event and the asking").isEqualTo(2);
        assertThat(tally.notSwitchedOn()).isEqualTo(1);
        assertThat(tally.withoutEmployee()).isEqualTo(1);
        assertThat(rows().keySet()).containsExactly("anna");

        assertThat(Files.readAllLines(folder.resolve("mixed.rejects.csv")))
                .hasSize(3)
                .satisfies(
                        lines -> assertThat(lines.get(1)).contains("complaint").contains(",4,id,"))
                .satisfies(
                        lines -> assertThat(lines.get(2)).contains("sideways").contains(",5,direction,"));
        assertThat(store.quarantine().held(Long.MAX_VALUE, 10))
                .extracting(each -> each.row().id())
                .containsExactlyInAnyOrder("2", "3");
        Imports.Import told = store.imports().latest(1).getFirst();
        assertThat(told.state()).isEqualTo(Imports.State.DONE);
        assertThat(told.counts().eventsRead()).isEqualTo(9);
        assertThat(store.imports().reasons(told.number()))
                .extracting(Imports.Reason::example)
                .anyMatch(each -> each.startsWith("mixed.csv, row 5, direction: expected in"));
    }

    @Test
    void the_mended_file_brings_in_only_what_was_missing_and_empties_the_quarantine() throws IOException {
        run(mixed());
        Path rejects = folder.resolve("mixed.rejects.csv");
        String mended = Files.readString(rejects).replace("sideways", "in").replace("crm,2,", "crm,2-again,");
        Path file = Files.writeString(folder.resolve("mended.rejects.csv"), mended);
        Tally tally = run(file);
        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.eventsRead()).isEqualTo(2);
        assertThat(store.quarantine().held(Long.MAX_VALUE, 10))
                .as("the conflict's own id is in already, and stays to be dismissed")
                .extracting(each -> each.row().id())
                .containsExactly("2");
    }

    @Test
    void the_same_files_again_and_in_another_order_end_in_the_same_rows() {
        Path one = ndjson(folder, "one.ndjson", story(0).toArray(String[]::new));
        Path two = ndjson(folder, "two.ndjson", story(1).toArray(String[]::new));
        run(one, two);
        Map<String, List<Event>> first = rows();
        Tally again = run(two, one);
        assertThat(again.accepted()).isZero();
        assertThat(again.repeated()).isEqualTo(again.eventsRead());
        assertThat(rows()).isEqualTo(first);
        store.close();
        store = TestStore.fresh();
        run(two, one);
        assertThat(rows()).isEqualTo(first);
    }

    private static List<String> story(int part) {
        Random random = new Random(part);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++)
            lines.add(
                    "'id': '%d-%d', 'type': 'contact', 'direction': 'in', 'customer': 'c%d', 'time': '2026-01-%02dT10:00:00Z'"
                            .formatted(part, i, random.nextInt(40), 1 + random.nextInt(28)));
        Collections.shuffle(lines, random);
        return lines;
    }

    /// A door that is shut after some batches, as when the database goes away.
    private static final class Shut implements EventDoor {
        private final EventDoor door;
        private int left;

        Shut(EventDoor door, int left) {
            this.door = door;
            this.left = left;
        }

        @Override
        public Begun begin(String file, @Nullable String mapping) throws Refusal {
            return door.begin(file, mapping);
        }

        @Override
        public List<Answer> take(List<Event> events) throws Refusal {
            if (left-- == 0) throw new Refusal(Refusal.Kind.SURROUNDINGS, "The door is shut.");
            return door.take(events);
        }

        @Override
        public void putAside(long number, List<Quarantine.Kept> rows, boolean conflicts) throws Refusal {
            door.putAside(number, rows, conflicts);
        }

        @Override
        public void tell(long number, Imports.Progress progress, Tally tally) throws Refusal {
            door.tell(number, progress, tally);
        }

        @Override
        public void end(long number, Imports.Progress progress, Tally tally, @Nullable String failure) throws Refusal {
            door.end(number, progress, tally, failure);
        }
    }

    private Path large() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1_750; i++)
            rows.add("crm,%d,2026-01-%02dT10:00:00Z,c%d,contact,question,%s,,,"
                    .formatted(i, 1 + i % 28, i % 97, i % 25 == 0 ? "sideways" : "in"));
        return csv(folder, "large.csv", HEADER, rows.toArray(String[]::new));
    }

    @Test
    void an_import_that_breaks_off_halfway_ends_alike_when_it_is_run_again() {
        Path file = large();
        assertThatThrownBy(() -> tried(new Shut(new StoreDoor(store, CLOCK), 2), file))
                .isInstanceOf(Refusal.class)
                .hasMessage("The door is shut.");
        assertThat(store.events().totals().events())
                .as("what was acknowledged is in")
                .isEqualTo(2 * BATCH);
        assertThat(store.imports().latest(1).getFirst()).satisfies(each -> {
            assertThat(each.state()).isEqualTo(Imports.State.FAILED);
            assertThat(each.failure()).contains("The door is shut.");
        });
        assertThat(folder.resolve("large.rejects.csv")).doesNotExist();
        Tally again = run(file);
        assertThat(again.repeated()).isEqualTo(2 * BATCH);
        assertThat(again.accepted()).isEqualTo(1_750 - 70 - 2 * BATCH);
        assertThat(again.rejected()).isEqualTo(70);
        assertThat(store.quarantine().size()).isEqualTo(70);
        assertThat(folder.resolve("large.rejects.csv")).exists();
    }

    @Test
    void two_imports_of_one_file_at_once_bring_in_each_event_once() throws Exception {
        Path file = large();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Tally> tallies = new ArrayList<>();
            Callable<Tally> once = () -> run(file);
            for (Future<Tally> each : two.invokeAll(List.of(once, once))) tallies.add(each.get());
            long in = 1_750 - 70;
            assertThat(tallies).extracting(Tally::eventsRead).containsOnly(1_750L);
            assertThat(tallies.stream().mapToLong(Tally::accepted).sum()).isEqualTo(in);
            assertThat(tallies.stream().mapToLong(Tally::repeated).sum()).isEqualTo(in);
            assertThat(store.events().totals().events()).isEqualTo(in);
        }
    }

    @Test
    void states_folded_from_the_store_have_the_digest_of_the_files_themselves() throws Refusal {
        Path file = ndjson(folder, "one.ndjson", story(0).toArray(String[]::new));
        run(file);
        Fold fold = Given.CONTRACT;
        Digest digest = new Digest();
        rows().forEach((customer, events) -> {
            State state = fold.all(events);
            digest.add(customer, state);
        });
        try (Histories histories = Given.read(file)) {
            Scored scored = histories.score(fold, Progress.SILENT);
            assertThat(digest.hex()).isEqualTo(scored.digest());
        }
    }
}
