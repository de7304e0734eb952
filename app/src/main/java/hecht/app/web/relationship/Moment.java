package hecht.app.web.relationship;

import hecht.core.relation.Matrix;
import hecht.core.relation.Standing;
import java.time.Instant;

/// What was believed at one moment.
///
/// @param low,high the four-in-five interval  @param belief shares of the conditions  @param door φ
record Moment(Instant at, double health, double low, double high, Matrix belief, double door) {
    static Moment of(Standing it, Instant at) {
        return new Moment(at, it.health(), it.low(), it.high(), it.belief(), it.door());
    }
}
