package hecht.core.judge;

import hecht.core.episode.Encounter;
import hecht.core.event.Direction;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import hecht.core.perception.Perception;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Matrix;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A slow, obvious second computation of everything that is believed of one customer, written from `health.md` and from
/// nothing of the fold: first it lists the steps of the belief, then it computes every belief from the start, again for each.
/// Perception is taken as given; it has tests of its own.
final class Judge {
    private static final Duration ANSWER_WITHIN = Duration.ofDays(14);
    private static final Set<EventType> UNASKED =
            EnumSet.of(EventType.MESSAGE_SENT, EventType.INVOICED, EventType.DISRUPTED);
    private static final double[] ETAS_BY_QUESTION = {1, .5};

    /// How a step changes the belief over conditions of one level.
    interface Effect {
        double[] on(double[] row, double rate);
    }

    /// @param unasked whether it moves b° too
    record Step(
            Instant time, String entry, String what, String dimension, double weight, boolean unasked, Effect effect) {}

    private final boolean rhythm;
    private final ZoneId zone;
    private final RuleSet rules;
    private final JudgedAlgebra algebra;
    private final Parameters given = Parameters.DEFAULT;

    private final List<Step> steps = new ArrayList<>();
    private String phase = "none";
    private Instant begun = Instant.EPOCH;
    private boolean wonBack;
    private double phiBefore = 1; // of a history that is cut off; NaN where it is not
    private @Nullable Instant lastHeard;
    private @Nullable Instant lastPerceived;
    private @Nullable Instant lastGood;
    private @Nullable Instant lastPositive;
    private @Nullable Instant lastNegative;
    private @Nullable Instant invitation;
    private @Nullable Instant lastPurchase;
    private JudgedDoor door;
    private JudgedEpisodes episodes;
    private final JudgedHabits habits = new JudgedHabits();
    private boolean crowded;

    Judge(boolean rhythm, ZoneId zone, RuleSet rules) {
        this.rhythm = rhythm;
        this.zone = zone;
        this.rules = rules;
        this.algebra = new JudgedAlgebra(rhythm, zone, given, RhythmParameters.DEFAULT);
        this.door = new JudgedDoor(zone, Instant.EPOCH);
        this.episodes = new JudgedEpisodes(rules, zone, habits);
    }

    /// What is believed at `asOf`, given events in canonical order.
    Verdict judge(List<Event> history, Instant asOf) {
        for (Event each : history) {
            settle(each.time());
            take(each);
        }
        settle(asOf);
        boolean comparable = !crowded && !episodes.crowded;
        if (!phase.equals("running"))
            return new Verdict(comparable, phase, episodes.all, lastPerceived, lastHeard, null);
        return new Verdict(
                comparable,
                phase,
                episodes.all,
                lastPerceived,
                lastHeard,
                algebra.figures(steps, begun, start(), asOf, door));
    }

    /// @param figures null unless the relationship runs
    record Verdict(
            boolean comparable,
            String phase,
            List<JudgedEpisodes.Episode> episodes,
            @Nullable Instant lastPerceived,
            @Nullable Instant lastHeard,
            JudgedAlgebra.@Nullable Figures figures) {}

    private double[] start() {
        if (rhythm) return wonBack ? array(given.wonBack()) : new double[] {0, 0, 1, 0};
        if (wonBack) return array(given.wonBack());
        return Double.isNaN(phiBefore) ? array(given.start()) : algebra.base(phiBefore);
    }

    private static double[] array(Matrix row) {
        double[] entries = new double[row.columns()];
        for (int i = 0; i < entries.length; i++) entries[i] = row.at(i);
        return entries;
    }

    // ---- events

    private void take(Event event) {
        boolean begins = switch (phase) {
            case "none" ->
                rhythm
                        ? event instanceof Event.Ordered
                        : event.type() != EventType.DESCRIBED
                                && event.type() != EventType.MERGED
                                && event.type() != EventType.ERASED;
            case "closed" ->
                event instanceof Event.Ordered
                        || !rhythm
                                && (event instanceof Event.Started
                                        || event instanceof Event.Contract
                                        || event instanceof Event.ProductAdded);
            default -> false;
        };
        if (begins) begin(event);
        if (phase.equals("running")) live(event);
    }

    private void begin(Event event) {
        wonBack = phase.equals("closed");
        phase = "running";
        begun = event.time();
        steps.clear();
        crowded |= episodes.crowded;
        if (wonBack) habits.returned();
        episodes = new JudgedEpisodes(rules, zone, habits);
        lastHeard = null;
        lastPerceived = null;
        lastGood = null;
        lastPositive = null;
        lastNegative = null;
        invitation = null;
        lastPurchase = event.time();
        JudgedDoor own = new JudgedDoor(zone, begun);
        own.take(event);
        phiBefore = event instanceof Event.Started ? Double.NaN : meanPhi(own);
        door = new JudgedDoor(zone, begun);
    }

    /// Half a year either way, by the calendar known from the first event itself.
    private double meanPhi(JudgedDoor own) {
        Duration half = Duration.of(31_557_600_000_000L / 2, ChronoUnit.MICROS);
        List<Instant> cuts = own.cuts(begun.minus(half), begun.plus(half));
        double sum = 0;
        for (int i = 0; i + 1 < cuts.size(); i++)
            sum += own.known(cuts.get(i), false)
                    * Duration.between(cuts.get(i), cuts.get(i + 1)).toNanos();
        return sum / half.multipliedBy(2).toNanos();
    }

    private void live(Event event) {
        Instant t = event.time();
        String entry = event.envelope().source() + ' ' + event.envelope().id();
        boolean ownAct = switch (event.type()) {
            case SURVEY_ANSWERED, REVIEWED, ORDERED, USED, SAID -> true;
            case CONTACT -> event instanceof Event.Contact c && c.direction() == Direction.IN;
            default -> false;
        };
        if (ownAct) lastHeard = t;
        door.take(event);
        Perception noticed = episodes.take(event);
        if (noticed.weight() >= .3) lastPerceived = t;
        String dimension = noticed.dimension().word();
        for (JudgedEpisodes.Blow blow : episodes.blows())
            encounter(t, entry, blow, dimension, UNASKED.contains(event.type()));
        listen(event, entry);
        if (event instanceof Event.Left) phase = "closed";
    }

    private void encounter(Instant t, String entry, JudgedEpisodes.Blow blow, String dimension, boolean unasked) {
        double w = blow.weight();
        if (blow.kind().equals("good")) {
            if (lastGood != null) w *= 1 - Math.exp(-days(lastGood, t) / 30);
            lastGood = t;
        }
        if (blow.positive()) lastPositive = t;
        else lastNegative = t;
        Encounter which = blow.kind().equals("double")
                ? Encounter.DOUBLE_FAILURE
                : Encounter.valueOf(blow.kind().toUpperCase(Locale.ROOT));
        double[][] move =
                JudgedAlgebra.dense(Objects.requireNonNull(given.moves().get(which)));
        double[][] mixed = Dense.plus(Dense.plus(move, w - 1, move), 1 - w, Dense.identity(move.length));
        steps.add(new Step(t, entry, blow.kind(), dimension, w, unasked, (row, rate) -> Dense.rowTimes(row, mixed)));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 86_400e9;
    }

    // ---- what is heard

    private void listen(Event event, String entry) {
        Instant t = event.time();
        switch (event) {
            case Event.SurveySent e -> invitation = t;
            case Event.SurveyAnswered e -> {
                if (invitation != null) asked(t, entry, true);
                boolean nps = e.question().trim().equalsIgnoreCase("nps");
                String dimension = e.dimension() != null ? e.dimension().word() : nps ? "intention" : "experience";
                double x = (e.score() - e.scaleMin()) / (e.scaleMax() - e.scaleMin());
                heard(t, entry, nps ? npsAnswer(x) : answer(x), ETAS_BY_QUESTION[nps ? 0 : 1], dimension);
            }
            case Event.Reviewed e -> heard(t, entry, answer((e.stars() - 1) / 4), .7, "experience");
            case Event.Said e
            when e.sentiment() != null -> heard(t, entry, answer((e.sentiment() + 1) / 2), .3, "emotion");
            case Event.Contact e -> {
                if (e.sentiment() != null) heard(t, entry, answer((e.sentiment() + 1) / 2), .3, "emotion");
                if (e.effort() != null) heard(t, entry, answer((7 - e.effort()) / 6), .3, "experience");
                if (e.direction() == Direction.IN
                        && "cancel".equals(e.envelope().subject().goal())) heard(t, entry, 0, .3, "behaviour");
            }
            case Event.ProductAdded e -> heard(t, entry, 2, .3, "behaviour");
            case Event.ProductDropped e -> heard(t, entry, 0, .3, "behaviour");
            case Event.Unsubscribed e -> heard(t, entry, 0, .3, "behaviour");
            case Event.Ordered e -> {
                if (rhythm) purchase(t, entry);
            }
            default -> {}
        }
    }

    /// 0 detractor, 1 passive, 2 promoter. Limits are met to within a rounding, as the qualities' are.
    private static int answer(double x) {
        return x < .45 - 1e-9 ? 0 : x < .85 - 1e-9 ? 1 : 2;
    }

    private static int npsAnswer(double x) {
        return x <= .6 + 1e-9 ? 0 : answer(x);
    }

    private void heard(Instant t, String entry, int answer, double eta, String dimension) {
        Instant same = answer == 0 ? lastNegative : answer == 2 ? lastPositive : null;
        boolean partlyTheSame = same != null && !t.isAfter(same.plus(ANSWER_WITHIN)) && !isBehaviour(dimension, eta);
        double power = partlyTheSame ? eta / 2 : eta;
        steps.add(new Step(t, entry, "p", dimension, Double.NaN, false, (row, rate) -> {
            double[] then = row.clone();
            for (int k = 0; k < then.length; k++)
                then[k] *= Math.pow(given.answers().at(k, answer), power);
            return then;
        }));
    }

    /// Behaviour is what is done, never what is said: a survey may call its own dimension behaviour and is halved still.
    private static boolean isBehaviour(String dimension, double eta) {
        return dimension.equals("behaviour") && eta == .3;
    }

    private void asked(Instant t, String entry, boolean answered) {
        invitation = null;
        double logit = Math.log(.27 / .73);
        steps.add(new Step(t, entry, answered ? "answer" : "noanswer", "behaviour", Double.NaN, false, (row, rate) -> {
            double[] then = row.clone();
            for (int k = 0; k < then.length; k++) {
                double rho = 1 / (1 + Math.exp(-logit - given.answering().at(k)));
                then[k] *= answered ? rho : 1 - rho;
            }
            return then;
        }));
    }

    private void purchase(Instant t, String entry) {
        boolean sameDay = lastPurchase != null
                && lastPurchase.atZone(zone).toLocalDate().equals(t.atZone(zone).toLocalDate());
        lastPurchase = t;
        if (sameDay) return;
        double[] m = {0, RhythmParameters.DEFAULT.cool(), 1, 1};
        steps.add(new Step(t, entry, "purchase", "behaviour", Double.NaN, false, (row, rate) -> {
            double[] then = row.clone();
            for (int k = 0; k < then.length; k++) then[k] *= rate * m[k];
            return then;
        }));
    }

    // ---- deadlines

    private void settle(Instant until) {
        while (phase.equals("running")) {
            Instant ofEpisode = episodes.nextDeadline();
            Instant ofAnswer = invitation == null ? null : invitation.plus(ANSWER_WITHIN);
            boolean episodeFirst = ofEpisode != null && (ofAnswer == null || !ofEpisode.isAfter(ofAnswer));
            Instant next = episodeFirst ? ofEpisode : ofAnswer;
            if (next == null || next.isAfter(until)) return;
            if (episodeFirst) {
                String entry = episodes.meet();
                lastPerceived = next;
                for (JudgedEpisodes.Blow blow : episodes.blows()) encounter(next, entry, blow, "experience", false);
            } else {
                asked(next, "no answer", false);
            }
        }
    }
}
