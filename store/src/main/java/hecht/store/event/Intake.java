package hecht.store.event;

import hecht.core.event.Event;
import hecht.core.event.Purpose;
import hecht.store.postgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Events in: each once, and durable when the answer is given. For several threads, and for several programs on one database:
/// one intake stores at a time. Who comes while another stores waits and is taken along in the next transaction together with
/// all others who wait, so that many small intakes share one write to the disk.
///
/// An intake knows beforehand which of its events are there already: it alone stores until its transaction ends. What is left
/// goes into the table by COPY in the order of the table's key.
public final class Intake {
    /// As many events as one transaction takes along; a single intake may be larger.
    private static final int MOST_TOGETHER = 50_000;

    private final Database database;
    private final Supplier<Set<Purpose>> switchedOn;
    private final Storing storing;
    private final ConcurrentLinkedQueue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final Standing standing;

    /// @param switchedOn what may be kept of people beside the rest, asked anew at each intake
    /// @param forgetting what other rooms do when customers are erased
    /// @param arrival what other rooms do when events came in
    /// @param marks where it leaves marks
    /// @param mayBeRefused whether the database may be left to find out that something came before. Faster, but PostgreSQL
    /// writes the keys of what it refuses into its log, unless that was set up by us
    public Intake(
            Database database,
            Supplier<Set<Purpose>> switchedOn,
            List<Forgetting> forgetting,
            List<Arrival> arrival,
            Marks marks,
            boolean mayBeRefused) {
        this.database = database;
        this.switchedOn = switchedOn;
        this.standing = marks.standing();
        this.storing = new Storing(database, forgetting, arrival, standing, new Trust(mayBeRefused));
    }

    /// One intake and, once it is done, its answers or why there are none.
    private static final class Ticket {
        private final List<Row> rows;
        private @Nullable List<Answer> answers;
        private @Nullable RuntimeException failure;
        private @Nullable Error fault;

        Ticket(List<Row> rows) {
            this.rows = rows;
        }

        boolean isDone() {
            return answers != null || failure != null || fault != null;
        }
    }

    /// Stores those events that are new, marks their customers to be folded, and does what merges and erasures ask.
    ///
    /// @param events in the order in which they came: of two with one source and id the first counts
    /// @return an answer for each event, in the same order
    public List<Answer> take(List<? extends Event> events) {
        if (events.isEmpty()) return List.of();
        Set<Purpose> purposes = switchedOn.get();
        RowWriter writer = new RowWriter(purposes.contains(Purpose.EMPLOYEE));
        List<Row> rows = new ArrayList<>(events.size());
        Answer[] answers = new Answer[events.size()];
        for (int i = 0; i < answers.length; i++) {
            Event event = events.get(i);
            if (Purpose.neededFor(event).map(purposes::contains).orElse(true)) rows.add(writer.row(event));
            else answers[i] = Answer.NOT_SWITCHED_ON;
        }
        List<Answer> stored = rows.isEmpty() ? List.of() : inTurn(new Ticket(rows));
        int next = 0;
        for (int i = 0; i < answers.length; i++) if (answers[i] == null) answers[i] = stored.get(next++);
        return List.of(answers);
    }

    private List<Answer> inTurn(Ticket mine) {
        waiting.add(mine);
        standing.turn.lock();
        try {
            while (!mine.isDone()) together(next()); // else somebody took it along
        } finally {
            standing.turn.unlock();
        }
        List<Answer> answers = mine.answers;
        if (answers != null) return answers;
        Error fault = mine.fault;
        if (fault != null) throw fault;
        throw Objects.requireNonNull(mine.failure);
    }

    /// The first who wait, as many as go together.
    private List<Ticket> next() {
        List<Ticket> next = new ArrayList<>();
        int size = 0;
        for (Ticket each = waiting.peek(); each != null; each = waiting.peek()) {
            if (size > 0 && size + each.rows.size() > MOST_TOGETHER) break;
            waiting.poll();
            next.add(each);
            size += each.rows.size();
        }
        return next;
    }

    private void together(List<Ticket> tickets) {
        List<Row> rows = new ArrayList<>();
        for (Ticket each : tickets) rows.addAll(each.rows);
        try {
            List<Answer> answers = transact(rows);
            int from = 0;
            for (Ticket each : tickets) {
                each.answers = List.copyOf(answers.subList(from, from + each.rows.size()));
                from += each.rows.size();
            }
        } catch (RuntimeException e) {
            if (tickets.size() == 1) tickets.getFirst().failure = e;
            else for (Ticket each : tickets) together(List.of(each)); // nobody's events keep another's out
        } catch (Error e) {
            for (Ticket each : tickets) each.fault = e;
        }
    }

    private List<Answer> transact(List<Row> rows) {
        boolean done = false;
        try {
            List<Answer> answers = database.transaction(connection -> storing.store(connection, rows));
            done = true;
            return answers;
        } finally {
            if (done) standing.committed();
            else standing.rolledBack();
        }
    }
}
