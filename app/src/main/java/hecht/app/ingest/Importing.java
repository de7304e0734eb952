package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.files.Row;
import hecht.files.Sink;
import hecht.store.event.Answer;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One import: an input is read once, in batches, while another thread brings the batches through a door. What cannot be read
/// and what conflicts goes to the rejects file and into quarantine, in the order of the rows; the rest counts, once.
///
/// ```java
/// Tally tally = Importing.run(input, null, rejects, new StoreDoor(store, clock), progress);
/// ```
/// Whenever it breaks off, what the door acknowledged is in. The same import again takes the rest in and answers the others
/// as repetitions, so that both end alike.
public final class Importing {
    /// How often an import that lasts tells the door how far it is, even while nothing is brought.
    public static final Duration HEARD_EVERY = Duration.ofSeconds(10);

    private static final int MOST_EVENTS = 20_000;
    private static final long MOST_TEXT = 1 << 23; // characters of free text in one batch
    private static final int AHEAD = 2; // batches that are read and wait

    private final Input input;
    private final Rejects rejects;
    private final EventDoor door;
    private final EventDoor.Begun begun;
    private final int most;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD);

    // Of the reading thread.
    private Batch filling = new Batch();
    private Row lastRow = new Row.Kept("", -1, List.of(), List.of(), null);

    private long read; // bytes of the input
    // Of the bringing thread.
    private final Reasons reasons = new Reasons();
    private final long[] answered = new long[Answer.values().length];
    private long rows;
    private long rowsWithoutEvent;
    private long rejected;
    private long withoutEmployee;
    private long putAside;
    private long bytes; // of the input, that are brought

    private volatile @Nullable Throwable broken; // why the bringing thread ended before its time

    private Importing(Input input, Rejects rejects, EventDoor door, EventDoor.Begun begun, int most) {
        this.input = input;
        this.rejects = rejects;
        this.door = door;
        this.begun = begun;
        this.most = most;
    }

    private static Refusal interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Refusal(
                Refusal.Kind.SURROUNDINGS,
                "The import was interrupted; what was acknowledged is in. Run it again to bring in the rest.",
                e);
    }

    /// Something that a row brought: an event, or why there is none.
    private record Brought(
            Row row, Rejects.Place place, @Nullable Event event, List<Problem> problems, Sink.Known known) {}

    /// What is brought through the door at once, and how far reading was then.
    private static final class Batch {
        private final List<Brought> all = new ArrayList<>();
        private int events;
        private long text;
        private long rows; // begun in this batch
        private long rowsWithoutEvent;
        private long read;
        private boolean isLast;

        boolean isFull(int most) {
            return events >= most || all.size() >= 2 * most || text >= MOST_TEXT;
        }
    }

    /// Imports an input.
    ///
    /// @param mapping its name; null for columns that are hecht's own
    /// @param rejects takes the rows that are kept aside; withdrawn when the import breaks off
    /// @return what became of everything that was read
    /// @throws Refusal when the input cannot be read, or the door lets nothing in any more
    public static Tally run(Input input, @Nullable String mapping, Rejects rejects, EventDoor door, Progress progress)
            throws Refusal {
        return run(input, mapping, rejects, door, progress, MOST_EVENTS);
    }

    /// @param most events that are brought at once
    static Tally run(
            Input input, @Nullable String mapping, Rejects rejects, EventDoor door, Progress progress, int most)
            throws Refusal {
        EventDoor.Begun begun = door.begin(String.join(", ", input.files()), mapping);
        Importing importing = new Importing(input, rejects, door, begun, most);
        try {
            importing.run(progress);
            door.end(begun.number(), importing.progress(), importing.tally(), null);
            return importing.tally();
        } catch (Refusal e) {
            importing.fail(e.sentence());
            throw e;
        } catch (RuntimeException | Error e) {
            importing.fail("A fault of ours; look into the log.");
            throw e;
        }
    }

    private void fail(String sentence) {
        rejects.withdraw();
        try {
            door.end(begun.number(), progress(), tally(), sentence);
        } catch (Refusal | RuntimeException e) {
            // The door is what failed. The import is found to be broken off when nothing is heard of it.
        }
    }

    private void run(Progress progress) throws Refusal {
        Thread bringing =
                Thread.ofPlatform().name("import-" + begun.number()).daemon().start(this::bring);
        try {
            input.read(new Reader(), (bytes, total, each) -> {
                read = bytes;
                progress.at(bytes, total, each);
            });
            filling.isLast = true;
            hand();
            bringing.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            end(bringing);
        }
        throwBroken();
    }

    /// Lets the batch that is being brought come to its end, and no other begin.
    private static void end(Thread bringing) {
        bringing.interrupt();
        boolean interrupted = false;
        while (bringing.isAlive()) {
            try {
                bringing.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void throwBroken() throws Refusal {
        switch (broken) {
            case null -> {}
            case Refusal refusal -> throw refusal;
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException("an import broke off", other);
        }
    }

    // ---- reading

    private void hand() throws Refusal, InterruptedException {
        filling.read = read;
        while (broken == null && !ready.offer(filling, 100, TimeUnit.MILLISECONDS)) {
            // The bringing thread is behind, or it is gone.
        }
        throwBroken();
        filling = new Batch();
    }

    private final class Reader implements Sink {
        @Override
        public void accept(Event event, Row row) throws Refusal {
            Optional<Problem> reserved = Reserved.problem(event, false);
            if (reserved.isPresent()) {
                refuse(List.of(reserved.get()), row, Importing.known(event));
                return;
            }
            String text = event.envelope().text();
            filling.text += text == null ? 0 : text.length();
            filling.events++;
            add(new Brought(kept(row), rejects.here(), event, List.of(), Known.NOTHING));
        }

        @Override
        public void refuse(List<Problem> problems, Row row) throws Refusal {
            refuse(problems, row, Known.NOTHING);
        }

        @Override
        public void refuse(List<Problem> problems, Row row, Known known) throws Refusal {
            add(new Brought(kept(row), rejects.here(), null, List.copyOf(problems), known));
        }

        @Override
        public void skip(Row row) throws Refusal {
            kept(row);
            filling.rowsWithoutEvent++;
        }

        private void add(Brought brought) throws Refusal {
            filling.all.add(brought);
            if (!filling.isFull(most)) return;
            try {
                hand();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }

        /// A row to keep, once for all events that it gives.
        private Row kept(Row row) {
            if (lastRow.number() == row.number() && lastRow.file().equals(row.file())) return lastRow;
            filling.rows++;
            lastRow = row.copy();
            return lastRow;
        }
    }

    // ---- bringing

    private void bring() {
        try {
            while (true) {
                Batch batch = ready.poll(HEARD_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (batch != null) bring(batch);
                if (batch != null && batch.isLast) return;
                door.tell(begun.number(), progress(), tally());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever reads has given up, and says why
        } catch (Refusal | RuntimeException | Error e) {
            broken = e;
        }
    }

    private void bring(Batch batch) throws Refusal {
        List<Event> events = new ArrayList<>(batch.events);
        for (Brought each : batch.all) if (each.event != null) events.add(each.event);
        List<Answer> answers = events.isEmpty() ? List.of() : door.take(events);
        List<Quarantine.Kept> refused = new ArrayList<>();
        List<Quarantine.Kept> conflicts = new ArrayList<>();
        int next = 0;
        for (Brought each : batch.all) {
            Event event = each.event;
            if (event == null) {
                rejected++;
                putAside(each, each.problems, each.known, refused);
                continue;
            }
            Answer answer = answers.get(next++);
            answered[answer.ordinal()]++;
            if (answer == Answer.ACCEPTED
                    && !begun.keepsEmployees()
                    && event.envelope().handling().employee() != null) withoutEmployee++;
            if (answer.isConflict()) putAside(each, List.of(problem(answer, event)), known(event), conflicts);
        }
        door.putAside(begun.number(), refused, false);
        door.putAside(begun.number(), conflicts, true);
        rows += batch.rows;
        rowsWithoutEvent += batch.rowsWithoutEvent;
        bytes = batch.read;
    }

    private static Sink.Known known(Event event) {
        return new Sink.Known(event.envelope().source(), event.envelope().id(), event.customer());
    }

    private static Problem problem(Answer answer, Event event) {
        if (answer == Answer.CIRCULAR && event instanceof Event.Merged merged) return Conflicts.circle(merged);
        return Conflicts.id(event);
    }

    private void putAside(Brought brought, List<Problem> problems, Sink.Known known, List<Quarantine.Kept> quarantine)
            throws Refusal {
        reasons.add(brought.row, problems, known.customer());
        rejects.add(brought.place, brought.row, problems);
        if (putAside >= Quarantine.MOST_OF_AN_IMPORT || brought.row.columns().isEmpty()) return;
        String text = RowText.of(brought.row);
        if (text.length() > Quarantine.LONGEST_ROW) return;
        putAside++;
        quarantine.add(new Quarantine.Kept(
                brought.row.file(),
                brought.row.number(),
                known.source(),
                known.id(),
                known.customer(),
                problems,
                brought.row.line() != null,
                text));
    }

    private Imports.Progress progress() {
        return new Imports.Progress(bytes, input.bytes());
    }

    private Tally tally() {
        return new Tally(
                rows,
                rowsWithoutEvent,
                answered[Answer.ACCEPTED.ordinal()],
                answered[Answer.REPEATED.ordinal()],
                answered[Answer.CONFLICTING.ordinal()] + answered[Answer.CIRCULAR.ordinal()],
                rejected,
                answered[Answer.ERASED.ordinal()],
                answered[Answer.NOT_SWITCHED_ON.ordinal()],
                withoutEmployee,
                0,
                reasons.all());
    }
}
