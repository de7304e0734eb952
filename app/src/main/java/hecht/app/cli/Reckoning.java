package hecht.app.cli;

import hecht.app.ingest.History;
import hecht.core.relation.Standing;
import hecht.core.relation.Why;
import java.time.Instant;

/// One relationship with everything that says why it stands as it does.
///
/// @param customer the key that it has now  @param asOf the moment up to which events count
record Reckoning(String customer, Instant asOf, Standing standing, Why why) {
    /// The health that is explained: now, or at the end of a relationship that ended. Leaving says something too, but belongs
    /// to no contribution.
    double health() {
        return standing.isRunning() ? standing.health() : why.health();
    }

    static Reckoning of(History history, Basis basis) {
        Instant asOf = basis.asOf();
        return new Reckoning(
                history.customer(), asOf, history.standing(basis.fold(), asOf), history.why(basis.fold(), asOf));
    }
}
