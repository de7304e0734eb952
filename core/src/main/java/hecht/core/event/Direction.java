package hecht.core.event;

/// Who began the contact: the customer (in) or the organisation (out).
public enum Direction implements Choice {
    IN,
    OUT
}
