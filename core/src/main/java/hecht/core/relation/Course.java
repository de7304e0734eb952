package hecht.core.relation;

import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Envelope.Profile;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is shown of one relationship: what came of all its events, as of one moment. Made by a [Walk].
///
/// @param state after the last event: the only thing that is gone on from
/// @param standing as of the moment of reading  @param profile what is known of the customer
/// @param holdings products, running ones first  @param episodes in the order in which they began
/// @param why what health is the sum of
/// @param newest the month of the moment of reading
/// @param months the month-ends at which the relationship ran, oldest first, at most [Trail#LENGTH]; the newest is as of the
/// moment of reading
/// @param touches events that were noticed well in those months
/// @param ended when it ended; null while it runs or never began
public record Course(
        State state,
        Standing standing,
        Profile profile,
        List<Holding> holdings,
        List<EpisodeRecord> episodes,
        Why why,
        YearMonth newest,
        List<MonthEnd> months,
        List<Touch> touches,
        @Nullable Instant lastDoubleFailure,
        @Nullable Instant lastRecovery,
        @Nullable Instant ended) {
    private static final int QUARTER = 3;

    public Course {
        holdings = List.copyOf(holdings);
        episodes = List.copyOf(episodes);
        months = List.copyOf(months);
        touches = List.copyOf(touches);
    }

    public Trail trail() {
        return Trail.of(months, newest);
    }

    /// What most moved health.
    ///
    /// @param driver null for time and silence  @param points what it did on its days, together
    public record Moved(@Nullable Driver driver, double points) {}

    /// Points since three month-ends back; empty where the relationship did not run throughout.
    public Optional<Double> changeInQuarter() {
        List<MonthEnd> quarter = quarter();
        if (quarter.isEmpty()) return Optional.empty();
        double sum = 0;
        for (MonthEnd each : quarter) sum += each.change();
        return Optional.of(sum);
    }

    /// What moved it most since three month-ends back; empty where the relationship did not run throughout.
    public Optional<Moved> movedMost() {
        List<MonthEnd> quarter = quarter();
        if (quarter.isEmpty()) return Optional.empty();
        Map<Driver, Double> sums = new LinkedHashMap<>();
        double rest = 0;
        for (MonthEnd each : quarter) {
            rest += each.timeAndSilence();
            for (Jump jump : each.jumps()) sums.merge(jump.driver(), jump.points(), Double::sum);
        }
        Moved most = new Moved(null, rest);
        for (Map.Entry<Driver, Double> each : sums.entrySet())
            if (Math.abs(each.getValue()) > Math.abs(most.points())) most = new Moved(each.getKey(), each.getValue());
        return Optional.of(most);
    }

    private List<MonthEnd> quarter() {
        if (!standing.isRunning() || months.size() < QUARTER) return List.of();
        List<MonthEnd> last = months.subList(months.size() - QUARTER, months.size());
        for (MonthEnd each : last) if (!each.stayed()) return List.of();
        return last;
    }

    /// The products that run.
    public List<String> products() {
        List<String> running = new ArrayList<>();
        for (Holding each : holdings) if (each.isRunning()) running.add(each.product());
        return running;
    }
}
