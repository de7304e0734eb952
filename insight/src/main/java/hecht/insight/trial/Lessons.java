package hecht.insight.trial;

import hecht.core.episode.Combining;
import hecht.core.event.Event;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Counting;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.State;
import hecht.insight.fit.Sequences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is learned from, taken from the histories of all customers in one pass: the evidence of all of them, for the model
/// that is kept, and that of one half up to the cutoff, for the model that is judged. For one thread.
public final class Lessons {
    private final Model model;
    private final Instant asOf;
    private final @Nullable Period period;
    private final Folding folding;
    private final Sequences.Recorder all = new Sequences.Recorder();
    private final Map<Combining, Listening> half = new EnumMap<>(Combining.class);
    private final Counting counting = new Counting();
    private final List<Habit.Rows> habits = new ArrayList<>(); // by horizon

    /// A way of combining the parts of episodes, with what it was told.
    private record Listening(Folding to, Sequences.Recorder recorder) {}

    /// @param model whose zone, mode and currency count  @param period null where the data are too short to be judged
    public Lessons(Model model, RuleSet rules, Instant asOf, @Nullable Period period) {
        this.model = model;
        this.asOf = asOf;
        this.period = period;
        Fold fold = new Fold(model, rules);
        folding = fold.begin(State.NEW);
        if (period != null) for (int i = 0; i < period.horizons().length; i++) habits.add(new Habit.Rows());
        for (Combining each : Combining.values()) {
            if (each != Combining.MULTIPLIED && (period == null || model.mode() == Mode.RHYTHM)) continue;
            half.put(each, new Listening(fold.combining(each).begin(State.NEW), new Sequences.Recorder()));
        }
    }

    /// @param events all of one customer, in canonical order
    public void take(String customer, List<Event> events) {
        tell(folding, events, asOf, all);
        if (period == null || !period.learns(customer)) return;
        for (Listening each : half.values()) tell(each.to, events, period.cutoff(), each.recorder);
        count(events, period.cutoff());
        learnHabit(events, period);
    }

    private static void tell(Folding folding, List<Event> events, Instant until, Sequences.Recorder to) {
        folding.goOnFrom(State.NEW);
        folding.testify(to);
        for (Event each : upTo(events, until)) folding.take(each);
        folding.end(until);
        to.next();
    }

    private void count(List<Event> events, Instant until) {
        folding.count(null);
        folding.goOnFrom(State.NEW);
        folding.count(counting);
        for (Event each : upTo(events, until)) folding.take(each);
        folding.end(until);
        folding.count(null);
    }

    /// Simpler ways are taught by the very months that are judged, of the customers who are not: that flatters them, and keeps them from
    /// being taught by a beginning of the data in which nobody has a past yet.
    private void learnHabit(List<Event> events, Period in) {
        List<Event> seen = upTo(events, in.cutoff());
        if (seen.isEmpty()) return;
        folding.count(null);
        folding.goOnFrom(State.NEW);
        for (Event each : seen) folding.take(each);
        if (!folding.standing(in.cutoff()).isRunning()) return;
        double[] habit = Habit.of(seen, in.cutoff(), model.mode());
        int[] months = in.horizons();
        for (int i = 0; i < months.length; i++) {
            Instant until = in.cutoff().plus(Period.length(months[i]));
            habits.get(i).add(habit, Outcome.of(events, in.cutoff(), until, model.mode(), model.zone()));
        }
    }

    /// The events up to a moment; they are in order.
    static List<Event> upTo(List<Event> events, Instant until) {
        int size = events.size();
        while (size > 0 && events.get(size - 1).time().isAfter(until)) size--;
        return events.subList(0, size);
    }

    /// The evidence of everybody, up to the as-of moment.
    public Sequences all() {
        return all.sequences();
    }

    /// The evidence of the half that is learned from, up to the cutoff; empty for ways of combining that are not compared.
    public Optional<Sequences> half(Combining how) {
        return Optional.ofNullable(half.get(how)).map(each -> each.recorder.sequences());
    }

    /// The model with what was usual for that half, up to the cutoff: where the model that is judged starts.
    public Model halfway() {
        return model.with(counting.usual());
    }

    Mode mode() {
        return model.mode();
    }

    Optional<Period> period() {
        return Optional.ofNullable(period);
    }

    List<Habit.Rows> habits() {
        return habits;
    }
}
