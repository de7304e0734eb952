package hecht.store.event;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.Identities;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Puts everybody under their final key when merges and erasures come. [Identities] decides; this looks up which keys hang
/// together with those that came, and moves or removes their rows. Whatever order merges and erasures come in, the tables end
/// as if all had been there from the start.
///
/// An erased merge leaves no trace. It need not: its two keys have tombstones, and these stand in for the erasure when
/// another merge of either key comes later.
final class Who {
    private static final String SOURCE_OF_TOMBSTONES = "hecht.tombstones";

    /// One row per key that hangs together with the given ones by merges that were told; carried by merge_customer and
    /// merge_from.
    private static final String CONNECTED = """
            WITH RECURSIVE near (key) AS (
                SELECT unnest(:keys) COLLATE "C"
                UNION
                SELECT next.key
                FROM near, LATERAL (
                    SELECT customer AS key FROM merge WHERE from_key = near.key
                    UNION ALL
                    SELECT from_key FROM merge WHERE customer = near.key
                ) AS next
            )
            SELECT key FROM near""";

    /// One row per merge between some keys; carried by merge_customer.
    private static final String MERGES = """
            SELECT source, id, time, customer, from_key, aside FROM merge WHERE customer = ANY (:keys)""";

    /// One row per key that was merged into another; carried by the primary key of alias.
    private static final String ALIASES = "SELECT key, customer FROM alias WHERE key = ANY (:keys)";

    private static final String REMOVE_ALIASES = "DELETE FROM alias WHERE key = ANY (:keys)";

    private static final String ADD_ALIASES = """
            INSERT INTO alias (key, customer) SELECT * FROM unnest(:keys, :customers)""";

    private static final String REMOVE_EVENTS = """
            DELETE FROM event
            USING unnest(:at, :keys, :until) AS gone (at, key, until)
            WHERE event.customer = gone.at AND coalesce(event.came_as, event.customer) = gone.key
              AND event.time <= gone.until""";

    private static final String MOVE_EVENTS = """
            UPDATE event SET customer = move.target, came_as = nullif(move.key, move.target)
            FROM unnest(:at, :keys, :targets) AS move (at, key, target)
            WHERE event.customer = move.at AND coalesce(event.came_as, event.customer) = move.key""";

    private static final String REMOVE_MERGES = """
            DELETE FROM merge USING unnest(:sources, :ids) AS gone (source, id)
            WHERE merge.source = gone.source AND merge.id = gone.id""";

    private static final String PUT_ASIDE = """
            WITH put AS (
                UPDATE merge SET aside = true FROM unnest(:sources, :ids) AS circle (source, id)
                WHERE merge.source = circle.source AND merge.id = circle.id
                RETURNING merge.source, merge.id
            )
            DELETE FROM event USING put WHERE event.source = put.source AND event.id = put.id""";

    private static final String TAKE_BACK = """
            WITH taken AS (
                UPDATE merge SET aside = false FROM unnest(:sources, :ids, :targets) AS open (source, id, target)
                WHERE merge.source = open.source AND merge.id = open.id
                RETURNING merge.*, open.target
            )
            INSERT INTO event (time, digest, rank, customer, source, id, type, fields, came_as)
            SELECT time, digest, :rank, target, source, id, 'merged', fields, nullif(customer, target) FROM taken""";

    private final JdbcClient database;
    private final Tombstones tombstones;

    Who(JdbcClient database, Tombstones tombstones) {
        this.database = database;
        this.tombstones = tombstones;
    }

    /// What merges and erasures did.
    ///
    /// @param identities of everybody who hangs together with those that came
    /// @param refold customers to be folded from the start: those who got events or lost them
    /// @param erased keys of customers who were erased by what came
    /// @param added events that count now and did not, less those that counted: what erasures removed among them
    /// @param removed events that erasures removed
    /// @param isLatestOpen whether another event may be the latest now
    record Settled(
            Identities identities,
            Set<String> refold,
            Set<String> erased,
            long added,
            long removed,
            boolean isLatestOpen) {}

    /// @param came merges and erasures that did not come before
    Settled settle(List<Event> came) {
        Set<String> named = new HashSet<>();
        for (Event each : came) {
            named.add(each.customer());
            if (each instanceof Event.Merged merged) named.add(merged.from());
        }
        return settle(came, connected(named));
    }

    /// Those keys, and all that hang together with them by merges that were told.
    Set<String> connected(Set<String> named) {
        Set<String> keys = new TreeSet<>(CanonicalOrder::compareUtf8);
        if (named.isEmpty()) return keys;
        keys.addAll(database.sql(CONNECTED)
                .param("keys", texts(named))
                .query((row, i) -> row.getString("key"))
                .list());
        return keys;
    }

    /// @param keys everybody who hangs together with those that came, and with those of whom something was taken away
    Settled settle(List<Event> came, Set<String> keys) {
        List<Told> told = told(keys);
        Map<String, SortedSet<Instant>> before = tombstones.find(keys);

        List<Event> all = new ArrayList<>(came);
        for (Told each : told) all.add(each.merge);
        before.forEach((key, moments) -> {
            for (Instant each : moments) all.add(new Event.Erased(Envelope.of(SOURCE_OF_TOMBSTONES, "one", each, key)));
        });
        Identities who = Identities.of(all);
        return new Settling(keys, told, before, who).run();
    }

    /// The final keys of those that have another one.
    Map<String, String> finalKeys(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        database.sql(ALIASES).param("keys", texts(keys)).query(row -> {
            found.put(row.getString("key"), row.getString("customer"));
        });
        return found;
    }

    /// A merge that came before.
    private record Told(Event.Merged merge, boolean aside) {}

    private List<Told> told(Set<String> keys) {
        return database.sql(MERGES)
                .param("keys", texts(keys))
                .query((row, i) -> new Told(
                        new Event.Merged(
                                Envelope.of(
                                        row.getString("source"),
                                        row.getString("id"),
                                        row.getTimestamp("time").toInstant(),
                                        row.getString("customer")),
                                row.getString("from_key")),
                        row.getBoolean("aside")))
                .list();
    }

    static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }

    static SqlArrayValue moments(Collection<Instant> values) {
        return new SqlArrayValue(
                "timestamptz", values.stream().map(Timestamp::from).toArray());
    }

    /// One time that tables are brought to what identities say.
    private final class Settling {
        private final Set<String> keys;
        private final List<Told> told;
        private final Map<String, SortedSet<Instant>> erasedBefore;
        private final Identities who;
        private final Map<String, String> finalBefore;
        private final Set<String> refold = new TreeSet<>(CanonicalOrder::compareUtf8);
        private boolean circlesChanged;

        Settling(Set<String> keys, List<Told> told, Map<String, SortedSet<Instant>> erasedBefore, Identities who) {
            this.keys = keys;
            this.told = told;
            this.erasedBefore = erasedBefore;
            this.who = who;
            this.finalBefore = finalKeys(keys);
        }

        Settled run() {
            Map<String, SortedSet<Instant>> erased = newlyErased();
            long removed = remove(erased);
            tombstones.add(erased);
            move();
            long added = merges();
            return new Settled(who, refold, erased.keySet(), added - removed, removed, removed > 0 || circlesChanged);
        }

        private String before(String key) {
            return finalBefore.getOrDefault(key, key);
        }

        private Map<String, SortedSet<Instant>> newlyErased() {
            Map<String, SortedSet<Instant>> erased = new TreeMap<>(CanonicalOrder::compareUtf8);
            for (String key : keys) {
                SortedSet<Instant> moments = who.erasures(key);
                if (!erasedBefore
                        .getOrDefault(key, Collections.emptySortedSet())
                        .containsAll(moments)) erased.put(key, moments);
            }
            return erased;
        }

        private long remove(Map<String, SortedSet<Instant>> erased) {
            if (erased.isEmpty()) return 0;
            // What is being folded at this moment would come back after it was erased.
            database.sql(Marks.WAIT_FOR_OTHERS).query((row, i) -> true).list();
            List<String> at = erased.keySet().stream().map(this::before).toList();
            refold.addAll(at);
            refold.addAll(erased.keySet());
            return database.sql(REMOVE_EVENTS)
                    .param("at", texts(at))
                    .param("keys", texts(erased.keySet()))
                    .param(
                            "until",
                            moments(erased.values().stream()
                                    .map(SortedSet::last)
                                    .toList()))
                    .update();
        }

        private void move() {
            List<String> moved = keys.stream()
                    .filter(key -> !before(key).equals(who.keyOf(key)))
                    .toList();
            if (moved.isEmpty()) return;
            List<String> at = moved.stream().map(this::before).toList();
            List<String> targets = moved.stream().map(who::keyOf).toList();
            refold.addAll(at);
            refold.addAll(targets);
            database.sql(MOVE_EVENTS)
                    .param("at", texts(at))
                    .param("keys", texts(moved))
                    .param("targets", texts(targets))
                    .update();
            database.sql(REMOVE_ALIASES).param("keys", texts(moved)).update();
            List<String> aliases =
                    moved.stream().filter(key -> !key.equals(who.keyOf(key))).toList();
            database.sql(ADD_ALIASES)
                    .param("keys", texts(aliases))
                    .param("customers", texts(aliases.stream().map(who::keyOf).toList()))
                    .update();
        }

        /// @return how many merges count that did not, less those that no longer do for the sake of a circle
        private long merges() {
            Set<Event.Merged> aside = new HashSet<>(who.keptAside());
            List<Event.Merged> erased = new ArrayList<>();
            List<Event.Merged> closing = new ArrayList<>();
            List<Event.Merged> opening = new ArrayList<>();
            for (Told each : told) {
                if (who.isErased(each.merge)) erased.add(each.merge);
                else if (aside.contains(each.merge) && !each.aside) closing.add(each.merge);
                else if (!aside.contains(each.merge) && each.aside) opening.add(each.merge);
            }
            if (!erased.isEmpty()) named(REMOVE_MERGES, erased).update();
            if (!closing.isEmpty()) named(PUT_ASIDE, closing).update();
            if (!opening.isEmpty())
                named(TAKE_BACK, opening)
                        .param(
                                "targets",
                                texts(opening.stream()
                                        .map(each -> who.keyOf(each.customer()))
                                        .toList()))
                        .param("rank", (short) Row.rank(opening.getFirst()))
                        .update();
            circlesChanged = !closing.isEmpty() || !opening.isEmpty();
            for (Event.Merged each : closing) refold.add(who.keyOf(each.customer()));
            for (Event.Merged each : opening) refold.add(who.keyOf(each.customer()));
            return opening.size() - (long) closing.size();
        }

        private JdbcClient.StatementSpec named(String sql, List<Event.Merged> merges) {
            return database.sql(sql)
                    .param(
                            "sources",
                            texts(merges.stream()
                                    .map(each -> each.envelope().source())
                                    .toList()))
                    .param(
                            "ids",
                            texts(merges.stream()
                                    .map(each -> each.envelope().id())
                                    .toList()));
        }
    }
}
