package hecht.store.relation;

import java.time.Instant;

/// What summaries were made from, and what everybody is held against.
///
/// @param asOf the moment up to which events count  @param model its number  @param at when they were made
/// @param running relationships
/// @param meanAttitude the organisation's own mean of P(warm or close)
/// @param upperMargin three in four have less margin; NaN without margins
/// @param lowerHealth one in four has less health
public record Known(
        Instant asOf, int model, Instant at, int running, double meanAttitude, double upperMargin, double lowerHealth) {
    public boolean hasMargins() {
        return !Double.isNaN(upperMargin);
    }
}
