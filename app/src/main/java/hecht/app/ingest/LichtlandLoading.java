package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.demo.Lichtland;
import hecht.demo.export.Export;
import hecht.demo.export.Exports;
import hecht.files.Input;
import hecht.files.Mapping;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.store.Store;
import hecht.store.event.Answer;
import hecht.store.setup.Imports;
import hecht.store.setup.MadeUp;
import hecht.store.setup.Quarantine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads the made-up supplier into an empty store, the way a steward would bring in an organisation of flesh and blood: the
/// files of its systems, each through its mapping. The files stay in a folder, with the truth beside them that nothing reads.
///
/// For several threads; one of them loads.
public final class LichtlandLoading {
    private static final Duration BELIEVED_AHEAD = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Store store;
    private final Path folder;
    private final Clock clock;
    private final AtomicReference<Seen> seen = new AtomicReference<>(Seen.NOTHING);

    /// @param folder for the files; made when they are
    public LichtlandLoading(Store store, Path folder, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
    }

    /// Where it is.
    public enum Step {
        /// It was not asked for.
        NOT_BEGUN,
        /// Its systems write their files.
        MAKING,
        /// The files are imported.
        IMPORTING,
        /// What is usual is counted, and every relationship is folded.
        FOLDING,
        DONE,
        FAILED
    }

    /// How far it is.
    ///
    /// @param share of this step, 0 to 1  @param events that are in  @param failure why it failed; null where it did not
    public record Seen(
            Step step, double share, long events, @Nullable String failure) {
        static final Seen NOTHING = new Seen(Step.NOT_BEGUN, 0, 0, null);

        public boolean isRunning() {
            return step == Step.MAKING || step == Step.IMPORTING || step == Step.FOLDING;
        }
    }

    public Seen seen() {
        return seen.get();
    }

    public Path folder() {
        return folder;
    }

    /// Whether there is nothing in the store yet, so that it may come in.
    public boolean isPossible() {
        return store.events().totals().events() == 0;
    }

    /// Removes everything of it: events and what is believed because of them, imports, mappings, files.
    public void remove() {
        store.madeUp().remove();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            // Files that stay behind are of invented people, and are written over the next time.
        }
    }

    /// Loads it in a thread of its own, unless it is being loaded.
    ///
    /// @return whether it begins now
    public boolean begin(Lichtland lichtland) {
        Seen before = seen.get();
        if (before.isRunning() || !seen.compareAndSet(before, new Seen(Step.MAKING, 0, 0, null))) return false;
        Thread.ofPlatform().name("lichtland").daemon().start(() -> {
            try {
                load(lichtland);
            } catch (Refusal e) {
                fail(e.sentence());
            } catch (IOException e) {
                fail("The folder " + folder + ": expected room for the files of Lichtland, found: " + e.getMessage()
                        + "; make room and load it again.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                fail("A fault of ours; look into the log.");
                throw e;
            }
        });
        return true;
    }

    private void fail(String sentence) {
        seen.set(new Seen(Step.FAILED, 0, 0, sentence));
    }

    private void load(Lichtland lichtland) throws Refusal, IOException, InterruptedException {
        bringIn(lichtland);
        fold();
        seen.set(new Seen(Step.DONE, 1, store.events().totals().events(), null));
    }

    /// Makes the files and imports them; whoever counts and folds finds all of it when this returns.
    void bringIn(Lichtland lichtland) throws Refusal, IOException {
        store.madeUp().found(lichtland.customers());
        bringIn(make(lichtland));
    }

    private List<Export> make(Lichtland lichtland) throws IOException {
        Files.createDirectories(folder);
        long[] made = new long[1];
        try (BufferedWriter truth = Files.newBufferedWriter(folder.resolve("truth.ndjson"))) {
            return Exports.write(
                    lichtland,
                    folder,
                    each -> {
                        line(each.line(), truth);
                        seen.set(new Seen(Step.MAKING, (double) ++made[0] / lichtland.customers(), 0, null));
                    },
                    (fault, event) -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(String line, BufferedWriter to) {
        try {
            to.write(line);
            to.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name by which its mapping goes here, and by which it is known as one of the made-up supplier.
    private static String name(Export of) {
        return MadeUp.SOURCES + of.name().replace('/', '.') + ".yaml";
    }

    private void bringIn(List<Export> exports) throws Refusal, IOException {
        Instant now = clock.instant();
        long all = 0;
        List<Input> inputs = new ArrayList<>();
        List<Mapping> mappings = new ArrayList<>();
        try {
            for (Export each : exports) {
                Mapping mapping = Mapping.parse(name(each), Files.readString(each.mapping()));
                Input input = Input.open(
                        List.of(each.files().toString()), new Input.Settings(mapping, null, now.plus(BELIEVED_AHEAD)));
                mappings.add(mapping);
                inputs.add(input);
                all += input.bytes();
            }
            Together door = new Together(new StoreDoor(store, clock));
            for (int i = 0; i < inputs.size(); i++)
                door.beginNext(
                        String.join(
                                ", ",
                                inputs.get(i).files().stream().map(this::within).toList()),
                        mappings.get(i).name());
            long before = 0;
            for (int i = 0; i < inputs.size(); i++) {
                long read = before;
                long total = all;
                Importing.run(
                        inputs.get(i),
                        mappings.get(i).name(),
                        Rejects.beside(inputs.get(i), null),
                        door,
                        (bytes, ofThese, rows) ->
                                seen.set(new Seen(Step.IMPORTING, (double) (read + bytes) / total, door.events, null)));
                before += inputs.get(i).bytes();
            }
            // A steward finds the mappings where others stand, to look at and to learn from.
            for (Export each : exports) store.mappings().put(name(each), Files.readString(each.mapping()), now);
        } finally {
            inputs.forEach(Input::close);
        }
    }

    /// A file of Lichtland as it is shown: without where the folder is on this machine.
    private String within(String file) {
        return folder.toAbsolutePath()
                .relativize(Path.of(file).toAbsolutePath())
                .toString()
                .replace('\\', '/');
    }

    /// Waits for the house, which counts and folds whatever came in.
    private void fold() throws InterruptedException {
        long events = store.events().totals().events();
        long customers = Math.max(1, store.marks().customers());
        while (true) {
            Optional<?> model = store.models().active();
            long left = store.marks().customers();
            if (model.isPresent() && left == 0) return;
            seen.set(new Seen(Step.FOLDING, Math.max(0, 1 - (double) left / customers), events, null));
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /// A door that opens all imports before the first of them is read, so that nobody counts or folds between two of them what
    /// is only half a supplier.
    private static final class Together implements EventDoor {
        private final EventDoor door;
        private final Deque<Begun> begun = new ArrayDeque<>();
        private volatile long events;

        Together(EventDoor door) {
            this.door = door;
        }

        void beginNext(String file, String mapping) throws Refusal {
            begun.add(door.begin(file, mapping));
        }

        @Override
        public Begun begin(String file, @Nullable String mapping) {
            return begun.remove();
        }

        @Override
        public List<Answer> take(List<Event> some) throws Refusal {
            List<Answer> answers = door.take(some);
            events += some.size();
            return answers;
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
}
