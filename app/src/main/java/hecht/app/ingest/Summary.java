package hecht.app.ingest;

import hecht.core.relation.Matrix;
import hecht.core.relation.Quadrant;
import java.util.Map;

/// All running relationships together. Where there is none, every figure is 0.
///
/// @param customers everybody with an event that counts
/// @param running relationships that run: those of the figures
/// @param closed relationships that ended, which leave every figure
/// @param notBegun customers without a relationship: merely described, or in rhythm without a purchase
/// @param inView running relationships of which more is known than silence tells; the others are the silent mass
/// @param health their mean  @param spread of that mean, in points: chance only, √(Σ p(1 − p))/n
/// @param conditions mean share of each condition, summing to 1
/// @param attitude mean P(warm or close)
/// @param quadrants how many stand in each
/// @param latentLeavers expected leavers in twelve months with the door open, less those with the door as known; 0 in rhythm
public record Summary(
        int customers,
        int running,
        int closed,
        int notBegun,
        int inView,
        double health,
        double spread,
        Matrix conditions,
        double attitude,
        Map<Quadrant, Integer> quadrants,
        double latentLeavers) {
    private static final double NINE_IN_TEN = 1.645;

    public Summary {
        quadrants = Map.copyOf(quadrants);
    }

    /// The lower end of the interval of the mean health, nine in ten as for every group.
    public double low() {
        return Math.max(0, health - NINE_IN_TEN * spread);
    }

    /// Its upper end.
    public double high() {
        return Math.min(100, health + NINE_IN_TEN * spread);
    }
}
