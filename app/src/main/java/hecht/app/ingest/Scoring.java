package hecht.app.ingest;

import hecht.core.event.Envelope.Profile;
import hecht.core.event.Event;
import hecht.core.relation.Counting;
import hecht.core.relation.Digest;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Phase;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Folds the customers of a part, one after the other. Has no state; every part has a folding of its own.
final class Scoring {
    private Scoring() {}

    /// What came of one part or of several.
    ///
    /// @param counting what is usual  @param digest of all states
    /// @param closed relationships that ended  @param notBegun customers without a relationship
    record Sums(Counting counting, Digest digest, List<Standings> running, int closed, int notBegun) {
        static Sums of(List<Sums> parts) {
            Counting counting = new Counting();
            Digest digest = new Digest();
            List<Standings> running = new ArrayList<>();
            int closed = 0;
            int notBegun = 0;
            for (Sums part : parts) {
                counting.plus(part.counting);
                digest.plus(part.digest);
                running.addAll(part.running);
                closed += part.closed;
                notBegun += part.notBegun;
            }
            return new Sums(counting, digest, running, closed, notBegun);
        }
    }

    /// Counts what is usual, and nothing else.
    static Counting count(Fold fold, Instant asOf, Shelf shelf) {
        Counting counting = new Counting();
        Folding folding = fold.begin(State.NEW);
        folding.count(counting);
        while (shelf.next()) {
            folding.goOnFrom(State.NEW);
            for (int i = 0; i < shelf.size(); i++) folding.take(shelf.event(i));
            folding.end(asOf);
        }
        return counting;
    }

    static Sums score(Fold fold, Instant asOf, Shelf shelf) {
        Counting counting = new Counting();
        Digest digest = new Digest();
        Standings running = new Standings(fold.model().parameters().conditions());
        int closed = 0;
        int notBegun = 0;
        Folding folding = fold.begin(State.NEW);
        folding.count(counting);
        while (shelf.next()) {
            folding.goOnFrom(State.NEW);
            Profile profile = Profile.NONE;
            for (int i = 0; i < shelf.size(); i++) {
                Event event = shelf.event(i);
                folding.take(event);
                profile = profile.then(event.envelope().profile());
            }
            digest.add(shelf.key(), folding.state());
            Standing standing = folding.settled(asOf);
            if (standing.isRunning()) running.add(shelf.customer(), profile, standing);
            else if (standing.phase() == Phase.CLOSED) closed++;
            else notBegun++;
        }
        return new Sums(counting, digest, List.of(running), closed, notBegun);
    }
}
