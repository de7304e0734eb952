package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.episode.Episodes;
import hecht.core.episode.Keys;
import hecht.core.episode.Ledger;
import hecht.core.episode.Outlet;
import hecht.core.event.CanonicalOrder;
import hecht.core.event.Direction;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import hecht.core.perception.Perception;
import hecht.core.relation.Observation.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fold on its way through one customer's events, and what can be read off it. Can be set to another state and used again.
/// For one thread.
public final class Folding {
    private static final String CANCEL = "cancel";
    private static final int NO_EPISODE = -1;

    private final Fold fold;
    private final Relationship it;
    private final Outlet unasked;
    private final Outlet asked;
    private @Nullable Ledger ledger;

    Folding(Fold fold) {
        this.fold = fold;
        this.it = new Relationship(fold.model(), fold.rules(), fold.combining());
        this.asked = (encounter, weight, by) -> it.encounter(encounter, weight, by, false);
        this.unasked = (encounter, weight, by) -> it.encounter(encounter, weight, by, true);
    }

    /// Takes up another customer.
    public void goOnFrom(State state) {
        it.unpack(state);
        if (it.watch != null) it.watch.another(it.belief);
    }

    /// The state after the last event.
    public State state() {
        return it.pack();
    }

    /// Writes down episodes while it folds.
    public void tell(@Nullable Ledger ledger) {
        this.ledger = ledger;
        it.episodes.tell(ledger);
    }

    /// Keeps account of every step from now on, of one customer after the other, for [#why].
    public void keepAccount() {
        it.watch = new Account(fold.model());
        it.watch.another(it.belief);
    }

    /// Why health is what it is at a moment; keep account from the first event on. It is the last reading of a customer, as
    /// [#settled].
    ///
    /// @throws IllegalStateException when no account was kept
    public Why why(Instant asOf) {
        if (!(it.watch instanceof Account account)) throw new IllegalStateException("keep account first");
        settled(asOf);
        return account.close();
    }

    /// Lets another look over the fold's shoulder, of one customer after the other.
    void watch(Watch by) {
        it.watch = by;
        by.another(it.belief);
    }

    /// Tells from now on what moves beliefs, in place of keeping account; [#end] ends each customer's time.
    public void testify(Evidence to) {
        it.watch = new Testimony(to);
    }

    /// Counts from now on what is usual, in place of keeping account; null to stop. [#settled] ends each customer's time.
    public void count(@Nullable Counting counting) {
        it.watch = counting == null ? null : counting.watch();
    }

    /// Whether `event` comes after everything folded so far, so that folding may go on with it. An event of the same moment
    /// and rank may come before or after by its source and id, which the state does not keep: then it is not sure, and false.
    public boolean isNext(Event event) {
        if (it.time == Relationship.NONE) return true;
        long at = micros(event.time());
        if (at != it.time) return at > it.time;
        return CanonicalOrder.rank(event.type()) > it.rank;
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    // ---- events

    /// Folds the next event.
    ///
    /// @return what the customer noticed of it; nothing where no relationship runs
    /// @throws IllegalArgumentException when it comes before the last event; such a customer is folded anew
    public Perception take(Event event) {
        long at = micros(event.time());
        if (it.time != Relationship.NONE && at < it.time)
            throw new IllegalArgumentException("events must come in canonical order: " + event.time() + " came late");
        if (it.watch != null) it.watch.seen(event, it.time == Relationship.NONE);
        if (event instanceof Event.Left) leave();
        Perception noticed = switch (it.phase) {
            case NONE -> first(event, at);
            case RUNNING -> {
                settle(at);
                it.pass(at);
                yield live(event, at);
            }
            case CLOSED -> afterwards(event, at);
        };
        it.time = at;
        it.rank = CanonicalOrder.rank(event.type());
        it.roundToState();
        return noticed;
    }

    private Perception first(Event event, long at) {
        if (it.isRhythm()) {
            if (!(event instanceof Event.Ordered)) return Perception.NOTHING;
            begin(Evidence.Beginning.NEW, Door.OPEN, at, warm());
            it.lastPurchaseDay = it.dayOf(at);
            return live(event, at);
        }
        return switch (event.type()) {
            case DESCRIBED, MERGED, ERASED -> Perception.NOTHING;
            case STARTED -> {
                begin(
                        Evidence.Beginning.NEW,
                        Door.OPEN,
                        at,
                        fold.model().parameters().start().toArray());
                yield live(event, at);
            }
            default -> {
                // The history is cut off: the door that the event tells of stood before it too.
                changeDoor(event, at);
                long half = (long) (Model.MICROS_A_YEAR / 2);
                double phi = it.door.mean(at - half, at + half);
                it.door.clear(); // the event opens it once, as any other
                begin(Evidence.Beginning.CUT_OFF, phi, at, fold.model().base(phi));
                yield live(event, at);
            }
        };
    }

    private void begin(Evidence.Beginning how, double phi, long at, double[] conditions) {
        if (it.watch != null) it.watch.beginning(how, phi);
        it.begin(at, conditions);
    }

    private void leave() {
        if (!it.hasLeft && it.watch != null) it.watch.firstLeft();
        it.hasLeft = true;
    }

    private double[] warm() {
        double[] conditions = new double[fold.model().conditions()];
        conditions[Condition.WARM.ordinal()] = 1;
        return conditions;
    }

    private Perception afterwards(Event event, long at) {
        boolean returns = switch (event.type()) {
            case STARTED, CONTRACT, ORDERED, PRODUCT_ADDED -> !it.isRhythm() || event instanceof Event.Ordered;
            default -> false;
        };
        if (!returns) return Perception.NOTHING;
        it.clear(true);
        begin(
                Evidence.Beginning.WON_BACK,
                Door.OPEN,
                at,
                fold.model().parameters().wonBack().toArray());
        if (it.isRhythm()) it.lastPurchaseDay = it.dayOf(at);
        return live(event, at);
    }

    /// What one event does to a running relationship: the door, then encounters, then answering, then what was said.
    private Perception live(Event event, long at) {
        if (it.watch != null) it.watch.entry(event, at);
        if (isOwnAct(event)) it.lastHeard = at;
        changeDoor(event, at);
        Perception noticed = it.episodes.take(event, at, it.habits, isUnasked(event.type()) ? unasked : asked);
        if (noticed.isPerceived()) it.lastPerceived = at;
        listen(event, at);
        if (event instanceof Event.Left left) {
            locksEnd(at);
            it.close(at, left.voluntary());
        }
        return noticed;
    }

    /// What reaches customers without any part of theirs.
    private static boolean isUnasked(EventType type) {
        return type == EventType.MESSAGE_SENT || type == EventType.INVOICED || type == EventType.DISRUPTED;
    }

    /// An act of the customer's own: by these, and by no letter of ours, a customer is heard.
    public static boolean isOwnAct(Event event) {
        return switch (event) {
            case Event.Contact c -> c.direction() == Direction.IN;
            case Event.SurveyAnswered e -> true;
            case Event.Reviewed e -> true;
            case Event.Ordered e -> true;
            case Event.Used e -> true;
            case Event.Said e -> true;
            default -> false;
        };
    }

    // ---- the door

    private void changeDoor(Event event, long at) {
        switch (event) {
            case Event.Started e
            when e.lockedUntil() != null || e.noticeFrom() != null ->
                open(event, at, e.lockedUntil(), e.noticeFrom(), e.noticeTo(), 0);
            case Event.Contract e ->
                open(event, at, e.lockedUntil(), e.noticeFrom(), e.noticeTo(), e.barrier() == null ? 0 : e.barrier());
            case Event.ProductDropped e -> {
                lockEnds(product(event), at);
                it.door.close(product(event));
            }
            default -> {}
        }
    }

    private static int product(Event event) {
        return (int) Keys.of(event.envelope().subject().product());
    }

    private void open(
            Event event,
            long at,
            @Nullable Instant lockedUntil,
            @Nullable Instant noticeFrom,
            @Nullable Instant noticeTo,
            double barrier) {
        long lock = lockedUntil == null ? Door.ALWAYS : micros(lockedUntil);
        long from = noticeFrom != null ? micros(noticeFrom) : noticeTo != null ? at : Door.NEVER;
        long to = noticeTo != null ? micros(noticeTo) : lockedUntil != null ? lock : Door.NEVER;
        boolean renewing = lockEnds(product(event), at);
        it.door.open(product(event), lock, from, to, barrier, renewing);
    }

    /// Tells that the product's lock ended, if it did by the end of the day; a lock that is broken off or replaced before
    /// that did not.
    ///
    /// @return whether it ended on this day, so that a new one renews it
    private boolean lockEnds(int product, long at) {
        long lock = it.door.lockOf(product);
        if (lock == Door.ALWAYS) return false;
        int daysAgo = it.dayOf(at) - it.dayOf(lock);
        if (it.watch != null && daysAgo >= 0) it.watch.locked(daysAgo == 0);
        return daysAgo == 0;
    }

    /// Tells of the locks that ended and were not followed by another.
    private void locksEnd(long at) {
        if (it.watch == null) return;
        for (int ended = it.door.locksEndedBy(at); ended > 0; ended--) it.watch.locked(false);
    }

    // ---- what is heard

    private void listen(Event event, long at) {
        switch (event) {
            case Event.SurveySent e -> {
                it.lastAsked = at;
                it.invitation = at;
            }
            case Event.SurveyAnswered e -> {
                if (it.invitation != Relationship.NONE) it.judgeInvitation(true);
                Observation heard = Observation.of(e);
                it.observe(heard, heard.at(e.height()), e.dimension());
            }
            case Event.Reviewed e -> it.observe(Observation.STARS, Observation.STARS.at((e.stars() - 1) / 4), null);
            case Event.Said e -> {
                if (e.sentiment() != null)
                    it.observe(Observation.SAID, Observation.SAID.at((e.sentiment() + 1) / 2), null);
            }
            case Event.Contact e -> {
                if (e.sentiment() != null)
                    it.observe(Observation.SENTIMENT, Observation.SENTIMENT.at((e.sentiment() + 1) / 2), null);
                if (e.effort() != null)
                    it.observe(Observation.EFFORT, Observation.EFFORT.at((7 - e.effort()) / 6), null);
                if (e.direction() == Direction.IN
                        && CANCEL.equals(e.envelope().subject().goal()))
                    it.observe(Observation.ASKED_TO_CANCEL, Answer.DETRACTOR, null);
            }
            case Event.ProductAdded e -> it.observe(Observation.PRODUCT_ADDED, Answer.PROMOTER, null);
            case Event.ProductDropped e -> it.observe(Observation.PRODUCT_DROPPED, Answer.DETRACTOR, null);
            case Event.Unsubscribed e -> it.observe(Observation.UNSUBSCRIBED, Answer.DETRACTOR, null);
            case Event.Ordered e -> {
                if (it.isRhythm()) it.purchase(it.dayOf(at));
            }
            default -> {}
        }
    }

    // ---- deadlines

    /// Lets every deadline up to a moment happen, each at its own time.
    private void settle(long until) {
        while (it.phase == Phase.RUNNING) {
            long episode = it.episodes.nextDeadline(it.time);
            long answer =
                    it.invitation == Relationship.NONE ? Episodes.NEVER : it.invitation + Relationship.ANSWER_WITHIN;
            long next = Math.min(episode, answer);
            if (next > until) return;
            it.pass(next);
            if (episode <= answer) meet(next);
            else unanswered(next);
        }
    }

    private void meet(long at) {
        // The entry is told before its step, but only the deadline itself says which it is: hold the step until then.
        Held held = new Held();
        Episodes.Met met = it.episodes.meetDeadline(at, held);
        it.lastPerceived = at;
        if (it.watch != null) it.watch.entry(met.deadline(), met.episode(), at);
        if (held.by != null && held.encounter != null) it.encounter(held.encounter, held.weight, held.by, false);
    }

    private static final class Held implements Outlet {
        private @Nullable Encounter encounter;
        private @Nullable Perception by;
        private double weight;

        @Override
        public void encounter(Encounter which, double how, Perception perceived) {
            encounter = which;
            weight = how;
            by = perceived;
        }
    }

    private void unanswered(long at) {
        if (it.watch != null) it.watch.entry(Deadline.NO_ANSWER, NO_EPISODE, at);
        it.judgeInvitation(false);
    }

    // ---- reading

    /// What is believed at a moment, by everything folded so far. Deadlines up to then happen in memory only: the state is
    /// not changed by reading it.
    ///
    /// @param asOf not before the last event
    public Standing standing(Instant asOf) {
        State before = it.pack();
        Watch watch = it.watch;
        it.watch = null;
        it.episodes.tell(null);
        goOnTo(asOf);
        Standing standing = Standing.of(it);
        it.unpack(before);
        it.episodes.tell(ledger);
        it.watch = watch;
        return standing;
    }

    /// The same, for the last reading of a customer, at the as-of moment: a ledger, an account or a count hear of the
    /// deadlines up to then, and the folding stands there afterwards.
    ///
    /// @param asOf not before the last event
    public Standing settled(Instant asOf) {
        end(asOf);
        return Standing.of(it);
    }

    /// Ends a customer's time as [#settled] does, for those who do not want to know how the relationship stands then.
    ///
    /// @param asOf not before the last event
    public void end(Instant asOf) {
        goOnTo(asOf);
        if (it.phase != Phase.RUNNING || it.watch == null) return;
        locksEnd(it.time);
        it.watch.closed(it.time);
    }

    /// Where the folding stands, after [#settled]: the chance of each condition to stay by choice for so long, under the door's
    /// calendar as known, with usual encounters on the way.
    ///
    /// @param ahead below two years
    /// @throws IllegalStateException in rhythm
    public Matrix staying(Duration ahead) {
        if (it.isRhythm()) throw new IllegalStateException("in rhythm nobody is seen to leave");
        return Matrix.row(Calendar.stayingByCondition(it, ahead.toNanos() / 1_000));
    }

    boolean isRunning() {
        return it.phase == Phase.RUNNING;
    }

    Model model() {
        return fold.model();
    }

    /// The belief where the folding stands, for drawing.
    Drawn.Point point() {
        return Drawn.Point.of(fold.model(), it.time, it.belief, false);
    }

    /// How the relationship stands where the folding stands.
    Standing here() {
        return Standing.of(it);
    }

    /// Goes on to a moment for good: what is folded afterwards stands a rounding away from what [#take] alone would give, so
    /// that no [#state] is kept of it.
    void goOnTo(Instant asOf) {
        long at = micros(asOf);
        if (it.phase != Phase.RUNNING || at < it.time) return;
        settle(at);
        it.pass(at);
    }
}
