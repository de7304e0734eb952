package hecht.store.relation;

import hecht.core.event.Dimension;
import hecht.core.relation.Quadrant;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// All relationships of a group that ran at the end of a month, together.
///
/// @param asOf the end of the month; as of, in the month that runs
/// @param inView how many were in view  @param unheardForYear no act of their own in 365 days, though with us for as long  @param neverHeard none ever
/// @param health their mean  @param spread of that mean in points: chance only, √(Σ p(1 − p))/n
/// @param seen shares by condition of those in view, of all customers: seen and silent together sum to 1
/// @param silent the same of those not in view
/// @param change of those who stayed  @param changeSeen of those of them in view at the month-end before
/// @param changeSilent of those not in view then
/// @param cameIntoView of those who stayed  @param leftView likewise
/// @param joined who ran at the end and not at the month-end before, with their mean health  @param left who ran then and no
/// longer, with their mean health then
/// @param leavers expected in twelve months
/// @param locks that end, by the month in which they do: the next one first, twelve of them
public record PulseMonth(
        YearMonth month,
        Instant asOf,
        int customers,
        int inView,
        int unheardForYear,
        int neverHeard,
        double health,
        double spread,
        Shares seen,
        Shares silent,
        Mean change,
        Mean changeSeen,
        Mean changeSilent,
        int cameIntoView,
        int leftView,
        Part joined,
        Part left,
        Map<Dimension, Mean> dimensions,
        Map<Quadrant, Square> quadrants,
        Leavers leavers,
        List<Lock> locks) {
    static final double NINE_IN_TEN = 1.645;

    public PulseMonth {
        dimensions = Map.copyOf(dimensions);
        quadrants = Map.copyOf(quadrants);
        locks = List.copyOf(locks);
    }

    /// One dimension, in points around zero.
    public Mean of(Dimension dimension) {
        return dimensions.getOrDefault(dimension, new Mean(0, 0, 0));
    }

    /// One square.
    public Square of(Quadrant quadrant) {
        return quadrants.getOrDefault(quadrant, new Square(0, new Shares(0, 0, 0, 0)));
    }

    /// The lower end of the nine-in-ten interval of mean health.
    public double low() {
        return health - NINE_IN_TEN * spread;
    }

    public double high() {
        return health + NINE_IN_TEN * spread;
    }

    /// Shares of the four conditions.
    public record Shares(double los, double koel, double warm, double hecht) {
        public double sum() {
            return los + koel + warm + hecht;
        }
    }

    /// A mean in points.
    ///
    /// @param error standard error of the mean  @param customers of whom there is something to say: for a change those who
    /// stayed, for a dimension those of whom anything was heard in it within the year (the mean is over all)
    public record Mean(double points, double error, int customers) {
        public double low() {
            return points - NINE_IN_TEN * error;
        }

        public double high() {
            return points + NINE_IN_TEN * error;
        }
    }

    /// Some of the customers.
    public record Part(int customers, double health) {}

    /// One of Dick & Basu's squares. @param shares of its own customers, summing to 1; zeros where it is empty
    public record Square(int customers, Shares shares) {}

    /// @param open expected leavers with every door open  @param openError its standard error, chance only
    /// @param asIs with the doors as they are; both 0 in rhythm
    /// @param latentError of who stays because of the door: smaller than of the two apart, which are chances of the same customers
    public record Leavers(double open, double openError, double asIs, double asIsError, double latentError) {
        /// Who stays because of the door.
        public double latent() {
            return open - asIs;
        }
    }

    /// Customers whose next lock ends in a month. @param leaving how many of them would leave in twelve months, the door open
    public record Lock(YearMonth month, int customers, double leaving, double error) {
        public double low() {
            return Math.max(0, leaving - NINE_IN_TEN * error);
        }

        public double high() {
            return Math.min(customers, leaving + NINE_IN_TEN * error);
        }
    }
}
