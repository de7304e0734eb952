package hecht.store.relation;

import hecht.core.relation.Driver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How all relationships of a group stand in a month, and how it came to this.
///
/// @param segment null for all  @param region null for all
/// @param months up to 24, oldest first; the last one is the month that was asked for
/// @param health of the last month: how many stand at each point of health, in order
/// @param drivers what moved those who stayed in the last month, the largest first: with time and silence, and *other*, they
/// add up to its change
/// @param moments that touched many, within these months, in order
public record Pulse(
        Optional<String> segment,
        Optional<String> region,
        Known known,
        List<PulseMonth> months,
        List<Bin> health,
        List<Moved> drivers,
        List<Moment> moments) {
    public Pulse {
        months = List.copyOf(months);
        health = List.copyOf(health);
        drivers = List.copyOf(drivers);
        moments = List.copyOf(moments);
    }

    /// The month that was asked for.
    public PulseMonth month() {
        return months.getLast();
    }

    /// The same without the months before one of them, by its place.
    Pulse since(int from) {
        return new Pulse(segment, region, known, months.subList(from, months.size()), health, drivers, moments);
    }

    /// Customers whose health, rounded down, is one whole point.
    ///
    /// @param neverHeard of how many of them nothing was ever heard
    /// @param shares of these customers by condition, summing to 1
    public record Bin(int point, boolean inView, int customers, int neverHeard, PulseMonth.Shares shares) {}

    /// What one driver did, in points of mean health of those who stayed.
    ///
    /// @param what the driver, or what else it was
    /// @param error standard error of these points  @param customers whom it moved
    public record Moved(What what, double points, double error, int customers) {
        public double low() {
            return points - PulseMonth.NINE_IN_TEN * error;
        }

        public double high() {
            return points + PulseMonth.NINE_IN_TEN * error;
        }
    }

    /// What moved health.
    public sealed interface What {
        record By(Driver driver) implements What {}

        /// What no event did.
        record TimeAndSilence() implements What {}

        /// All drivers of fewer than 30 customers.
        record Other() implements What {}
    }

    /// A moment that touched more than one in twenty customers in a week.
    ///
    /// @param name type and kind of event: `message_sent price`
    public record Moment(String name, LocalDate from, LocalDate to, int customers) {}
}
