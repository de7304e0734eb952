package hecht.core.event;

/// What of the relationship an event speaks of.
public enum Dimension implements Choice {
    EMOTION,
    EXPERIENCE,
    INTENTION,
    BEHAVIOUR
}
