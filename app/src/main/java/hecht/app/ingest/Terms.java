package hecht.app.ingest;

import hecht.core.event.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What counts.
///
/// @param zone the organisation's, in which a day ends
/// @param now the present moment; what happens after it does not count yet
/// @param at the day that is asked for; null for the day of the latest event
/// @param switchedOn what may be kept of people beside the rest
public record Terms(ZoneId zone, Instant now, @Nullable LocalDate at, Set<Purpose> switchedOn) {
    public Terms {
        switchedOn = Set.copyOf(switchedOn);
    }

    /// The latest day there is, with nothing switched on.
    public static Terms of(ZoneId zone, Instant now) {
        return new Terms(zone, now, null, Set.of());
    }

    /// The same, as of the end of another day.
    public Terms at(@Nullable LocalDate day) {
        return new Terms(zone, now, day, switchedOn);
    }

    /// The last moment of which events count: the end of the day asked for, and never later than now.
    public Instant until() {
        Instant end = at == null ? now : endOf(at);
        return end.isBefore(now) ? end : now;
    }

    /// As of: the end of the day of the latest event that counts, never later than [#until].
    Instant asOf(Instant latest) {
        Instant end = at == null ? endOf(latest.atZone(zone).toLocalDate()) : endOf(at);
        return end.isBefore(until()) ? end : until();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
