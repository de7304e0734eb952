package hecht.demo;

import hecht.core.event.Choice;
import hecht.core.event.Event;
import hecht.core.event.MessageKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is planted in Lichtland and moves somebody. (That customers are held and then gone is the door's doing, and that the
/// renewal mail and Groningen do nothing is the point of them: they have no points to tell.)
public enum Story implements Choice {
    /// The price letter of 6 October 2025 to everybody on the variable tariff.
    PRICE_LETTER,
    /// Moving house, which three suppliers do well and nobody does.
    MOVE,
    /// Meters swapped by MeetWel, from August 2026 three times as often wrong twice.
    METER,
    /// Of those, the repairs that failed too and were complained of in October 2026, the last month there is.
    METER_TWICE,
    /// The heat outage in Almere, 9 to 12 February 2026, and what was done about it.
    OUTAGE,
    /// The welcome call from March 2026, one in five held back by lot.
    WELCOME_CALL;

    /// The story that an event is part of.
    static Optional<Story> of(Event event) {
        if (event instanceof Event.MessageSent e && e.kind() == MessageKind.PRICE) return Optional.of(PRICE_LETTER);
        return of(event.envelope().subject().goal());
    }

    /// The story that a goal is part of.
    static Optional<Story> of(@Nullable String goal) {
        return switch (goal) {
            case null -> Optional.empty();
            case Goal.MOVE -> Optional.of(MOVE);
            case Goal.METER -> Optional.of(METER);
            case Goal.OUTAGE -> Optional.of(OUTAGE);
            case Goal.WELCOME -> Optional.of(WELCOME_CALL);
            default -> Optional.empty();
        };
    }
}
