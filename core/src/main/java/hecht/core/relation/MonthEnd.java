package hecht.core.relation;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// How a running relationship stood at the end of a month, or as of the moment of reading in the month that runs, and what
/// moved it since the month-end before.
///
/// @param stayed whether it ran at the month-end before, too, without a break; else it joined (or came back)
/// @param change in points since then; 0 where it had not stayed
/// @param jumps what moved it on its days in this month, in order
public record MonthEnd(
        YearMonth month, Standing standing, Dimensions dimensions, boolean stayed, double change, List<Jump> jumps) {
    private static final Duration YEAR = Duration.ofDays(365);

    public MonthEnd {
        jumps = List.copyOf(jumps);
    }

    /// What no event did: the change less all jumps.
    public double timeAndSilence() {
        double rest = change;
        for (Jump each : jumps) rest -= each.points();
        return rest;
    }

    /// Whether the customer did not act for a year; of who is with us for less, nobody can say so.
    public boolean isUnheardForYear() {
        Instant yearAgo = standing.asOf().minus(YEAR);
        return standing.since() != null
                && standing.since().isBefore(yearAgo)
                && (standing.lastHeard() == null || standing.lastHeard().isBefore(yearAgo));
    }
}
