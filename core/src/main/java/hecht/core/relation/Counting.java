package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import java.util.EnumMap;
import java.util.Map;

/// Counts over many customers what is usual in an organisation. `health.md`, sections 3 and 4. A [Folding] counts into it as
/// it folds, [Folding#settled] ends each customer's time; customers may come one after the other or by turns.
///
/// Everything is summed in whole numbers (weights in units of 2⁻³⁰, time in seconds), so that the counts, and with them the
/// model and every digest, do not depend on the order of customers or threads: counts of several threads add up exactly.
/// Mutable; for one thread.
public final class Counting {
    /// With less of its customers' time than this a counted rate would be chance, and the built-in one holds: the strength
    /// that a rate's prior has in a fit.
    public static final double ENOUGH_YEARS = 5;

    /// Nor can it be seen in less than a season what is usual in a year: so long relationships must have been seen on
    /// average. Nine days of complaints in public would give every customer ninety a year.
    public static final double ENOUGH_DAYS = 90;

    private static final double WEIGHT_UNITS = 1 << 30;
    private static final double SECONDS_A_YEAR = 365.25 * 86_400;
    private static final double SECONDS_A_DAY = 86_400;
    private static final int SHARE_OF_LEAVERS = 100; // one in so many shows that leaving is seen

    private final Watch watch = new Watching();
    private final long[] weights = new long[Encounter.values().length];
    private long seconds;
    private long relationships; // begun, returns too
    private long customers;
    private long leavers;
    private long locks;
    private long locksEnded;
    private long locksRenewed;
    private long orders;
    private long invitations;
    private long answered;
    private long unanswered;

    // ---- what a folding tells

    Watch watch() {
        return watch;
    }

    /// What the first event of a cut-off history was lived through as is not counted: without it the customer would not be
    /// in the data at all, so such customers seem to live through it far more often than is usual (length-biased sampling).
    private final class Watching implements Watch {
        private boolean isStarted; // whether the event at hand says that a relationship began
        private boolean isCutOff; // whether it is the first of a history that is cut off

        @Override
        public void seen(Event event, boolean first) {
            isStarted = event instanceof Event.Started;
            isCutOff = false;
            if (first) customers++;
            switch (event) {
                case Event.Started e when e.lockedUntil() != null -> locks++;
                case Event.Contract e when e.lockedUntil() != null -> locks++;
                case Event.Ordered e -> orders++;
                case Event.SurveySent e -> invitations++;
                default -> {}
            }
        }

        @Override
        public void firstLeft() {
            leavers++;
        }

        @Override
        public void begun(long at, double[] belief) {
            isCutOff = !isStarted;
            relationships++;
            seconds -= Math.floorDiv(at, 1_000_000);
        }

        @Override
        public void closed(long at) {
            seconds += Math.floorDiv(at, 1_000_000);
        }

        @Override
        public void entry(Deadline deadline, int episode, long at) {
            isCutOff = false;
        }

        @Override
        public void encounter(Encounter encounter, double weight, Perception by, double[] before, double[] after) {
            if (isCutOff) return;
            weights[encounter.ordinal()] += Math.round(weight * WEIGHT_UNITS);
        }

        @Override
        public void invitation(boolean wasAnswered) {
            if (wasAnswered) answered++;
            else unanswered++;
        }

        @Override
        public void locked(boolean renewed) {
            locksEnded++;
            if (renewed) locksRenewed++;
        }
    }

    // ---- sums

    /// Adds what another counted.
    public Counting plus(Counting other) {
        return add(other, 1);
    }

    /// Takes away what another counted: of a customer who is to be folded anew, for instance.
    public Counting minus(Counting other) {
        return add(other, -1);
    }

    private Counting add(Counting other, int sign) {
        for (int i = 0; i < weights.length; i++) weights[i] += sign * other.weights[i];
        seconds += sign * other.seconds;
        relationships += sign * other.relationships;
        customers += sign * other.customers;
        leavers += sign * other.leavers;
        locks += sign * other.locks;
        locksEnded += sign * other.locksEnded;
        locksRenewed += sign * other.locksRenewed;
        orders += sign * other.orders;
        invitations += sign * other.invitations;
        answered += sign * other.answered;
        unanswered += sign * other.unanswered;
        return this;
    }

    // ---- what comes of it

    /// Customers of whom there was any event.
    public long customers() {
        return customers;
    }

    /// The time that relationships ran, from their beginning to their end or the as-of moment.
    public double customerYears() {
        return seconds / SECONDS_A_YEAR;
    }

    /// Invitations sent.
    public long invitations() {
        return invitations;
    }

    /// What is usual here. Rates are counted from [#ENOUGH_YEARS] and [#ENOUGH_DAYS] on, before that all is built in and says
    /// so; so is the share of answers while no invitation was judged. A share of none or all is taken half an answer off, since no
    /// organisation's customers never or always answer.
    public Usual usual() {
        if (customerYears() < ENOUGH_YEARS || seconds < ENOUGH_DAYS * SECONDS_A_DAY * relationships)
            return Usual.BUILT_IN.judgingInvitations(areInvitationsJudged());
        Map<Encounter, Double> rates = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values())
            rates.put(each, weights[each.ordinal()] / WEIGHT_UNITS / customerYears());
        double renewed = locksEnded == 0 ? Usual.BUILT_IN.locksRenewed() : locksRenewed / (double) locksEnded;
        return new Usual(rates, answerRate(), areInvitationsJudged(), renewed, true);
    }

    private boolean areInvitationsJudged() {
        return invitations >= Usual.ENOUGH_INVITATIONS;
    }

    private double answerRate() {
        double judged = (double) answered + unanswered;
        if (judged == 0) return Usual.BUILT_IN.answerRate();
        return Math.clamp((double) answered, .5, judged - .5) / judged;
    }

    /// The mode that these customers suggest: contract where at least one in a hundred left or any has a lock, else rhythm
    /// if there are orders. Without any of these leaving may yet be seen, and it is contract.
    public Mode proposal() {
        boolean leavingShows = locks > 0 || leavers > 0 && leavers * SHARE_OF_LEAVERS >= customers;
        return leavingShows || orders == 0 ? Mode.CONTRACT : Mode.RHYTHM;
    }
}
