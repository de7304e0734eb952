package hecht.core.relation;

import hecht.core.episode.Combining;
import hecht.core.episode.Encounter;
import hecht.core.episode.Episodes;
import hecht.core.event.Dimension;
import hecht.core.perception.Habits;
import hecht.core.perception.Perception;
import hecht.core.perception.RuleSet;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One relationship in its mutable form: the belief and the three updates that move it, and what else the state holds.
/// `health.md`, section 2. Times are microseconds since 1970.
///
/// Beliefs lie as `[level · K + condition]`: one level in contract mode, 24 in rhythm. There is one implementation.
final class Relationship {
    static final long NONE = Long.MIN_VALUE;
    static final long DAY = 86_400_000_000L;
    static final long ANSWER_WITHIN = 14 * DAY;
    private static final double WEARS_OFF_DAYS = 30;
    private static final int KEEPS_SILENT = 16;
    private static final int HAS_LEFT = 32;

    final Model model;
    final Episodes episodes;
    final Habits habits;
    final Door door = new Door();
    final double[] belief;
    final double[] silent; // b°, of somebody in the same place of whom nothing was ever heard

    Phase phase = Phase.NONE;
    long time = NONE; // of the last event or deadline
    int rank; // of the last event
    long started = NONE;
    long lastPerceived = NONE;
    long lastHeard = NONE;
    long lastAsked = NONE;
    long lastGood = NONE;
    long lastPositive = NONE;
    long lastNegative = NONE;
    long invitation = NONE; // pending since
    int lastPurchaseDay = Integer.MIN_VALUE;
    boolean hasLeft; // ever, also before a return

    @Nullable
    Watch watch;

    /// Whether b° is kept. In rhythm it follows from the age alone, and is not, until something reaches the customer without
    /// any part of theirs.
    private boolean keepsSilent;

    private final double[] scratch;
    private double flowPhi = Double.NaN;
    private @Nullable Flow flow;

    Relationship(Model model, RuleSet rules, Combining combining) {
        this.model = model;
        this.episodes = new Episodes(rules, model.zone(), combining);
        this.habits = new Habits(model.currency());
        this.belief = new double[model.size()];
        this.silent = new double[model.size()];
        this.keepsSilent = model.mode() == Mode.CONTRACT;
        this.scratch = new double[model.size()];
    }

    boolean isRhythm() {
        return model.mode() == Mode.RHYTHM;
    }

    int dayOf(long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        int offset = model.zone().getRules().getOffset(at).getTotalSeconds();
        return (int) Math.floorDiv(micros / 1_000_000 + offset, 86_400L);
    }

    // ---- beginning and end

    /// Forgets everything but, on a return, what the customer is used to.
    void clear(boolean returning) {
        if (returning) {
            episodes.forget();
            habits.forgetBills();
        } else {
            episodes.clear();
            habits.clear();
            hasLeft = false;
            keepsSilent = !isRhythm();
            Arrays.fill(belief, 0);
            Arrays.fill(silent, 0);
            time = NONE;
            rank = 0;
        }
        door.clear();
        phase = Phase.NONE;
        started = NONE;
        lastPerceived = NONE;
        lastHeard = NONE;
        lastAsked = NONE;
        lastGood = NONE;
        lastPositive = NONE;
        lastNegative = NONE;
        invitation = NONE;
        lastPurchaseDay = Integer.MIN_VALUE;
    }

    void begin(long at, double[] conditions) {
        phase = Phase.RUNNING;
        started = at;
        time = at;
        if (isRhythm()) {
            model.tables().born(belief, conditions);
            keepsSilent = conditions[Condition.WARM.ordinal()] != 1; // b° of a return follows from its own start
            if (keepsSilent) model.tables().born(silent, conditions);
        } else {
            System.arraycopy(conditions, 0, belief, 0, belief.length);
            System.arraycopy(conditions, 0, silent, 0, silent.length);
        }
        if (watch != null) watch.begun(at, belief);
    }

    /// Leaving by choice speaks for the conditions that leave; then the relationship is closed.
    void close(long at, boolean voluntary) {
        double phi = door.phi(at);
        if (voluntary && !isRhythm() && phi > 0) {
            double[] leaving = model.parameters().leaving().times(phi).toArray();
            Beliefs.weigh(belief, leaving);
            Beliefs.weigh(silent, leaving);
            if (watch != null) watch.departed(phi);
        }
        phase = Phase.CLOSED;
        if (watch != null) watch.closed(at);
    }

    // ---- time

    /// Lets time pass in silence; cut where the door changes, in rhythm by whole days.
    void pass(long to) {
        if (isRhythm()) passDays(to);
        else passYears(to);
        time = to;
    }

    private void passDays(long to) {
        int days = dayOf(to) - dayOf(time);
        if (days <= 0) return;
        model.tables().pass(belief, days);
        if (keepsSilent) model.tables().pass(silent, days);
        if (watch != null) watch.passedDays(days);
    }

    private void passYears(long to) {
        for (long at = time; at < to; ) {
            long next = door.isEmpty() ? to : Math.min(door.nextChange(at), to);
            double phi = door.phi(at);
            double years = (next - at) / Model.MICROS_A_YEAR;
            flowAt(phi).pass(belief, silent, years);
            if (watch != null) watch.passed(years, phi);
            at = next;
        }
    }

    private Flow flowAt(double phi) {
        if (flow == null || phi != flowPhi) {
            flow = model.flow(phi);
            flowPhi = phi;
        }
        return flow;
    }

    // ---- encounters

    /// b ← b·((1 − w)·I + w·M). Good that comes often counts less.
    ///
    /// @param unasked whether the customer had no part in it, so that it moves b° too
    void encounter(Encounter encounter, double weight, Perception by, boolean unasked) {
        double w = weight;
        if (encounter == Encounter.GOOD) {
            if (lastGood != NONE) w *= 1 - StrictMath.exp(-((time - lastGood) / (double) DAY) / WEARS_OFF_DAYS);
            lastGood = time;
        }
        if (encounter.isPositive()) lastPositive = time;
        else lastNegative = time;
        Matrix move = model.parameters().move(encounter);
        remember();
        Beliefs.move(belief, move, w);
        if (unasked) {
            keepSilent();
            Beliefs.move(silent, move, w);
        }
        if (watch != null) watch.encounter(encounter, w, by, scratch, belief);
    }

    // ---- observations

    /// b_k ← b_k·p(answer | k)^η / Σ. An answer within 14 days after an encounter of the same sign says partly the same.
    void observe(Observation heard, Observation.Answer answer, @Nullable Dimension dimension) {
        boolean halved = !heard.isBehaviour() && saysPartlyTheSame(answer);
        double[] factor = model.likelihood(heard, answer, halved);
        if (watch != null) watch.said(heard, answer, halved);
        hear(heard, factor, dimension);
    }

    private boolean saysPartlyTheSame(Observation.Answer answer) {
        long same = switch (answer) {
            case DETRACTOR -> lastNegative;
            case PASSIVE -> NONE;
            case PROMOTER -> lastPositive;
        };
        return same != NONE && time - same <= ANSWER_WITHIN;
    }

    /// An invitation is answered, or was not answered in time. With few invitations in the whole organisation that says
    /// nothing of the customer.
    void judgeInvitation(boolean answered) {
        invitation = NONE;
        if (watch != null) watch.invitation(answered);
        if (!model.usual().invitationsJudged()) return;
        double[] factor = model.answeringByCondition().clone();
        if (!answered) for (int i = 0; i < factor.length; i++) factor[i] = 1 - factor[i];
        hear(answered ? Observation.ANSWERED : Observation.NOT_ANSWERED, factor, null);
    }

    void purchase(int day) {
        if (day == lastPurchaseDay) return;
        lastPurchaseDay = day;
        remember();
        model.tables().purchase(belief);
        if (watch != null) watch.observation(Observation.PURCHASE, null, scratch, belief);
    }

    private void hear(Observation heard, double[] factor, @Nullable Dimension dimension) {
        remember();
        Beliefs.weigh(belief, factor);
        if (watch != null) watch.observation(heard, dimension, scratch, belief);
    }

    private void remember() {
        if (watch != null) System.arraycopy(belief, 0, scratch, 0, belief.length);
    }

    /// b°, at the moment of the belief.
    double[] silentBelief() {
        if (keepsSilent) return silent;
        double[] warm = new double[model.conditions()];
        warm[Condition.WARM.ordinal()] = 1;
        model.tables().born(silent, warm);
        model.tables().pass(silent, dayOf(time) - dayOf(started));
        return silent;
    }

    private void keepSilent() {
        silentBelief();
        keepsSilent = true;
    }

    // ---- binary form

    State pack() {
        if (phase == Phase.NONE && time == NONE) return State.NEW;
        int one = belief.length * (isRhythm() ? Float.BYTES : Double.BYTES);
        int beliefs = (keepsSilent ? 2 : 1) * one + (isRhythm() ? Integer.BYTES : 0);
        ByteBuffer to =
                ByteBuffer.allocate(4 + 9 * Long.BYTES + beliefs + Habits.BYTES + door.bytes() + episodes.bytes());
        int form = model.mode().ordinal() | (keepsSilent ? KEEPS_SILENT : 0) | (hasLeft ? HAS_LEFT : 0);
        to.put(State.VERSION).put((byte) form).put((byte) phase.ordinal()).put((byte) rank);
        to.putLong(time)
                .putLong(started)
                .putLong(lastPerceived)
                .putLong(lastHeard)
                .putLong(lastAsked);
        to.putLong(lastGood).putLong(lastPositive).putLong(lastNegative).putLong(invitation);
        if (isRhythm()) {
            to.putInt(lastPurchaseDay);
            for (double each : belief) to.putFloat((float) each);
            if (keepsSilent) for (double each : silent) to.putFloat((float) each);
        } else {
            for (double each : belief) to.putDouble(each);
            for (double each : silent) to.putDouble(each);
        }
        habits.write(to);
        door.write(to);
        episodes.write(to);
        return State.own(to.array());
    }

    void unpack(State state) {
        if (state.size() == 0) {
            clear(false);
            return;
        }
        ByteBuffer from = ByteBuffer.wrap(state.raw());
        from.get();
        int form = from.get();
        keepsSilent = (form & KEEPS_SILENT) != 0;
        hasLeft = (form & HAS_LEFT) != 0;
        if ((form & ~(KEEPS_SILENT | HAS_LEFT)) != model.mode().ordinal())
            throw new IllegalArgumentException("this state was folded in the other mode; fold its events anew");
        phase = Phase.values()[from.get()];
        rank = from.get();
        time = from.getLong();
        started = from.getLong();
        lastPerceived = from.getLong();
        lastHeard = from.getLong();
        lastAsked = from.getLong();
        lastGood = from.getLong();
        lastPositive = from.getLong();
        lastNegative = from.getLong();
        invitation = from.getLong();
        if (isRhythm()) {
            lastPurchaseDay = from.getInt();
            for (int i = 0; i < belief.length; i++) belief[i] = from.getFloat();
            if (keepsSilent) for (int i = 0; i < silent.length; i++) silent[i] = from.getFloat();
        } else {
            for (int i = 0; i < belief.length; i++) belief[i] = from.getDouble();
            for (int i = 0; i < silent.length; i++) silent[i] = from.getDouble();
        }
        habits.read(from);
        door.read(from);
        episodes.read(from);
    }

    /// In rhythm a state keeps floats; what goes on must be what a state would go on with, bit for bit.
    void roundToState() {
        if (!isRhythm()) return;
        for (int i = 0; i < belief.length; i++) belief[i] = (float) belief[i];
        if (keepsSilent) for (int i = 0; i < silent.length; i++) silent[i] = (float) silent[i];
    }
}
