package hecht.core.relation;

import hecht.core.event.Event;
import hecht.core.perception.Perception;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// One relationship for the page on which it is drawn: its course, the line that health walked, and how every event was
/// noticed. Made by [Walk#drawn].
///
/// @param path at least one point a week while it ran; two points at one moment, before and after, where a step was
/// @param noticed every event, in order, also those that nobody noticed
public record Drawn(Course course, List<Point> path, List<Noticed> noticed) {
    public Drawn {
        path = List.copyOf(path);
        noticed = List.copyOf(noticed);
    }

    /// How an event was noticed, whatever came of it.
    public record Noticed(Event event, Perception perception) {}

    /// What was believed at a moment of the past, by everything up to then.
    ///
    /// @param low the lower end of the four-in-five interval  @param high its upper end  @param belief by condition
    /// @param isStep whether an event or a deadline moved it here; then two points stand at this moment
    public record Point(
            Instant at, double health, double low, double high, double spread, Matrix belief, boolean isStep) {
        static Point of(Model model, long at, double[] belief, boolean isStep) {
            double[] worth = model.worth();
            double mean = Beliefs.mean(belief, worth);
            Spread spread = Spread.of(belief, worth, mean);
            return new Point(
                    Instant.EPOCH.plus(at, ChronoUnit.MICROS),
                    100 * mean,
                    spread.low(),
                    spread.high(),
                    spread.points(),
                    Matrix.row(Beliefs.byCondition(belief, model.conditions())),
                    isStep);
        }
    }
}
