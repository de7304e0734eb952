package hecht.store.relation;

import hecht.core.relation.Dimensions;
import hecht.core.relation.Driver;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Trail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One relationship in a list, as of its moment of reading.
///
/// @param ended null while it runs
/// @param margin a year
/// @param condition the most likely one, 0 los to 3 hecht
/// @param change points since three month-ends back; null where it did not run throughout
/// @param moved what moved it most since then; null where it did not run throughout
/// @param phi how freely the customer could leave  @param opensOn when the next lock ends
/// @param leavingOpen expected to leave in twelve months with the door open; null in rhythm
/// @param leavingAsIs the same with the door as it is
/// @param lastSign the later of what was last perceived and last heard, else since
public record Listed(
        String customer,
        @Nullable String name,
        @Nullable String segment,
        @Nullable String region,
        @Nullable Double margin,
        Instant asOf,
        Instant since,
        @Nullable Instant ended,
        double health,
        double low,
        double high,
        double spread,
        double los,
        double koel,
        double warm,
        double hecht,
        int condition,
        boolean inView,
        double information,
        Quadrant quadrant,
        @Nullable Double change,
        @Nullable Moved moved,
        Dimensions dimensions,
        double phi,
        @Nullable Instant opensOn,
        @Nullable Double leavingOpen,
        @Nullable Double leavingAsIs,
        List<String> products,
        @Nullable Instant lastPerceived,
        @Nullable Instant lastHeard,
        Instant lastSign,
        @Nullable Instant lastAsked,
        @Nullable Instant lastDoubleFailure,
        @Nullable Instant lastRecovery,
        Trail trail) {
    public Listed {
        products = List.copyOf(products);
    }

    public boolean isRunning() {
        return ended == null;
    }

    /// What moved health most.
    ///
    /// @param by null for time and silence
    public record Moved(@Nullable Driver by, double points) {
        public Optional<Driver> driver() {
            return Optional.ofNullable(by);
        }
    }
}
