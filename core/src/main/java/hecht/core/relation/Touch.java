package hecht.core.relation;

import hecht.core.event.Choice;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an event was noticed well (w ≥ .5): when many customers were touched in one week, people want to know by what.
///
/// @param kind the word of its kind, where the type has kinds
public record Touch(EventType type, @Nullable String kind, Instant at) {
    /// From this weight on.
    public static final double WELL = .5;

    static Touch of(Event event) {
        Choice kind = switch (event) {
            case Event.MessageSent e -> e.kind();
            case Event.Contact e -> e.kind();
            case Event.LifeEvent e -> e.kind();
            default -> null;
        };
        return new Touch(event.type(), kind == null ? null : kind.word(), event.time());
    }

    /// `message_sent price`.
    public String name() {
        return kind == null ? type.word() : type.word() + ' ' + kind;
    }
}
