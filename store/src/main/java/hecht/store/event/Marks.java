package hecht.store.event;

import hecht.core.event.CanonicalOrder;
import hecht.store.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The customers who are to be folded, because of what came. An intake leaves a mark in the transaction that stores the
/// events; who folds takes marks in the transaction that writes the states, so that neither is ever there without the other.
///
/// Only one folds at a time: [#take] waits until the transaction of another taker ends, and for an intake that is on its way.
/// Intakes do not wait for folding, unless they erase; what comes while a customer is being folded leaves a new mark.
public final class Marks {
    /// The moment of a mark that asks for a whole history to be folded from its start. Nothing happened before it.
    public static final Instant FROM_THE_START = Instant.EPOCH;

    /// Held by who folds, until the end of the transaction.
    static final String WAIT_FOR_OTHERS = "SELECT pg_advisory_xact_lock(7237954630966570611)";

    /// One row per mark that was taken away, of the first customers by key after one; carried by mark_customer.
    private static final String TAKE = """
            DELETE FROM mark
            WHERE customer IN (SELECT DISTINCT customer FROM mark WHERE customer > ? ORDER BY customer LIMIT ?)
            RETURNING customer, since""";

    private static final String MARK_ALL = """
            INSERT INTO mark (customer, since)
            SELECT DISTINCT customer, timestamptz 'epoch' FROM event""";

    private final Database database;
    private final Standing standing = new Standing();
    private String taken = ""; // up to this key; for who has the turn

    public Marks(Database database) {
        this.database = database;
    }

    Standing standing() {
        return standing;
    }

    /// A customer to be folded.
    ///
    /// @param since time of the earliest event that came: where it is after the last event of the state, folding goes on from
    /// the state with the events from `since` on; else the customer is folded from the start. Where no event is left of the
    /// customer (it was merged into another one, or erased), everything derived from it goes.
    public record Mark(String customer, Instant since) {
        public boolean isFromTheStart() {
            return !since.isAfter(FROM_THE_START);
        }
    }

    /// Takes the marks of the next customers, in the transaction that runs on this thread: when it is rolled back, they stand
    /// again. It goes round: from where it ended last time to the last key, and on from the first, so that with events coming
    /// faster than they are folded nobody waits longer than others. To be called once in a transaction, before anything else is done in it: an erasure waits for who folds, and who
    /// takes marks for an erasure that is on its way. That transaction must read what is committed meanwhile (as
    /// [Database#transaction] does and a snapshot does not), since an event that came before this returns may have no mark of
    /// its own.
    ///
    /// @return at most `customers` of them, in the order of their keys
    public List<Mark> take(int customers) {
        standing.turn.lock();
        try {
            List<Mark> marks = database.transaction(connection -> next(connection, customers));
            taken = marks.size() < customers ? "" : marks.getLast().customer();
            return marks;
        } finally {
            standing.taken();
            standing.turn.unlock();
        }
    }

    private List<Mark> next(Connection in, int customers) throws SQLException {
        try (PreparedStatement wait = in.prepareStatement(WAIT_FOR_OTHERS)) {
            wait.execute();
        }
        List<Mark> marks = take(in, taken, customers);
        return marks.isEmpty() && !taken.isEmpty() ? take(in, "", customers) : marks;
    }

    private static List<Mark> take(Connection in, String after, int customers) throws SQLException {
        Map<String, Instant> earliest = new TreeMap<>(CanonicalOrder::compareUtf8);
        try (PreparedStatement take = in.prepareStatement(TAKE)) {
            take.setString(1, after);
            take.setInt(2, customers);
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    Instant since = rows.getObject(2, OffsetDateTime.class).toInstant();
                    earliest.merge(rows.getString(1), since, (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        List<Mark> marks = new ArrayList<>(earliest.size());
        earliest.forEach((customer, since) -> marks.add(new Mark(customer, since)));
        return marks;
    }

    /// Whether anybody is to be folded.
    public boolean isEmpty() {
        return !database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM mark)")
                .query(Boolean.class)
                .single();
    }

    /// How many are to be folded.
    public long customers() {
        return database.jdbc()
                .sql("SELECT count(DISTINCT customer) FROM mark")
                .query(Long.class)
                .single();
    }

    /// Marks everybody to be folded from the start, as another model asks.
    public void everybody() {
        database.jdbc().sql(MARK_ALL).update();
    }
}
