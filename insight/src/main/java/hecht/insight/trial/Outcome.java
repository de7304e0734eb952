package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.relation.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What came of a customer after a moment.
enum Outcome {
    /// It left by choice; in rhythm: it bought.
    YES,
    /// It did not.
    NO,
    /// It cannot be told: it left, but not by choice.
    UNKNOWN;

    /// @param events of one customer in canonical order
    static Outcome of(List<Event> events, Instant after, Instant until, Mode mode, ZoneId zone) {
        LocalDate day = after.atZone(zone).toLocalDate();
        for (Event each : events) {
            if (!each.time().isAfter(after)) continue;
            if (each.time().isAfter(until)) return NO;
            switch (mode) {
                case CONTRACT -> {
                    if (each instanceof Event.Left left) return left.voluntary() ? YES : UNKNOWN;
                }
                case RHYTHM -> {
                    if (each instanceof Event.Ordered
                            && each.time().atZone(zone).toLocalDate().isAfter(day)) return YES;
                }
            }
        }
        return NO;
    }
}
