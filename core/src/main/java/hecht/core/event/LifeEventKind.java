package hecht.core.event;

/// A moment that matters in a customer's life.
public enum LifeEventKind implements Choice {
    MOVED,
    MARRIED,
    CHILD,
    ILL,
    RETIRED,
    BEREAVED,
    BUSINESS_STARTED,
    OTHER
}
