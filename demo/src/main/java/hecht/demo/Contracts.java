package hecht.demo;

import hecht.core.event.Arm;
import hecht.core.event.Channel;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import java.time.LocalDate;
import java.util.Map;

/// How customers begin and are held: *held, then gone*. A lock holds for one or three years, its last month is the notice
/// window; then it renews by itself, or the variable tariff follows. Which of the two is settled in the contract, not by how
/// the customer feels. Two months before, the renewal mail comes to half of them, by lot, and does nothing.
final class Contracts {
    private static final double RENEWS = .45;
    private static final double HEAT_BARRIER = .95; // no other supplier, but a heat pump
    private static final double INVOLUNTARY = .015; // a year: died, or moved abroad
    private static final int MAIL_BEFORE_DAYS = 60;

    private final Plan plan;
    private final Person who;
    private final Chance lot;

    private Contracts(Plan plan, Chance lot) {
        this.plan = plan;
        this.who = plan.who;
        this.lot = lot;
    }

    /// @return the day on which they come under the variable tariff; a day after the last for never
    static int plan(Plan plan, Chance lot) {
        return new Contracts(plan, lot).plan();
    }

    private int plan() {
        Profile known =
                new Profile(who.name(), who.segment().word(), who.region().title(), who.margin());
        Map<String, String> more = Map.of("house_built", Integer.toString(who.built()));
        int day = who.firstDay();
        int variable = who.segment() == Segment.VARIABLE ? day : Integer.MAX_VALUE;
        Subject product = Subject.ofProduct(who.product());
        Plan.often(lot, INVOLUNTARY, day, this::leavesInvoluntarily);
        if (who.wasThereBefore()) {
            Envelope first = plan.envelope(Source.CRM, Timeline.at(0, 1), Subject.NONE, Handling.NONE, known, more);
            plan.add(new Event.Described(first));
        }
        int ends = who.segment().isLocked() ? firstLockEnds() : 0;
        if (!who.wasThereBefore()) {
            long at = Timeline.at(day, lot.between(7 * 3600, 8 * 3600 - 1)); // before anything else of that day
            Envelope first = plan.envelope(Source.CRM, at, product, Handling.through(Channel.WEB), known, more);
            plan.add(
                    ends == 0
                            ? new Event.Started(first, null, null, null)
                            : new Event.Started(
                                    first,
                                    Timeline.instant(Timeline.endOf(ends)),
                                    Timeline.instant(noticeFrom(ends)),
                                    Timeline.instant(Timeline.endOf(ends))));
            if (who.segment() == Segment.HEAT) heat(at + 1_000_000);
        } else if (who.segment() == Segment.HEAT) {
            heat(Timeline.at(0, 60));
        } else if (ends > 0) {
            locked(Timeline.at(0, 60), ends, Profile.NONE);
        }
        return ends == 0 ? variable : renewals(ends);
    }

    private void heat(long at) {
        Subject heat = Subject.ofProduct(Products.HEAT);
        plan.add(new Event.Contract(plan.envelope(Source.CRM, at, heat), null, null, null, HEAT_BARRIER));
    }

    /// The last day of the first lock: for those who were there before somewhere on its way.
    private int firstLockEnds() {
        int years = who.segment().years;
        if (who.wasThereBefore()) return lot.below(years * 365 - 1) + 1;
        return plusYears(who.joins(), years) - 1;
    }

    private static int plusYears(int day, int years) {
        LocalDate then = Timeline.date(day).plusYears(years);
        return Timeline.day(then.getYear(), then.getMonth(), then.getDayOfMonth());
    }

    private static long noticeFrom(int ends) {
        LocalDate then = Timeline.date(ends).minusMonths(1);
        return Timeline.at(Math.max(0, Timeline.day(then.getYear(), then.getMonth(), then.getDayOfMonth())), 0);
    }

    private void locked(long at, int ends, Profile known) {
        Envelope envelope =
                plan.envelope(Source.CRM, at, Subject.ofProduct(who.product()), Handling.NONE, known, Map.of());
        plan.add(new Event.Contract(
                envelope,
                Timeline.instant(Timeline.endOf(ends)),
                Timeline.instant(noticeFrom(ends)),
                Timeline.instant(Timeline.endOf(ends)),
                null));
    }

    private int renewals(int firstEnds) {
        boolean renews = lot.happens(RENEWS);
        int ends = firstEnds;
        while (Plan.isWithin(ends)) {
            mail(ends - MAIL_BEFORE_DAYS);
            if (!renews) {
                if (Plan.isWithin(ends + 1)) open(ends + 1);
                return ends + 1;
            }
            int next = plusYears(ends, who.segment().years);
            locked(Timeline.at(ends, 3 * 3600), next, Profile.NONE);
            ends = next;
        }
        mail(ends - MAIL_BEFORE_DAYS);
        return Integer.MAX_VALUE;
    }

    /// The lock has passed, and the variable tariff follows.
    private void open(int day) {
        Profile known = new Profile(null, Segment.VARIABLE.word(), null, null);
        Envelope envelope = plan.envelope(
                Source.CRM, Timeline.at(day, 1800), Subject.ofProduct(who.product()), Handling.NONE, known, Map.of());
        plan.add(new Event.Contract(envelope, null, null, null, null));
    }

    private void mail(int day) {
        if (day <= who.firstDay() || !Plan.isWithin(day)) return;
        Arm arm = lot.happens(.5) ? Arm.TREATED : Arm.HELD_OUT;
        plan.add(new Event.Approached(
                plan.envelope(Source.OUTREACH, Plan.hours(lot, day), Subject.NONE, Handling.through(Channel.MAIL)),
                "door opens",
                Lichtland.RENEWAL_MAIL,
                arm));
    }

    private void leavesInvoluntarily(int day) {
        String reason = lot.happens(.6) ? "moved abroad" : "died";
        plan.add(new Event.Left(
                plan.envelope(Source.CRM, Plan.hours(lot, day), Subject.ofProduct(who.product())),
                false,
                reason,
                null,
                Timeline.instant(Timeline.endOf(day))));
    }
}
