package hecht.store.relation;

import hecht.core.event.Choice;

/// When a customer last acted.
public enum Heard implements Choice {
    /// Within 90 days.
    LATELY,
    /// Within 365 days.
    WITHIN_YEAR,
    /// Not within 365 days, or never, and with us for as long.
    NOT_WITHIN_YEAR,
    NEVER
}
