package hecht.demo;

import hecht.core.episode.Encounter;
import hecht.core.episode.Episodes;
import hecht.core.episode.Ledger;
import hecht.core.episode.Outlet;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.perception.Habits;
import hecht.core.perception.Perception;
import hecht.core.perception.Preset;
import hecht.core.relation.Condition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lives one customer's plan: the hidden condition moves at the encounters that hecht's own perception and episodes find in
/// the events, deadlines included, so that truth and events cannot drift apart. What the condition decides (answers, what
/// the fond and the tired do, leaving) is decided here, at its moment.
final class Life {
    private static final double WEARS_OFF_DAYS = 30;
    private static final double BEHAVIOUR_TELLS = .3; // η of behaviour
    private static final int DETRACTOR = 0;
    private static final int PROMOTER = 2;
    private static final Condition[] CONDITIONS = Condition.values();

    private final Law law;
    private final Plan plan;
    private final Chance lot;
    private final Consumer<Event> out;

    private final Episodes episodes = new Episodes(Preset.ENERGY.rules(), Timeline.ZONE);
    private final Ledger ledger = new Ledger();
    private final Habits habits = new Habits("EUR");
    private final Door door = new Door();
    private final Path path;
    private final long begins;
    private final Map<Story, Double> points = new EnumMap<>(Story.class);
    private final Map<Encounter, Double> lived = new EnumMap<>(Encounter.class);

    private Optional<Story> story = Optional.empty(); // that what happens now is part of
    private boolean hadGood;
    private long lastGood;
    private int ended; // the month in which it did, 0 while it runs
    private boolean byChoice;

    private Life(Law law, Plan plan, Event first, Chance lot, double patience, Consumer<Event> out) {
        this.law = law;
        this.plan = plan;
        this.lot = lot;
        this.out = out;
        this.begins = micros(first.time());
        door.change(first);
        int condition = first instanceof Event.Started ? law.atStart(lot) : law.longThere(door.meanAround(begins), lot);
        this.path = new Path(law, lot, begins, condition, patience);
        episodes.tell(ledger);
    }

    /// Lives a plan to its end: the customer's, or that of the three years.
    ///
    /// @param lot for what the condition decides  @param patience for reasons to leave, 1 on average
    /// @param out takes what really happened
    static Truth of(Law law, Plan plan, Chance lot, double patience, Consumer<Event> out) {
        List<Planned> all = plan.inOrder();
        int first = 0;
        while (all.get(first).event() instanceof Event.Described described) {
            out.accept(described); // tells who it is, and begins nothing
            first++;
        }
        Life life = new Life(law, plan, all.get(first).event(), lot, patience, out);
        life.live(all.subList(first, all.size()));
        return life.truth();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void live(List<Planned> all) {
        for (Planned next : all) {
            long at = micros(next.event().time());
            if (!settle(at)) {
                leave();
                return;
            }
            Event event = decided(next);
            if (event == null) continue;
            happen(event, at);
            if (event instanceof Event.Left) {
                ended = Timeline.monthOf(at);
                return;
            }
        }
        if (!settle(Timeline.monthEnd(Timeline.MONTHS))) leave();
    }

    private void happen(Event event, long at) {
        out.accept(event);
        door.change(event);
        story = Story.of(event);
        episodes.take(event, at, habits, asItIsLived);
    }

    private final Outlet asItIsLived = this::livedNow;

    private void livedNow(Encounter encounter, double weight, Perception by) {
        double moved = encounter(encounter, weight);
        boolean isLast = Timeline.monthOf(path.now()) == Timeline.MONTHS;
        if (isLast && encounter == Encounter.DOUBLE_FAILURE && story.equals(Optional.of(Story.METER)))
            points.merge(Story.METER_TWICE, moved, Double::sum);
    }

    /// Lets time pass up to a moment, and every deadline on the way happen.
    ///
    /// @return whether the customer is still there
    private boolean settle(long until) {
        for (long next; (next = episodes.nextDeadline(path.now())) <= until; ) {
            if (!path.pass(next, door)) return false;
            List<Held> held = new ArrayList<>(1);
            Episodes.Met met = episodes.meetDeadline(next, (which, weight, by) -> held.add(new Held(which, weight)));
            story = Story.of(ledger.records().get(met.episode()).goal());
            for (Held each : held) encounter(each.encounter, each.weight);
        }
        return path.pass(until, door);
    }

    private record Held(Encounter encounter, double weight) {}

    /// @return what it moved, in points
    private double encounter(Encounter encounter, double weight) {
        double w = weight;
        if (encounter == Encounter.GOOD) {
            double days = (path.now() - lastGood) / (double) Timeline.DAY;
            if (hadGood) w *= 1 - StrictMath.exp(-days / WEARS_OFF_DAYS);
            hadGood = true;
            lastGood = path.now();
        }
        lived.merge(encounter, w, Double::sum);
        double moved = path.encounter(encounter, w);
        story.ifPresent(it -> points.merge(it, moved, Double::sum));
        return moved;
    }

    /// What is planned, as the condition decides it; null where it does not happen.
    private @Nullable Event decided(Planned planned) {
        int condition = path.condition();
        return switch (planned.inclination()) {
            case ANYWAY -> planned.event();
            case FOND -> isMovedTo(condition, PROMOTER) ? planned.event() : null;
            case TIRED -> isMovedTo(condition, DETRACTOR) ? planned.event() : null;
            case ANSWERS ->
                planned.event() instanceof Event.SurveyAnswered e && lot.happens(law.answering(condition))
                        ? answered(e, law.answer(condition, lot))
                        : null;
        };
    }

    private boolean isMovedTo(int condition, int answer) {
        return lot.happens(StrictMath.pow(law.answerChance(condition, answer), BEHAVIOUR_TELLS));
    }

    private Event answered(Event.SurveyAnswered e, int answer) {
        int score = switch (answer) {
            case DETRACTOR -> lot.between(1, 6);
            case PROMOTER -> lot.between(9, 10);
            default -> lot.between(7, 8);
        };
        return new Event.SurveyAnswered(
                e.envelope(), e.question(), score, e.scaleMin(), e.scaleMax(), e.survey(), e.dimension(), e.pillar());
    }

    private void leave() {
        long at = path.left();
        Subject what = Subject.ofProduct(plan.who.product());
        Instant effective = Timeline.instant(at + 14 * Timeline.DAY);
        out.accept(new Event.Left(
                plan.envelope(Source.CRM, at, what, Handling.NONE), true, "another supplier", null, effective));
        ended = Timeline.monthOf(at);
        byChoice = true;
    }

    private Truth truth() {
        path.goOnAsUsual();
        int first = Timeline.monthOf(begins);
        List<Condition> conditions = new ArrayList<>();
        for (int month = first; month <= Timeline.MONTHS && (ended == 0 || month < ended); month++)
            conditions.add(CONDITIONS[path.conditionAt(month)]);
        Map<Integer, Boolean> wouldLeave = new TreeMap<>();
        for (int month = 12; month <= Timeline.MONTHS; month += 12)
            if (month >= first && (ended == 0 || month < ended)) wouldLeave.put(month, path.wouldLeaveAfter(month));
        return new Truth(
                plan.who.key(),
                plan.who.region().title(),
                plan.who.segment().word(),
                first,
                conditions,
                path.wouldLeave(),
                ended,
                byChoice,
                wouldLeave,
                lived,
                points);
    }
}
