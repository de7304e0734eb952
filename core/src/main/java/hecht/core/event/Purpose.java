package hecht.core.event;

import java.util.Optional;

/// What an organisation may only keep of people with a purpose that it has named. Off until it is switched on: before that
/// such data are counted and dropped before anything is stored.
public enum Purpose implements Choice {
    /// Events that a customer fell ill.
    ILL,
    /// Events that a customer lost somebody.
    BEREAVED,
    /// Which employee did something. Without it the event stays, and the name goes.
    EMPLOYEE;

    /// The purpose without which this event may not be kept at all.
    public static Optional<Purpose> neededFor(Event event) {
        if (!(event instanceof Event.LifeEvent life)) return Optional.empty();
        return switch (life.kind()) {
            case ILL -> Optional.of(ILL);
            case BEREAVED -> Optional.of(BEREAVED);
            default -> Optional.empty();
        };
    }
}
