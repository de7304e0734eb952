package hecht.core.judge;

import hecht.core.event.CaseOutcome;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.event.Party;
import hecht.core.perception.Perception;
import hecht.core.perception.RuleSet;
import hecht.core.perception.Situation;
import hecht.core.perception.Situation.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All episodes of one relationship, none ever forgotten, each with everything that belonged to it. `health.md`, section 5.
final class JudgedEpisodes {
    private static final Duration W = Duration.ofDays(14);
    private static final Duration BROKEN_AFTER = Duration.ofDays(2);
    private static final Duration CASE_WAITS = Duration.ofDays(90);
    private static final int REMEMBERED = 8;

    /// What came of an event or deadline: a class, with the weight of its part before wearing off.
    record Blow(String kind, double weight, boolean positive) {}

    record Part(Instant time, double quality) {}

    static final class Episode {
        @Nullable
        String caseId;

        @Nullable
        String goal;

        @Nullable
        String product;

        Instant opened = Instant.EPOCH;
        Instant lastContact = Instant.EPOCH;
        Instant lastAny = Instant.EPOCH;
        final List<Part> parts = new ArrayList<>();
        final List<String> classes = new ArrayList<>();
        final Set<LocalDate> contactsOfTheCase = new HashSet<>();
        final Set<LocalDate> openings = new HashSet<>();
        String status = "single";
        boolean request;
        boolean caseOpen;

        @Nullable
        Instant promisedBy; // while it is pending

        Instant promisedAt = Instant.EPOCH;

        @Nullable
        Part broken; // what the pending promise broke, until a delivery replaces it

        boolean missed;
        boolean repairPromised;
        boolean gesture;
        boolean onceNever;
        boolean wrong;
        int contacts;
        int level;

        boolean open() {
            return status.equals("open");
        }

        double quality() {
            double q = 1;
            for (Part each : parts) q *= each.quality;
            return q;
        }

        @Nullable
        Boolean ours() {
            return open() || !request && contacts == 0 ? null : status.equals("fulfilled") && !wrong;
        }

        @Nullable
        Boolean theirs() {
            return open() || !request && contacts == 0
                    ? null
                    : status.equals("fulfilled") && !onceNever && contacts <= 1 && !missed;
        }

        private boolean within(Instant t) {
            return !t.isAfter(lastContact.plus(W));
        }
    }

    private record Deadline(Instant at, int kind, Episode episode) {}

    private final RuleSet rules;
    private final ZoneId zone;
    private final JudgedHabits habits;
    final List<Episode> all = new ArrayList<>();
    private final List<Blow> blows = new ArrayList<>();
    boolean crowded; // more than eight could come back at once: the fold forgets, this does not

    JudgedEpisodes(RuleSet rules, ZoneId zone, JudgedHabits habits) {
        this.rules = rules;
        this.zone = zone;
        this.habits = habits;
    }

    // ---- deadlines

    private @Nullable Deadline next() {
        Deadline first = null;
        for (Episode e : all) {
            if (!e.open()) continue;
            if (e.promisedBy != null && e.broken == null)
                first = sooner(first, new Deadline(later(e.promisedBy.plus(BROKEN_AFTER), e.promisedAt), 0, e));
            Instant end = e.promisedBy != null
                    ? later(e.promisedBy.plus(W), e.promisedAt)
                    : e.caseOpen ? e.lastAny.plus(CASE_WAITS) : e.lastContact.plus(W);
            if (e.request) first = sooner(first, new Deadline(end, 1, e));
        }
        return first;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Deadline sooner(@Nullable Deadline a, Deadline b) {
        if (a == null) return b;
        if (!a.at.equals(b.at)) return a.at.isBefore(b.at) ? a : b;
        return b.kind < a.kind ? b : a; // of one kind the episode that was opened first, and stands first in the list
    }

    @Nullable
    Instant nextDeadline() {
        Deadline next = next();
        return next == null ? null : next.at;
    }

    /// @return its entry: what it is, and of which episode
    String meet() {
        Deadline next = Objects.requireNonNull(next());
        Episode e = next.episode;
        blows.clear();
        if (next.kind == 0) {
            e.missed = true;
            e.broken = new Part(next.at, rules.promiseBroken().quality());
            part(e, e.broken, rules.promiseBroken(), false);
            return "promise broken " + all.indexOf(e);
        }
        if (e.promisedBy != null) e.missed = true;
        e.onceNever = true;
        end(e, "never_fulfilled");
        part(e, new Part(next.at, rules.neverFulfilled().quality()), rules.neverFulfilled(), false);
        return "never fulfilled " + all.indexOf(e);
    }

    private void end(Episode e, String how) {
        e.status = how;
        e.caseOpen = false;
        e.promisedBy = null;
        e.broken = null;
    }

    List<Blow> blows() {
        return List.copyOf(blows);
    }

    // ---- events

    Perception take(Event event) {
        blows.clear();
        Instant t = event.time();
        var subject = event.envelope().subject();
        LocalDate today = t.atZone(zone).toLocalDate();
        boolean compliment = event instanceof Event.Contact c && c.kind() == ContactKind.COMPLIMENT;
        boolean inward = event instanceof Event.Contact c && c.direction() == Direction.IN && !compliment;
        boolean caseOpens = event instanceof Event.CaseOpened || event instanceof Event.CaseReopened;
        boolean opens = caseOpens
                || event instanceof Event.Ordered o && o.promisedBy() != null
                || isRequest(event) && event instanceof Event.Contact c && leavesOpen(c.outcome());
        Episode found = compliment ? null : find(event);

        boolean counted = inward;
        if (inward && subject.caseId() != null && found != null && found.openings.contains(today)) counted = false;
        if (caseOpens) counted = found == null || !found.contactsOfTheCase.contains(today);

        Perception noticed = perceive(event, found, counted);
        if (event instanceof Event.CaseReopened && !counted) noticed = Perception.NOTHING;
        if (found == null && !noticed.isPerceived() && !opens) return noticed;
        boolean isNew = found == null;
        Episode e = found == null ? begin(event, compliment) : found;
        boolean wasBad = e.level > 0;
        e.lastAny = t;
        if (e.caseId == null && !compliment) e.caseId = subject.caseId();
        if (e.goal == null && !compliment) e.goal = subject.goal();
        if (opens) {
            if (!e.open()) end(e, "open");
            e.status = "open";
            e.request = true;
            if (caseOpens) e.caseOpen = true;
        }
        if (counted) e.contacts++;
        if (inward && subject.caseId() != null) e.contactsOfTheCase.add(today);
        if (caseOpens && counted) e.openings.add(today);
        promises(e, event);
        if (isWrong(event, inward)) e.wrong = true;
        if (noticed.isPerceived()) {
            Part replaced = event instanceof Event.Delivered ? e.broken : null;
            if (replaced != null) {
                e.parts.remove(e.parts.lastIndexOf(replaced));
                e.broken = null;
            }
            e.lastContact = t;
            part(e, new Part(t, noticed.quality()), noticed, counted);
        }
        if (event instanceof Event.Contact c && c.outcome() == Outcome.PROMISED)
            if (wasBad || c.kind() == ContactKind.COMPLAINT) e.repairPromised = true;
        if (noticed.gesture()) gesture(e, subject.caseId() != null);
        conclude(e, event, noticed, isNew && !opens);
        noteCrowd(t);
        return noticed;
    }

    private static boolean isRequest(Event event) {
        return event instanceof Event.Contact c
                && c.direction() == Direction.IN
                && (c.kind() == ContactKind.QUESTION
                        || c.kind() == ContactKind.REQUEST
                        || c.kind() == ContactKind.COMPLAINT);
    }

    private static boolean leavesOpen(@Nullable Outcome outcome) {
        return outcome != null && outcome != Outcome.RESOLVED;
    }

    private static boolean isWrong(Event event, boolean inward) {
        return event instanceof Event.CaseReopened
                || event instanceof Event.CaseStep s && Boolean.FALSE.equals(s.rightByProcess())
                || inward
                        && event instanceof Event.Contact c
                        && (c.outcome() == Outcome.UNRESOLVED || c.outcome() == Outcome.TRANSFERRED);
    }

    private @Nullable Episode find(Event event) {
        var subject = event.envelope().subject();
        Instant t = event.time();
        Episode found = null;
        if (subject.caseId() != null)
            for (Episode e : all) if (subject.caseId().equals(e.caseId) && !e.status.equals("pushed_out")) return e;
        if (subject.goal() != null) {
            for (Episode e : all)
                if (subject.goal().equals(e.goal)
                        && (subject.caseId() == null || e.caseId == null)
                        && (e.within(t) || e.caseOpen)) found = e;
            return found;
        }
        if (subject.caseId() == null && subject.product() != null && isRequest(event))
            for (Episode e : all) if (subject.product().equals(e.product) && e.within(t)) found = e;
        return found;
    }

    private Episode begin(Event event, boolean compliment) {
        var subject = event.envelope().subject();
        Episode e = new Episode();
        if (!compliment && isRequest(event) && subject.caseId() == null && subject.goal() == null)
            e.product = subject.product();
        e.opened = event.time();
        e.lastContact = event.time();
        e.lastAny = event.time();
        all.add(e);
        return e;
    }

    private Perception perceive(Event event, @Nullable Episode e, boolean counted) {
        int ordinal = counted ? 1 + (e == null ? 0 : e.contacts) : 0;
        Promise promise = Promise.NONE;
        double daysLate = 0;
        if (e != null && e.promisedBy != null) {
            daysLate = Duration.between(e.promisedBy, event.time()).toNanos() / 86_400e9;
            promise = daysLate > 0 ? Promise.LATE : Promise.KEPT;
        }
        if (event instanceof Event.Delivered d && d.onTime() != null) {
            promise = d.onTime() ? Promise.KEPT : Promise.LATE;
            daysLate = d.onTime() ? 0 : Math.max(daysLate, 1e-9);
        }
        Perception noticed = rules.perceive(
                event, new Situation(ordinal, promise, daysLate, habits.timesUsual(event), habits.wasPaid(event)));
        habits.learn(event);
        return noticed;
    }

    private void promises(Episode e, Event event) {
        Instant by = switch (event) {
            case Event.CaseOpened o -> o.promisedBy();
            case Event.Ordered o -> o.promisedBy();
            default -> null;
        };
        if (by == null) return;
        e.promisedBy = by;
        e.promisedAt = event.time();
        e.broken = null; // another promise: what the first one broke stays a part
    }

    // ---- what it does to the customer

    private void part(Episode e, Part part, Perception noticed, boolean countedContact) {
        e.parts.add(part);
        int level = 0;
        if (e.quality() <= .7 + 1e-9) level = 1;
        if (e.quality() <= .35 + 1e-9) level = 2;
        if (e.repairPromised && noticed.qualityAlone() <= .7 + 1e-9) level = 3;
        if (countedContact && e.contacts >= 4) level = 3;
        if (level <= e.level) return;
        e.level = level;
        give(e, List.of("good", "bad", "severe", "double").get(level), noticed.weight());
    }

    private void give(Episode e, String kind, double weight) {
        e.classes.add(kind);
        blows.add(new Blow(kind, weight, kind.equals("good") || kind.equals("recovery")));
    }

    private void gesture(Episode own, boolean ofOneCase) {
        for (Episode e : all) if (ofOneCase ? e == own : e.open()) if (e.level > 0) e.gesture = true;
    }

    private void conclude(Episode e, Event event, Perception noticed, boolean alone) {
        boolean fulfils = event instanceof Event.Delivered
                || event instanceof Event.CaseClosed c && c.outcome() == CaseOutcome.FULFILLED
                || event instanceof Event.Contact c
                        && c.outcome() == Outcome.RESOLVED
                        && c.kind() != ContactKind.COMPLIMENT
                        && !e.caseOpen
                        && e.promisedBy == null;
        boolean withdraws = event instanceof Event.CaseClosed c && c.outcome() == CaseOutcome.WITHDRAWN
                || event instanceof Event.OrderCancelled o && o.by() != Party.SUPPLIER;
        if (fulfils) {
            boolean kept = e.promisedBy != null && !event.time().isAfter(e.promisedBy);
            boolean late = e.promisedBy != null && !kept;
            if (event instanceof Event.Delivered d && d.onTime() != null) {
                kept = d.onTime();
                late = !d.onTime();
            }
            if (late) e.missed = true;
            end(e, "fulfilled");
            if (!e.onceNever) good(e, noticed);
            if (e.level > 0 && (kept || e.gesture) && !e.classes.contains("recovery"))
                give(e, "recovery", noticed.isPerceived() ? noticed.weight() : .8);
        } else if (withdraws) {
            end(e, "withdrawn");
            if (e.contacts >= 2 && e.level == 0) {
                e.level = 1;
                give(e, "bad", .8);
            }
        } else if (event instanceof Event.OrderCancelled) {
            end(e, "unfulfilled");
        } else if (event instanceof Event.CaseClosed c) {
            end(e, c.outcome().word());
        } else if (alone) {
            good(e, noticed);
        }
    }

    private void good(Episode e, Perception noticed) {
        if (noticed.good() && noticed.isPerceived() && e.quality() >= .85 - 1e-9 && !e.classes.contains("good"))
            give(e, "good", noticed.weight());
    }

    private void noteCrowd(Instant t) {
        long some = all.stream()
                .filter(e -> e.open() || e.caseId != null || (e.goal != null || e.product != null) && e.within(t))
                .count();
        if (some > REMEMBERED) crowded = true;
    }
}
