package hecht.core.relation;

import hecht.core.event.Choice;

/// Loyal, or held? (Dick & Basu 1994, *Journal of the Academy of Marketing Science* 22(2)).
public enum Quadrant implements Choice {
    /// Attached, and stays.
    TRUE,
    /// Attached, and may leave all the same.
    LATENT,
    /// Stays, and is not attached: held by the door, or by habit.
    SPURIOUS,
    NONE;

    static Quadrant of(boolean attitudeIsHigh, boolean behaviourIsHigh) {
        if (attitudeIsHigh) return behaviourIsHigh ? TRUE : LATENT;
        return behaviourIsHigh ? SPURIOUS : NONE;
    }
}
