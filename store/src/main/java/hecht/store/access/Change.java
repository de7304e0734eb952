package hecht.store.access;

/// What became of a change to an account.
public enum Change {
    DONE,
    /// There is no such account.
    UNKNOWN,
    /// Nobody would be left who can say who may do what.
    LAST_OWNER
}
