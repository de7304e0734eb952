package hecht.store.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How much there is.
///
/// @param events that count  @param erased events that were removed because their customers asked for it
/// @param latest time of the latest event that counts
public record Totals(long events, long erased, Optional<Instant> latest) {
    /// As of: the end of the day of the latest event, in the organisation's zone, and never later than now. Without any event
    /// it is now.
    public Instant asOf(ZoneId zone, Instant now) {
        if (latest.isEmpty()) return now;
        LocalDate day = latest.get().atZone(zone).toLocalDate();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        return end.isBefore(now) ? end : now;
    }
}
