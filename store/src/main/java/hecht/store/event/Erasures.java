package hecht.store.event;

import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.store.postgres.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/// The customer's right to be forgotten, as a steward or a program grants it. All rooms lose the customer in one transaction;
/// what is left is a count, and a keyed hash of each of its keys.
public final class Erasures {
    private static final String SOURCE = "hecht.erasures";

    /// Time of the last event of a customer; absent without any. Carried by the primary key of event.
    private static final String LATEST = "SELECT max(time) AS latest FROM event WHERE customer = :customer";

    /// One row per moment at which somebody was erased, the latest first, with the number of keys that went.
    private static final String MOMENTS = """
            SELECT until, count(*) AS keys FROM tombstone GROUP BY until ORDER BY until DESC LIMIT :most""";

    private final Database database;
    private final Intake intake;
    private final EventRows events;

    public Erasures(Database database, Intake intake, EventRows events) {
        this.database = database;
        this.intake = intake;
        this.events = events;
    }

    /// An erasure: when, and how many keys of a customer went.
    public record Done(Instant at, int keys) {}

    /// Erases a customer with all that was merged into it, what lies a little ahead of now too. A key that never was is refused
    /// from now on just as well.
    public void erase(String customer, Instant now) {
        Instant latest = database
                .jdbc()
                .sql(LATEST)
                .param("customer", events.finalKey(customer))
                .query((row, i) -> row.getTimestamp("latest"))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .map(Timestamp::toInstant)
                .findFirst()
                .orElse(now);
        Instant until = latest.isAfter(now) ? latest : now;
        intake.take(
                List.of(new Event.Erased(Envelope.of(SOURCE, UUID.randomUUID().toString(), until, customer))));
    }

    /// Erases again who was erased here and came back by another way than [Intake], as with a restored backup; nobody else.
    ///
    /// @param keys of customers, as they may have come
    public void again(Collection<String> keys) {
        database.transaction(connection -> {
            Tombstones tombstones = new Tombstones(database.jdbc());
            List<Event> erased = new ArrayList<>();
            Map<String, SortedSet<Instant>> found = tombstones.find(keys);
            found.forEach((key, moments) -> {
                for (Instant until : moments)
                    erased.add(new Event.Erased(
                            Envelope.of(SOURCE, UUID.randomUUID().toString(), until, key)));
            });
            tombstones.remove(found.keySet()); // an erasure that stands already would change nothing
            return intake.take(erased);
        });
    }

    /// The latest erasures. Of whom they were nobody can say any more.
    public List<Done> latest(int most) {
        return database.jdbc()
                .sql(MOMENTS)
                .param("most", most)
                .query((row, i) -> new Done(row.getTimestamp("until").toInstant(), row.getInt("keys")))
                .list();
    }
}
