package hecht.core.perception;

import hecht.core.event.Choice;

/// What surrounds an event and decides how it is noticed, beside the event itself.
///
/// @param ordinal which inward contact for its goal this is, 1 for the first; 0 where contacts are not counted
/// @param promise what was promised of the goal, at the moment of the event
/// @param daysLate days after the promise, 0 or less when in time; 0 without a promise
/// @param timesUsual the amount as a multiple of the customer's own usual amount; 1 for the first
/// @param paidBefore whether the bill that the event names was paid before
public record Situation(int ordinal, Promise promise, double daysLate, double timesUsual, boolean paidBefore) {
    public static final Situation PLAIN = new Situation(0, Promise.NONE, 0, 1, false);

    /// How an event stands to what was promised.
    public enum Promise implements Choice {
        NONE,
        KEPT,
        LATE
    }
}
