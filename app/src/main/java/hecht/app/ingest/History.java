package hecht.app.ingest;

import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.Ledger;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Event;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import hecht.core.relation.Why;
import java.time.Instant;
import java.util.List;

/// All of one customer: its events in canonical order, those of keys that were merged into this one among them.
///
/// @param customer the final key  @param events at least one, each under the final key
public record History(String customer, List<Event> events) {
    public History {
        events = List.copyOf(events);
    }

    /// What is known of the customer: the last value of each.
    public Profile profile() {
        Profile known = Profile.NONE;
        for (Event each : events) known = known.then(each.envelope().profile());
        return known;
    }

    /// How the relationship stands.
    public Standing standing(Fold fold, Instant asOf) {
        return folded(fold.begin(State.NEW)).standing(asOf);
    }

    /// Why its health is what it is; its sum is the standing's health.
    public Why why(Fold fold, Instant asOf) {
        Folding folding = fold.begin(State.NEW);
        folding.keepAccount();
        return folded(folding).why(asOf);
    }

    /// Its episodes, in the order in which they began; deadlines up to `asOf` have happened.
    public List<EpisodeRecord> episodes(Fold fold, Instant asOf) {
        Ledger ledger = new Ledger();
        Folding folding = fold.begin(State.NEW);
        folding.tell(ledger);
        folded(folding).settled(asOf); // which the ledger hears of, as it does not of a reading
        return ledger.records();
    }

    private Folding folded(Folding folding) {
        for (Event each : events) folding.take(each);
        return folding;
    }
}
