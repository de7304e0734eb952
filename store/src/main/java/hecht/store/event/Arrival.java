package hecht.store.event;

import java.util.Collection;

/// Another room's part in an intake: told, inside its transaction, what came in.
@FunctionalInterface
public interface Arrival {
    /// @param names of the events that count from now on
    void arrived(Collection<Name> names);

    /// What an event is known by for ever.
    record Name(String source, String id) {}
}
