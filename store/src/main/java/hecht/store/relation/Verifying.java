package hecht.store.relation;

import hecht.core.event.Event;
import hecht.core.relation.Digest;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.State;
import hecht.store.event.EventRows;
import hecht.store.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The proof that living equals replay: every state is made anew from all events and compared with the one that is kept.
/// For several threads.
public final class Verifying {
    private static final int AT_ONCE = 4_000;

    /// One row per customer, in the order of keys; carried by the primary key.
    private static final String STATES = """
            SELECT customer, state FROM course WHERE customer > ? ORDER BY customer LIMIT ?""";

    /// One row per customer who is still to be folded, or stands by another model.
    private static final String WAITING = """
            SELECT customer FROM mark UNION SELECT customer FROM course WHERE model <> ?""";

    /// One row per customer of whom there are events and no state.
    private static final String WITHOUT_STATE = """
            SELECT DISTINCT customer FROM event EXCEPT SELECT customer FROM course""";

    private final Database database;
    private final EventRows events;

    Verifying(Database database, EventRows events) {
        this.database = database;
        this.events = events;
    }

    /// One line for all states that are kept: equal for equal events and model, in whatever order they came, and to that of
    /// the files themselves.
    public String digest() {
        Digest digest = new Digest();
        database.snapshot(connection -> {
            String after = "";
            for (Map<String, State> some = states(connection, after);
                    !some.isEmpty();
                    some = states(connection, after)) {
                some.forEach(digest::add);
                after = last(some);
            }
            return true;
        });
        return digest.hex();
    }

    /// How many customers are still to be folded, or stand by another model: what is kept will change.
    public long waiting(Folders.InForce by) {
        return database.jdbc()
                .sql("SELECT count(*) FROM (" + WAITING + ") AS waiting")
                .param(by.number())
                .query(Long.class)
                .single();
    }

    /// What came of comparing.
    ///
    /// @param lived digest of the states that were compared  @param rebuilt digest of the same made anew
    /// @param customers compared  @param different of whom the two states differ
    /// @param waiting not compared: something came, and they are still to be folded, or they stand by another model
    public record Verified(String lived, String rebuilt, long customers, long different, long waiting) {
        public boolean isEqual() {
            return different == 0 && lived.equals(rebuilt);
        }
    }

    /// Makes every state anew and compares, at one moment of the database.
    public Verified verify(Folders.InForce by) {
        return database.snapshot(connection -> {
            Set<String> waiting = keys(connection, WAITING, by.number());
            Comparison comparison = new Comparison(by.fold());
            String after = "";
            for (Map<String, State> some = states(connection, after);
                    !some.isEmpty();
                    some = states(connection, after)) {
                after = last(some);
                some.keySet().removeAll(waiting);
                comparison.of(some);
            }
            Set<String> without = keys(connection, WITHOUT_STATE, null);
            without.removeAll(waiting);
            return comparison.verified(without.size(), waiting.size());
        });
    }

    private static String last(Map<String, State> of) {
        String last = "";
        for (String each : of.keySet()) last = each;
        return last;
    }

    private static Set<String> keys(Connection in, String sql, @Nullable Integer model) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (PreparedStatement ask = in.prepareStatement(sql)) {
            if (model != null) ask.setInt(1, model);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    /// In the order of keys.
    private static Map<String, State> states(Connection in, String after) throws SQLException {
        Map<String, State> states = new LinkedHashMap<>();
        try (PreparedStatement ask = in.prepareStatement(STATES)) {
            ask.setString(1, after);
            ask.setInt(2, AT_ONCE);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) states.put(rows.getString(1), State.of(rows.getBytes(2)));
            }
        }
        return states;
    }

    private final class Comparison {
        private final Folding folding;
        private final Digest lived = new Digest();
        private final Digest rebuilt = new Digest();
        private long customers;
        private long different;
        private @Nullable String at; // the customer whose events are being folded

        Comparison(Fold fold) {
            this.folding = fold.begin(State.NEW);
        }

        void of(Map<String, State> kept) {
            customers += kept.size();
            kept.forEach(lived::add);
            Map<String, State> left = new LinkedHashMap<>(kept);
            at = null;
            events.each(kept.keySet(), (Event event) -> {
                if (!event.customer().equals(at)) {
                    end(left);
                    folding.goOnFrom(State.NEW);
                    at = event.customer();
                }
                folding.take(event);
            });
            end(left);
            different += left.size(); // kept, and no event is there
        }

        private void end(Map<String, State> left) {
            if (at == null) return;
            State state = folding.state();
            rebuilt.add(at, state);
            State before = left.remove(at);
            if (before == null || !state.equals(before)) different++;
        }

        Verified verified(long withoutState, long waiting) {
            return new Verified(lived.hex(), rebuilt.hex(), customers, different + withoutState, waiting);
        }
    }
}
