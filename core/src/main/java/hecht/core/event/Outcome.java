package hecht.core.event;

/// How a contact ended.
public enum Outcome implements Choice {
    RESOLVED,
    UNRESOLVED,
    PROMISED,
    TRANSFERRED
}
