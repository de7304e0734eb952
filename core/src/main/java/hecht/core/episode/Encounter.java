package hecht.core.episode;

import hecht.core.event.Choice;

/// What an episode did to the customer, at the moment when it did.
public enum Encounter implements Choice {
    GOOD,
    BAD,
    SEVERE,
    DOUBLE_FAILURE,
    RECOVERY;

    /// Whether it speaks for the relationship; the others speak against it.
    public boolean isPositive() {
        return this == GOOD || this == RECOVERY;
    }
}
