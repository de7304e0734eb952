package hecht.store.relation;

import hecht.core.event.Event;
import hecht.core.relation.Counting;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.core.relation.State;
import hecht.core.relation.Walk;
import hecht.store.event.Customers;
import hecht.store.event.EventRows;
import hecht.store.event.Forgetting;
import hecht.store.event.Marks;
import hecht.store.event.Marks.Mark;
import hecht.store.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Folds the customers of whom something came, and keeps what is believed of them. Only one round goes on at a time; within
/// it two threads fold. What a round wrote and which marks it took away is one transaction: killed at any moment, the marks
/// stand again and the round is done again.
///
/// # What is folded when
/// 1. Who is marked, because events came. They are folded anew from all their events: that is some microseconds, and exact.
/// 2. When no more are marked than are folded at once: some of those who stand as of a moment before the turn of the day, or by
///    an older model, so that events that keep coming do not keep the day from turning. Meanwhile what was believed before goes
///    on being served; nothing is written twice, so that a round that was killed goes on where it stood.
/// 3. When everybody stands right: the sums that pages show, beside all this, since they take long where customers are many.
public final class Folders implements AutoCloseable, Forgetting {
    private static final int THREADS = 2;
    private static final int AT_ONCE = 4_000; // customers in a transaction
    private static final int SUM_AT_MOST =
            20; // one part in so many of the time is spent on sums, while events keep coming

    /// One row per customer to be folded because of the day or the model, in the order of keys; carried by the primary key.
    private static final String STALE = """
            SELECT customer FROM course
            WHERE customer > ? AND (as_of < ? OR model < ?)
            ORDER BY customer LIMIT ?""";

    /// One row per customer whose course is taken away to be written anew, with the hash of its episodes.
    private static final String TAKE_COURSES =
            "DELETE FROM course WHERE customer = ANY (?) RETURNING customer, episodes";

    private static final String LEAVE_COURSES = "DELETE FROM course WHERE customer = ANY (?)";
    private static final String TAKE_RELATIONSHIPS = "DELETE FROM relationship WHERE customer = ANY (?)";
    private static final String TAKE_EPISODES = "DELETE FROM episode WHERE customer = ANY (?)";

    private final Database database;
    private final EventRows events;
    private final Marks marks;
    private final Customers customers;
    private final Drivers drivers;
    private final Views views;
    private final Summing summing;
    private final ExecutorService threads;
    private final ExecutorService beside; // one thread

    private volatile @Nullable InForce inForce;
    private final List<Walk> walks = new ArrayList<>(); // one a thread
    private String staleAfter = ""; // who stands up to this key was looked at
    private Instant turnedTo = Instant.MIN; // everybody stands as of this moment or later
    private boolean isDirty = true; // something was written since the last sums began
    private @Nullable Future<Duration> sums; // being made; how long that took
    private Instant nextSums = Instant.MIN;

    /// The model that is folded with.
    ///
    /// @param number of the model, which only grows: who stands by a smaller one is folded anew
    public record InForce(int number, Fold fold) {}

    /// What a round did.
    ///
    /// @param folded customers, because they were marked  @param turned customers, to a new day or another model
    /// @param isBehind whether others wait
    public record Round(int folded, int turned, boolean isBehind) {
        private static final Round NONE = new Round(0, 0, false);

        /// Whether there was nothing to do.
        public boolean isRest() {
            return folded == 0 && turned == 0;
        }
    }

    Folders(Database database, EventRows events, Marks marks, Customers customers, Drivers drivers) {
        this.database = database;
        this.events = events;
        this.marks = marks;
        this.customers = customers;
        this.drivers = drivers;
        this.views = new Views(database, this::zone, this::hasDoors, drivers);
        this.summing = new Summing(database);
        this.threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("folder-", 1).daemon(true).factory());
        this.beside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("summing").daemon(true).factory());
    }

    /// Folds with this model from now on.
    public synchronized void use(int number, Fold fold) {
        InForce before = inForce;
        if (before != null && before.number == number) return;
        inForce = new InForce(number, fold);
        walks.clear();
        for (int i = 0; i < THREADS; i++) walks.add(new Walk(fold));
        staleAfter = "";
        turnedTo = Instant.MIN;
        isDirty = true;
    }

    /// The model in force; empty before there is one, and then nothing is folded.
    public Optional<InForce> inForce() {
        return Optional.ofNullable(inForce);
    }

    /// The organisation's zone, by the model; Greenwich before there is one.
    ZoneId zone() {
        return inForce().map(each -> each.fold().model().zone()).orElse(java.time.ZoneOffset.UTC);
    }

    private boolean hasDoors() {
        return inForce()
                .map(each -> each.fold().model().mode() == Mode.CONTRACT)
                .orElse(true);
    }

    Views views() {
        return views;
    }

    /// As of: the end of the day of the latest event, never later than now.
    public Instant asOf(ZoneId zone, Instant now) {
        return events.totals().asOf(zone, now);
    }

    /// Counts what is usual, over everybody's events, with a fold that need not be in force.
    public Counting count(Fold fold, Instant now) {
        Instant asOf = asOf(fold.model().zone(), now);
        Counting counting = new Counting();
        Folding folding = fold.begin(State.NEW);
        folding.count(counting);
        String[] at = {null};
        events.each(event -> {
            if (!event.customer().equals(at[0])) {
                if (at[0] != null) folding.end(asOf);
                folding.goOnFrom(State.NEW);
                at[0] = event.customer();
            }
            folding.take(event);
        });
        if (at[0] != null) folding.end(asOf);
        return counting;
    }

    /// Does the next piece of work there is, and has sums begun where they are due.
    public synchronized Round round(Instant now) {
        InForce by = inForce;
        if (by == null) return Round.NONE;
        Instant asOf = asOf(by.fold.model().zone(), now);
        Round round = step(by, asOf, now);
        if (sums != null && sums.isDone()) nextSums = now.plus(took(sums).multipliedBy(SUM_AT_MOST));
        if (!round.isBehind && isDirty && sums == null && !now.isBefore(nextSums)) {
            isDirty = false;
            sums = beside.submit(() -> sum(by, asOf, now));
        }
        return round;
    }

    private Round step(InForce by, Instant asOf, Instant now) {
        int folded = foldMarked(by, asOf);
        isDirty |= folded > 0;
        if (folded == AT_ONCE) return new Round(folded, 0, true);
        int turned = turn(by, asOf, now);
        isDirty |= turned > 0;
        return new Round(folded, turned, turned > 0);
    }

    /// Waits for the sums that were begun.
    private Duration took(Future<Duration> begun) {
        sums = null;
        try {
            return result(begun);
        } catch (RuntimeException e) {
            isDirty = true;
            throw e;
        }
    }

    /// Does everything there is to be done, sums too. For who waits: commands, tests, the end of an import.
    public synchronized void settle(Instant now) {
        InForce by = inForce;
        if (by == null) return;
        if (sums != null) took(sums);
        Instant asOf = asOf(by.fold.model().zone(), now);
        while (!step(by, asOf, now).isRest()) {
            // each step is a transaction of its own
        }
        if (!isDirty) return;
        sum(by, asOf, now);
        isDirty = false;
    }

    private Duration sum(InForce by, Instant asOf, Instant now) {
        long start = System.nanoTime();
        Known known = summing.sum(by.fold, by.number, asOf, now);
        views.count(known);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// @return how many
    private int foldMarked(InForce by, Instant asOf) {
        if (marks.isEmpty()) return 0;
        return database.transaction(connection -> {
            List<String> keys = marks.take(AT_ONCE).stream().map(Mark::customer).toList();
            write(connection, keys, folded(by, keys, asOf));
            return keys.size();
        });
    }

    /// Brings those who stand as of before the turn of the day, or by an older model, to this moment.
    private int turn(InForce by, Instant asOf, Instant now) {
        Instant turn = turnOfDay(by.fold.model().zone(), asOf, now);
        if (!turn.isAfter(turnedTo)) return 0;
        return database.transaction(connection -> {
            List<String> keys = stale(connection, turn, by.number);
            if (keys.isEmpty()) {
                staleAfter = "";
                turnedTo = turn;
                return 0;
            }
            staleAfter = keys.getLast();
            write(connection, keys, folded(by, keys, asOf));
            return keys.size();
        });
    }

    /// While events of today come in, as of is now, and moves: it is enough that everybody stands as of last midnight.
    private static Instant turnOfDay(ZoneId zone, Instant asOf, Instant now) {
        if (asOf.isBefore(now)) return asOf;
        LocalDate today = now.atZone(zone).toLocalDate();
        return today.atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private List<String> stale(Connection in, Instant turn, int model) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement ask = in.prepareStatement(STALE)) {
            ask.setString(1, staleAfter);
            ask.setTimestamp(2, Timestamp.from(turn));
            ask.setInt(3, model);
            ask.setInt(4, AT_ONCE);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    // ---- folding

    /// Folds some customers, by threads that read in connections of their own: what comes in meanwhile may be among what they
    /// read, and has left a mark, so that those are folded once more.
    private List<CourseRows> folded(InForce by, List<String> keys, Instant asOf) {
        List<Future<CourseRows>> parts = new ArrayList<>();
        int size = (keys.size() + THREADS - 1) / THREADS;
        for (int from = 0; from < keys.size(); from += size) {
            List<String> part = keys.subList(from, Math.min(keys.size(), from + size));
            Walk walk = walks.get(parts.size());
            parts.add(threads.submit(() -> fold(by, walk, part, asOf)));
        }
        List<CourseRows> folded = new ArrayList<>();
        for (Future<CourseRows> each : parts) folded.add(result(each));
        return folded;
    }

    private static <T> T result(Future<T> of) {
        try {
            return of.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("folding failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("folding was interrupted", e);
        }
    }

    /// Reads first and folds then: while events are being copied out, their connection can be asked nothing else, and a driver
    /// that was never met before is asked for.
    private CourseRows fold(InForce by, Walk walk, List<String> keys, Instant asOf) {
        List<List<Event>> histories = new ArrayList<>();
        events.each(keys, event -> {
            if (histories.isEmpty()
                    || !histories.getLast().getFirst().customer().equals(event.customer()))
                histories.add(new ArrayList<>());
            histories.getLast().add(event);
        });
        CourseRows rows = new CourseRows(by.fold.model(), by.number, drivers, asOf);
        for (List<Event> each : histories) rows.add(each.getFirst().customer(), walk.of(each, asOf));
        return rows;
    }

    // ---- writing

    private void write(Connection in, List<String> keys, List<CourseRows> parts) throws SQLException {
        Map<String, Long> episodesBefore = take(in, keys);
        CopyRows.send(
                in,
                CourseRows.COPY_COURSES,
                parts.stream().map(each -> each.courses).toList());
        CopyRows.send(
                in,
                CourseRows.COPY_RELATIONSHIPS,
                parts.stream().map(each -> each.relationships).toList());
        List<String> changed = new ArrayList<>();
        List<CopyRows> episodes = new ArrayList<>();
        List<String> gone = new ArrayList<>(keys);
        for (CourseRows part : parts) {
            customers.put(part.profiles);
            gone.removeAll(part.profiles.keySet());
            part.episodes.forEach((customer, told) -> {
                Long before = episodesBefore.get(customer);
                if (before != null && before == told.hash()) return;
                if (before != null) changed.add(customer);
                episodes.add(told.rows());
            });
        }
        changed.addAll(gone);
        remove(in, TAKE_EPISODES, changed);
        CopyRows.send(in, CourseRows.COPY_EPISODES, episodes);
        if (!gone.isEmpty()) customers.remove(gone);
    }

    private static Map<String, Long> take(Connection in, List<String> keys) throws SQLException {
        Map<String, Long> episodes = new HashMap<>();
        try (PreparedStatement take = in.prepareStatement(TAKE_COURSES)) {
            take.setArray(1, in.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) episodes.put(rows.getString(1), rows.getLong(2));
            }
        }
        if (!episodes.isEmpty()) remove(in, TAKE_RELATIONSHIPS, keys);
        return episodes;
    }

    private static void remove(Connection in, String sql, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) return;
        try (PreparedStatement remove = in.prepareStatement(sql)) {
            remove.setArray(1, in.createArrayOf("text", keys.toArray()));
            remove.executeUpdate();
        }
    }

    /// Removes what was made of some customers' events, in the transaction that runs on this thread.
    @Override
    public void forget(Set<String> keys) {
        database.transaction(connection -> {
            remove(connection, LEAVE_COURSES, keys);
            remove(connection, TAKE_RELATIONSHIPS, keys);
            remove(connection, TAKE_EPISODES, keys);
            return true;
        });
    }

    @Override
    public synchronized void close() {
        inForce = null;
        threads.shutdownNow();
        beside.shutdownNow();
    }
}
