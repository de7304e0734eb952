package hecht.store.relation;

import hecht.core.relation.Drawn;
import hecht.core.relation.Fold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One relationship, opened: its events folded to the present, with everything that is shown of it.
///
/// @param customer the key under which it counts  @param merged keys that were merged into it
/// @param fold with which it was folded: its rules name the reasons, its model what each condition is worth
/// @param listed as lists show it; empty where no relationship began
/// @param drawn the course, the line and how every event was noticed, as of [#asOf]
/// @param meanAttitude what attitude is held against; for the quadrant
public record Opened(
        String customer,
        List<String> merged,
        Fold fold,
        Instant asOf,
        Optional<Listed> listed,
        Drawn drawn,
        double meanAttitude) {
    public Opened {
        merged = List.copyOf(merged);
    }
}
