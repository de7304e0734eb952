package hecht.core.relation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one relationship stands at a moment: everything that is believed of it, and what a reader needs beside it.
///
/// @param phase where the relationship stands; the figures mean something only while it runs
/// @param asOf the moment of reading
/// @param belief the shares of the conditions, summing to 1
/// @param silentBelief the same of somebody in the same place of whom nothing was ever heard
/// @param health how many of a hundred like this one would choose to stay with the door open; in rhythm: would buy again
/// within a year
/// @param low the lower end of the four-in-five interval  @param high its upper end
/// @param spread σ in points
/// @param information Σ b ln(b/b°), how much more we know than silence tells, in nats
/// @param door φ now  @param opensOn when the next lock ends
/// @param attitude P(warm or close)
/// @param staying the chance to stay twelve months under the calendar of the door as known; in rhythm the chance of any
/// purchase in 90 days
/// @param usualStaying what `staying` is held against: the model's own rate; in rhythm half of what it would be if surely warm
/// @param lastPerceived when something was last perceived  @param lastHeard the customer's last own act
public record Standing(
        Phase phase,
        Instant asOf,
        Matrix belief,
        Matrix silentBelief,
        double health,
        double low,
        double high,
        double spread,
        double information,
        double door,
        @Nullable Instant opensOn,
        double attitude,
        double staying,
        double usualStaying,
        @Nullable Instant since,
        @Nullable Instant lastPerceived,
        @Nullable Instant lastHeard,
        @Nullable Instant lastAsked) {
    /// From this information on a relationship is in view.
    public static final double IN_VIEW = .05;

    private static final double ROUNDING = 1e-9; // the mean of equal numbers may lie a hair above them

    /// We know more than silence tells.
    public boolean isInView() {
        return information >= IN_VIEW;
    }

    public boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /// The most likely condition, by its place.
    public int mostLikely() {
        int best = 0;
        for (int i = 1; i < belief.columns(); i++) if (belief.at(i) > belief.at(best)) best = i;
        return best;
    }

    /// The chance to leave within twelve months with the door open, less that with the door as known.
    public double latentLeaving() {
        return staying - health / 100;
    }

    /// Dick & Basu's square, given the organisation's own mean attitude.
    public Quadrant quadrant(double meanAttitude) {
        return Quadrant.of(attitude >= meanAttitude - ROUNDING, staying >= usualStaying - ROUNDING);
    }

    public Optional<Instant> doorOpensOn() {
        return Optional.ofNullable(opensOn);
    }

    static Standing of(Relationship it) {
        Model model = it.model;
        if (it.phase == Phase.NONE) return nothing(model, instant(it.time));
        double[] worth = model.worth();
        double[] belief = it.belief;
        double[] silent = it.silentBelief();
        double mean = Beliefs.mean(belief, worth);
        Spread spread = Spread.of(belief, worth, mean);
        double health = 100 * mean;
        double[] conditions = Beliefs.byCondition(belief, model.conditions());
        double attitude = 0;
        for (int i = conditions.length / 2; i < conditions.length; i++) attitude += conditions[i];
        long opens = it.door.opensAfter(it.time);
        return new Standing(
                it.phase,
                known(it.time),
                Matrix.row(conditions),
                Matrix.row(Beliefs.byCondition(silent, model.conditions())),
                health,
                spread.low(),
                spread.high(),
                spread.points(),
                Beliefs.information(belief, silent),
                it.door.phi(it.time),
                opens == Door.NEVER ? null : instant(opens),
                attitude,
                it.isRhythm() ? Beliefs.mean(belief, model.tables().buysInNinety()) : Calendar.staying(it),
                it.isRhythm() ? halfIfWarm(it) : model.ownRate(),
                instant(it.started),
                instant(it.lastPerceived),
                instant(it.lastHeard),
                instant(it.lastAsked));
    }

    private static Standing nothing(Model model, @Nullable Instant at) {
        Matrix none = Matrix.row(new double[model.conditions()]);
        return new Standing(
                Phase.NONE,
                at == null ? Instant.EPOCH : at,
                none,
                none,
                0,
                0,
                0,
                0,
                0,
                1,
                null,
                0,
                0,
                0,
                null,
                null,
                null,
                null);
    }

    private static double halfIfWarm(Relationship it) {
        int k = it.model.conditions();
        double[] buys = it.model.tables().buysInNinety();
        double sum = 0;
        for (int i = 0; i < it.belief.length; i++) sum += it.belief[i] * buys[i / k * k + Condition.WARM.ordinal()];
        return sum / 2;
    }

    private static @Nullable Instant instant(long micros) {
        return micros == Relationship.NONE ? null : known(micros);
    }

    private static Instant known(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
