package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.State;
import hecht.insight.judgement.Isotonic;
import hecht.insight.trial.Rival.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The trial itself: every customer who was not learned from, and who was there at the cutoff, is forecast by every rival from what
/// was known then; beside it is noted what came. For one thread.
public final class Trial {
    private final Period period;
    private final Model model;
    private final Folding there; // says who was there at the cutoff
    private final List<Rival> rivals = new ArrayList<>();
    private final List<Said> horizons = new ArrayList<>();
    private final List<Recalibration> before = new ArrayList<>(); // by horizon

    /// @param learned the models that were learned from the half, with [Name#MODEL] among them
    public Trial(Lessons from, Map<Name, Model> learned, RuleSet rules) {
        period = from.period().orElseThrow();
        Model main = learned.get(Name.MODEL);
        if (main == null) throw new IllegalArgumentException("there must be a model to judge");
        model = main;
        there = new Fold(model, rules).begin(State.NEW);
        for (Name each : Name.values()) {
            Model other = learned.get(each);
            Rival rival = switch (each) {
                case BASE_RATE -> Habit.baseRate(from.habits());
                case RECENCY_FREQUENCY -> Habit.recencyFrequency(from.mode(), from.habits());
                case WITHOUT_SILENCE -> withoutSilence(new Fold(model, rules), rules);
                case RECALIBRATED -> null; // of the model's own chances, when all are known
                default -> other == null ? null : of(each, new Fold(other, rules).combining(each.combining()));
            };
            if (rival != null) rivals.add(rival);
        }
        for (int months : period.horizons()) {
            horizons.add(new Said(months, rivals.size()));
            before.add(new Recalibration());
        }
    }

    private static Rival withoutSilence(Fold fold, RuleSet rules) {
        return fold.model().mode() == Mode.RHYTHM
                ? new LastPurchase(fold)
                : new Believer(Name.WITHOUT_SILENCE, new Fold(Believer.deafToSilence(fold.model()), rules), fold);
    }

    private static Rival of(Name name, Fold fold) {
        return fold.model().mode() == Mode.RHYTHM ? new Buyer(name, fold) : new Believer(name, fold, fold);
    }

    /// @param events all of one customer, in canonical order
    public void judge(String customer, List<Event> events) {
        if (period.learns(customer)) learnBefore(events);
        else judgeAfter(events);
    }

    /// The model's own chances are corrected by what came of them a window earlier, of those it was learned from: all of it was
    /// known at the cutoff.
    private void learnBefore(List<Event> events) {
        Instant at = period.cutoff().minus(Period.length(period.months()));
        List<Event> seen = Lessons.upTo(events, at);
        if (seen.isEmpty() || !isThere(seen, at)) return;
        int[] months = period.horizons();
        double[] chances = rivals.getFirst().chances(seen, at, months);
        for (int h = 0; h < months.length; h++) {
            Outcome came = Outcome.of(events, at, at.plus(Period.length(months[h])), model.mode(), model.zone());
            if (came != Outcome.UNKNOWN) before.get(h).add(chances[h], came == Outcome.YES);
        }
    }

    private void judgeAfter(List<Event> events) {
        Instant cutoff = period.cutoff();
        List<Event> seen = Lessons.upTo(events, cutoff);
        if (seen.isEmpty() || !isThere(seen, cutoff)) return;
        int[] months = period.horizons();
        double[][] chances = new double[rivals.size()][];
        for (int i = 0; i < chances.length; i++) chances[i] = rivals.get(i).chances(seen, cutoff, months);
        for (int h = 0; h < months.length; h++) {
            Instant until = cutoff.plus(Period.length(months[h]));
            Outcome came = Outcome.of(events, cutoff, until, model.mode(), model.zone());
            if (came != Outcome.UNKNOWN) horizons.get(h).add(chances, h, came == Outcome.YES);
        }
    }

    private boolean isThere(List<Event> seen, Instant at) {
        there.goOnFrom(State.NEW);
        for (Event each : seen) there.take(each);
        return there.standing(at).isRunning();
    }

    /// What came of it; null where nobody was there to be judged.
    public @Nullable Verdict verdict() {
        if (horizons.getFirst().size == 0) return null;
        List<Verdict.Horizon> told = new ArrayList<>();
        for (int h = 0; h < horizons.size(); h++)
            told.add(horizons.get(h).told(rivals, before.get(h).learned()));
        return new Verdict(period, model.mode(), told);
    }

    /// What was said of one horizon.
    private static final class Said {
        private final int months;
        private final double[][] chances; // [rival][customer]
        private boolean[] came = new boolean[1 << 10];
        private int size;

        Said(int months, int rivals) {
            this.months = months;
            chances = new double[rivals][1 << 10];
        }

        void add(double[][] said, int horizon, boolean outcome) {
            if (size == came.length) {
                came = Arrays.copyOf(came, 2 * size);
                for (int i = 0; i < chances.length; i++) chances[i] = Arrays.copyOf(chances[i], 2 * size);
            }
            for (int i = 0; i < chances.length; i++) chances[i][size] = said[i][horizon];
            came[size++] = outcome;
        }

        Verdict.Horizon told(List<Rival> rivals, Optional<Isotonic> correction) {
            boolean[] outcomes = Arrays.copyOf(came, size);
            List<Verdict.Line> lines = new ArrayList<>();
            double[] model = Arrays.copyOf(chances[0], size);
            for (int i = 0; i < chances.length; i++)
                lines.add(Verdict.Line.of(rivals.get(i).name(), Arrays.copyOf(chances[i], size), model, outcomes));
            correction.ifPresent(by -> lines.add(Verdict.Line.of(
                    Name.RECALIBRATED, Arrays.stream(model).map(by::at).toArray(), model, outcomes)));
            return new Verdict.Horizon(months, size, lines);
        }
    }
}
