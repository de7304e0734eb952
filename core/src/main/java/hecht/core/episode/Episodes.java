package hecht.core.episode;

import hecht.core.episode.EpisodeRecord.Part;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.event.Party;
import hecht.core.perception.Habits;
import hecht.core.perception.Perception;
import hecht.core.perception.RuleSet;
import hecht.core.perception.Situation;
import hecht.core.perception.Situation.Promise;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The episodes of one customer that are open or may yet come back, and what each event and deadline does to them.
/// Mutable; part of the state that the fold keeps. Times are microseconds since 1970.
public final class Episodes {
    /// How many are remembered at once.
    public static final int MOST = Remembered.MOST;

    /// No deadline is pending.
    public static final long NEVER = Long.MAX_VALUE;

    private static final long DAY = 86_400_000_000L;
    private static final long WINDOW = Remembered.WINDOW;
    private static final long PATIENCE = 2 * DAY; // after a promise, before it counts as broken
    private static final long CASE_WITHOUT_PROMISE = 90 * DAY;
    private static final double BAD = .7;
    private static final double SEVERE = .35;
    private static final double STILL_GOOD = .85;
    private static final double WEIGHT_WITHOUT_PART = .8;
    private static final int TOO_OFTEN = 4;
    private static final double ROUNDING = 1e-9;

    private final RuleSet rules;
    private final Combining combining;
    private final ZoneId zone;
    private final double broken;
    private final Remembered remembered = new Remembered();
    private int count; // episodes of this customer so far, the next one's number
    private int pushedOut;
    private @Nullable Ledger ledger;

    public Episodes(RuleSet rules, ZoneId zone) {
        this(rules, zone, Combining.MULTIPLIED);
    }

    /// @param combining other than the product only to compare, and never through a state
    public Episodes(RuleSet rules, ZoneId zone, Combining combining) {
        this.rules = rules;
        this.combining = combining;
        this.zone = zone;
        this.broken = rules.promiseBroken().quality();
    }

    /// From now on writes down what people want to see of episodes; null to stop.
    public void tell(@Nullable Ledger to) {
        ledger = to;
    }

    /// A return starts everything anew.
    public void forget() {
        remembered.clear();
    }

    /// Back to a customer of whom nothing is known.
    public void clear() {
        remembered.clear();
        count = 0;
        pushedOut = 0;
    }

    /// How many were let go because more than eight were open at once.
    public int pushedOut() {
        return pushedOut;
    }

    // ---- deadlines

    /// When the next deadline is, or [#NEVER]; a promise that was already past when it was made counts from `now`.
    public long nextDeadline(long now) {
        long next = NEVER;
        for (int i = 0; i < remembered.size(); i++) next = Math.min(next, deadline(remembered.get(i)));
        return next == NEVER ? NEVER : Math.max(next, now);
    }

    private static long deadline(Episode episode) {
        return Math.min(breaks(episode), ends(episode));
    }

    private static long breaks(Episode e) {
        return e.isOpen() && e.isPromised() && !e.isBroken() ? e.promisedBy + PATIENCE : NEVER;
    }

    private static long ends(Episode e) {
        if (!e.isOpen() || !e.isRequested()) return NEVER;
        if (e.isPromised()) return e.promisedBy + WINDOW;
        return e.isCaseOpen() ? e.lastAny + CASE_WITHOUT_PROMISE : e.lastContact + WINDOW;
    }

    /// Lets the earliest deadline happen: promises that break before goals that are never fulfilled, older episodes first.
    ///
    /// @param now when it happens, as [#nextDeadline] said
    public Met meetDeadline(long now, Outlet out) {
        Episode first = null;
        long when = NEVER;
        boolean breaking = false;
        for (Episode each : remembered.episodes()) {
            long at = deadline(each);
            boolean breaks = breaks(each) <= ends(each);
            if (at == NEVER) continue;
            long clamped = Math.max(at, now);
            if (first == null
                    || clamped < when
                    || clamped == when && (breaks && !breaking || breaks == breaking && each.isBefore(first))) {
                first = each;
                when = clamped;
                breaking = breaks;
            }
        }
        if (first == null) throw new IllegalStateException("no deadline is pending");
        if (breaking) {
            Perception noticed = rules.promiseBroken();
            first.breakPromise();
            if (ledger != null)
                ledger.part(first.number, new Part(now, noticed.quality(), RuleSet.PROMISE_BROKEN, null));
            judge(first, noticed, false, out);
            return new Met(Deadline.PROMISE_BROKEN, first.number);
        }
        Perception noticed = rules.neverFulfilled();
        first.neverFulfil(broken);
        part(first, noticed, now, null);
        judge(first, noticed, false, out);
        tellEnd(first, now);
        return new Met(Deadline.NEVER_FULFILLED, first.number);
    }

    /// A deadline that happened, and the number of the episode to which it did.
    public record Met(Deadline deadline, int episode) {}

    // ---- events

    /// What an event does: how it is perceived, to which episode it belongs, and what that did to the customer.
    public Perception take(Event event, long now, Habits habits, Outlet out) {
        remembered.forgetClosed(now);
        boolean compliment = event instanceof Event.Contact c && c.kind() == ContactKind.COMPLIMENT;
        Episode episode = compliment ? null : remembered.find(event, now);
        boolean inward = !compliment && event instanceof Event.Contact c && c.direction() == Direction.IN;
        boolean opens = opensGoal(event);
        boolean opening = event instanceof Event.CaseOpened || event instanceof Event.CaseReopened;
        int today = inward || opening ? dayOf(now) : 0;
        boolean counts = inward && !isSameAsOpening(episode, event, today)
                || opening && !(episode != null && episode.hadContactOn(today));
        Perception noticed = perceive(event, episode, now, counts, habits);
        if (event instanceof Event.CaseReopened && !counts) noticed = Perception.NOTHING;

        boolean begun = false;
        if (episode == null) {
            if (!noticed.isPerceived() && !opens) return noticed;
            episode = begin(event, now, compliment, opens);
            begun = true;
        }
        boolean wasBad = episode.level() > 0;
        attend(episode, event, now, opens, counts, inward, today);
        if (noticed.isPerceived()) {
            if (event instanceof Event.Delivered && episode.isBroken()) {
                episode.replaceBrokenPart();
                if (ledger != null) ledger.withdrawBroken(episode.number);
            }
            part(episode, noticed, now, event);
            judge(episode, noticed, inward && counts || event instanceof Event.CaseReopened, out);
        }
        if (event instanceof Event.Contact c && c.outcome() == Outcome.PROMISED)
            if (wasBad || c.kind() == ContactKind.COMPLAINT) episode.promiseRepair();
        if (noticed.gesture()) gesture(episode, event);
        conclude(episode, event, noticed, now, begun && !opens, out);
        return noticed;
    }

    private static boolean isSameAsOpening(@Nullable Episode episode, Event event, int today) {
        return episode != null
                && episode.hadOpeningOn(today)
                && event.envelope().subject().caseId() != null;
    }

    private Perception perceive(Event event, @Nullable Episode episode, long now, boolean counts, Habits habits) {
        int ordinal = counts ? (episode == null ? 0 : episode.contacts) + 1 : 0;
        Promise promise = Promise.NONE;
        double daysLate = 0;
        if (episode != null && episode.isPromised()) {
            daysLate = (now - episode.promisedBy) / (double) DAY;
            promise = daysLate <= 0 ? Promise.KEPT : Promise.LATE;
        }
        if (event instanceof Event.Delivered d && d.onTime() != null) {
            daysLate = d.onTime() ? 0 : Math.max(daysLate, ROUNDING);
            promise = d.onTime() ? Promise.KEPT : Promise.LATE;
        }
        boolean plain = ordinal < 2 && promise == Promise.NONE && daysLate == 0;
        Situation around = plain && !(event instanceof Event.Invoiced) && !(event instanceof Event.Reminded)
                ? Situation.PLAIN
                : new Situation(
                        ordinal,
                        promise,
                        daysLate,
                        habits.timesUsual(event),
                        event instanceof Event.Reminded
                                && habits.wasPaid(event.envelope().subject().caseId()));
        Perception noticed = rules.perceive(event, around);
        habits.learn(event);
        return noticed;
    }

    /// Only a request opens a goal.
    private static boolean opensGoal(Event event) {
        return switch (event) {
            case Event.Contact c ->
                Remembered.isRequest(c)
                        && (c.outcome() == Outcome.UNRESOLVED
                                || c.outcome() == Outcome.PROMISED
                                || c.outcome() == Outcome.TRANSFERRED);
            case Event.CaseOpened e -> true;
            case Event.CaseReopened e -> true;
            case Event.Ordered o -> o.promisedBy() != null;
            default -> false;
        };
    }

    private Episode begin(Event event, long now, boolean alone, boolean opens) {
        Episode episode = new Episode();
        var subject = event.envelope().subject();
        if (!alone) {
            episode.caseKey = Keys.of(subject.caseId());
            episode.goalKey = Keys.of(subject.goal());
            if (subject.caseId() == null && subject.goal() == null && Remembered.isRequest(event))
                episode.productKey = Keys.of(subject.product());
        }
        episode.opened = now;
        episode.lastContact = now;
        episode.lastAny = now;
        episode.number = count++;
        episode.end(Ending.SINGLE);
        boolean returns =
                episode.caseKey != Keys.NONE || episode.goalKey != Keys.NONE || episode.productKey != Keys.NONE;
        if (opens || returns) {
            Episode pushed = remembered.add(episode, opens);
            if (pushed != null) {
                pushed.end(Ending.PUSHED_OUT);
                pushedOut++;
                tellEnd(pushed, now);
            }
        }
        if (ledger != null) ledger.begin(episode.number, now, subject.caseId(), subject.goal(), subject.product());
        return episode;
    }

    // ---- what an event does to its episode

    private void attend(
            Episode episode, Event event, long now, boolean opens, boolean counts, boolean inward, int today) {
        var subject = event.envelope().subject();
        if (episode.caseKey == Keys.NONE && subject.caseId() != null) episode.caseKey = Keys.of(subject.caseId());
        if (episode.goalKey == Keys.NONE && subject.goal() != null) episode.goalKey = Keys.of(subject.goal());
        episode.lastAny = now;
        if (opens) {
            if (!episode.isOpen()) episode.spendPromise(broken);
            episode.request();
            if (event instanceof Event.CaseOpened || event instanceof Event.CaseReopened) episode.openCase();
        }
        if (counts) episode.contacts++;
        if (inward && subject.caseId() != null) episode.contactOn(today);
        if (counts && !inward) episode.openingOn(today);
        switch (event) {
            case Event.CaseOpened e when e.promisedBy() != null -> promise(episode, e.promisedBy());
            case Event.Ordered e when e.promisedBy() != null -> promise(episode, e.promisedBy());
            case Event.CaseReopened e -> episode.wrongByUs();
            case Event.CaseStep e when Boolean.FALSE.equals(e.rightByProcess()) -> episode.wrongByUs();
            case Event.Contact e
            when inward && (e.outcome() == Outcome.UNRESOLVED || e.outcome() == Outcome.TRANSFERRED) ->
                episode.wrongByUs();
            default -> {}
        }
        if (ledger != null)
            ledger.attend(episode.number, event, subject.caseId(), subject.goal(), counts, opens, episode);
    }

    private void promise(Episode episode, Instant by) {
        episode.promise(ChronoUnit.MICROS.between(Instant.EPOCH, by), broken);
    }

    private void part(Episode episode, Perception noticed, long now, @Nullable Event event) {
        double q = noticed.quality();
        episode.part(q);
        if (event != null) episode.lastContact = now;
        if (ledger != null) ledger.part(episode.number, new Part(now, q, ruleNames(noticed), event));
    }

    private static String ruleNames(Perception noticed) {
        return String.join(
                "+", noticed.rules().stream().map(rule -> rule.name()).toList());
    }

    /// Applies a level that the newest part reached, the worst one only, and each at most once.
    private void judge(Episode episode, Perception noticed, boolean again, Outlet out) {
        double quality = episode.qualityOfAll(broken, combining);
        int level = quality <= SEVERE + ROUNDING ? 2 : quality <= BAD + ROUNDING ? 1 : 0;
        boolean failedRepair = episode.isRepairPromised() && noticed.qualityAlone() <= BAD + ROUNDING;
        if (failedRepair || again && episode.contacts >= TOO_OFTEN) level = 3;
        if (level > episode.level()) {
            episode.raise(level);
            give(episode, LEVELS[level], noticed.weight(), noticed, out);
        }
    }

    private static final Encounter[] LEVELS = {Encounter.GOOD, Encounter.BAD, Encounter.SEVERE, Encounter.DOUBLE_FAILURE
    };

    private void give(Episode episode, Encounter encounter, double weight, Perception by, Outlet out) {
        if (ledger != null) ledger.encounter(episode.number, encounter);
        out.encounter(encounter, weight, by);
    }

    /// A gesture counts where something was wrong when it came; without a case it serves every open episode.
    private void gesture(Episode own, Event event) {
        if (event.envelope().subject().caseId() != null) {
            if (own.level() > 0) own.gesture();
            return;
        }
        for (Episode each : remembered.episodes()) if (each.isOpen() && each.level() > 0) each.gesture();
    }

    private void conclude(Episode episode, Event event, Perception noticed, long now, boolean alone, Outlet out) {
        Ending ending = endingBy(episode, event);
        if (ending == Ending.FULFILLED) fulfil(episode, event, noticed, now, out);
        else if (ending != null) {
            episode.end(ending);
            if (ending == Ending.WITHDRAWN && episode.contacts >= 2 && episode.level() == 0) {
                episode.raise(1);
                give(episode, Encounter.BAD, WEIGHT_WITHOUT_PART, noticed, out);
            }
            episode.spendPromise(broken);
            tellEnd(episode, now);
        } else if (alone) {
            if (isGood(episode, noticed)) giveGood(episode, noticed, out);
            tellEnd(episode, now);
        }
    }

    /// How the event ends the episode; null where it does not.
    private static @Nullable Ending endingBy(Episode episode, Event event) {
        return switch (event) {
            case Event.Contact c ->
                c.outcome() == Outcome.RESOLVED
                                && c.kind() != ContactKind.COMPLIMENT
                                && !episode.isCaseOpen()
                                && !episode.isPromised()
                        ? Ending.FULFILLED
                        : null;
            case Event.CaseClosed c ->
                switch (c.outcome()) {
                    case FULFILLED -> Ending.FULFILLED;
                    case REJECTED -> Ending.REJECTED;
                    case WITHDRAWN -> Ending.WITHDRAWN;
                    case UNFULFILLED -> Ending.UNFULFILLED;
                };
            case Event.Delivered d -> Ending.FULFILLED;
            case Event.OrderCancelled o -> o.by() == Party.SUPPLIER ? Ending.UNFULFILLED : Ending.WITHDRAWN;
            default -> null;
        };
    }

    private void fulfil(Episode episode, Event event, Perception noticed, long now, Outlet out) {
        Boolean said = event instanceof Event.Delivered d ? d.onTime() : null; // what a delivery says of itself holds
        boolean kept = said != null ? said : episode.isPromised() && now <= episode.promisedBy;
        if (!kept && (said != null || episode.isPromised())) episode.miss();
        episode.spendPromise(broken);
        episode.end(Ending.FULFILLED);
        if (isGood(episode, noticed) && !episode.wasNeverFulfilled()) giveGood(episode, noticed, out);
        if (episode.level() > 0 && (kept || episode.hadGesture()) && !episode.isRecovered()) {
            episode.recover();
            double weight = noticed.isPerceived() ? noticed.weight() : WEIGHT_WITHOUT_PART;
            give(episode, Encounter.RECOVERY, weight, noticed, out);
        }
        tellEnd(episode, now);
    }

    private boolean isGood(Episode episode, Perception noticed) {
        return noticed.good()
                && noticed.isPerceived()
                && !episode.isGoodGiven()
                && episode.qualityOfAll(broken, combining) >= STILL_GOOD - ROUNDING;
    }

    private void giveGood(Episode episode, Perception noticed, Outlet out) {
        episode.giveGood();
        give(episode, Encounter.GOOD, noticed.weight(), noticed, out);
    }

    private void tellEnd(Episode episode, long now) {
        if (ledger != null) ledger.end(episode.number, now, episode);
    }

    private int dayOf(long micros) {
        Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        int offset = zone.getRules().getOffset(at).getTotalSeconds();
        return (int) Math.floorDiv(micros / 1_000_000 + offset, 86_400L);
    }

    // ---- binary form

    /// Bytes of the binary form now.
    public int bytes() {
        return 5 + remembered.bytes();
    }

    public void write(ByteBuffer to) {
        to.putInt(count).put((byte) Math.min(pushedOut, 255));
        remembered.write(to);
    }

    public void read(ByteBuffer from) {
        count = from.getInt();
        pushedOut = from.get() & 0xff;
        remembered.read(from);
    }
}
