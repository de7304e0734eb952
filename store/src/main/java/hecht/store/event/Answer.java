package hecht.store.event;

/// What became of one event that was handed in. Whatever the answer is, it is durable.
public enum Answer {
    /// It counts from now on.
    ACCEPTED,
    /// It came before with the same content, which changes nothing.
    REPEATED,
    /// Its source and id came before with other content; the first one counts.
    CONFLICTING,
    /// A merge that would close a circle, and is kept aside: a conflict too.
    CIRCULAR,
    /// Its customer asked to be forgotten, or it is that asking.
    ERASED,
    /// It may be kept only with a purpose that nobody named; it was dropped before anything was stored.
    NOT_SWITCHED_ON;

    public boolean isConflict() {
        return this == CONFLICTING || this == CIRCULAR;
    }
}
