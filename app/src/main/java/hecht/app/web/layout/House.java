package hecht.app.web.layout;

import hecht.core.relation.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What every page says of the organisation and of the age of its figures.
public interface House {
    String organisation();

    ZoneId zone();

    /// The moment up to which events count; empty while nothing was heard.
    Optional<Instant> asOf();

    /// For how long events have waited that are not in the figures yet; empty while all are.
    Optional<Duration> behind();

    /// How leaving shows by what the events themselves suggest, where the organisation is judged by another mode.
    Optional<Mode> otherMode();

    /// Whether what is kept is the made-up organisation of the demo, which every page then says.
    boolean isMadeUp();
}
