package hecht.insight.trial;

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
import java.util.List;
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
    private final Sequences.Recorder half = new Sequences.Recorder();
    private final Counting counting = new Counting();
    private final List<Habit.Rows> habits = new ArrayList<>(); // by horizon

    /// @param model whose zone, mode and currency count  @param period null where the data are too short to be judged
    public Lessons(Model model, RuleSet rules, Instant asOf, @Nullable Period period) {
        this.model = model;
        this.asOf = asOf;
        this.period = period;
        folding = new Fold(model, rules).begin(State.NEW);
        if (period != null) for (int i = 0; i < period.horizons().length; i++) habits.add(new Habit.Rows());
    }

    /// @param events all of one customer, in canonical order
    public void take(String customer, List<Event> events) {
        tell(events, asOf, all);
        if (period == null || !period.learns(customer)) return;
        tell(events, period.cutoff(), half);
        count(events, period.cutoff());
        learnHabit(events, period);
    }

    private void tell(List<Event> events, Instant until, Sequences.Recorder to) {
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

    private void learnHabit(List<Event> events, Period in) {
        List<Event> seen = upTo(events, in.before());
        if (seen.isEmpty()) return;
        folding.count(null);
        folding.goOnFrom(State.NEW);
        for (Event each : seen) folding.take(each);
        if (!folding.standing(in.before()).isRunning()) return;
        double[] habit = Habit.of(seen, in.before(), model.mode());
        int[] months = in.horizons();
        for (int i = 0; i < months.length; i++) {
            Instant until = in.before().plus(Period.length(months[i]));
            habits.get(i).add(habit, Outcome.of(events, in.before(), until, model.mode(), model.zone()));
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

    /// The evidence of the half that is learned from, up to the cutoff.
    public Sequences half() {
        return half.sequences();
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
