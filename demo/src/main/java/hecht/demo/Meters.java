package hecht.demo;

import hecht.core.event.Cause;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Form;
import hecht.core.event.Outcome;
import java.time.Month;

/// *Twice wrong with MeetWel*: swapping a meter fails more often in older houses, and from August 2026 the promised repair fails
/// three times as often as before. In that month MeetWel begins to replace the meters of older houses street by street; on 20
/// September it stops, since too many repairs are waiting. So most of the first failures fall in September, and most of the
/// second ones in October.
final class Meters {
    private static final double SWAPS_NEW = .05; // a year
    private static final double SWAPS_OLD = .16;
    private static final double FAILS_NEW = .10;
    private static final double FAILS_OLD = .28;
    private static final double FAILS_AGAIN = .2;
    private static final double TIMES_WORSE = 3;
    private static final int WORSE_FROM = Timeline.day(2026, Month.AUGUST, 1);
    private static final double REPLACED = .5; // of the meters in older houses
    private static final int PROGRAMME_DAYS = 51; // then it is stopped, to make good what was promised first
    private static final int PROGRAMME_PROMISED_DAYS = 42;
    private static final int PROMISED_DAYS = 14;
    private static final String MEETWEL = "MeetWel";

    private final Plan plan;
    private final Chance lot;
    private final Handling visit = new Handling(Channel.VISIT, "swap the meter", null, MEETWEL, null, null);
    private final Handling call = new Handling(Channel.PHONE, null, null, MEETWEL, null, Cause.SUPPLIER);

    private Meters(Plan plan, Chance lot) {
        this.plan = plan;
        this.lot = lot;
    }

    static void plan(Plan plan, Chance lot) {
        Meters meters = new Meters(plan, lot);
        boolean old = plan.who.livesInOldHouse();
        Plan.often(
                lot,
                old ? SWAPS_OLD : SWAPS_NEW,
                plan.who.firstDay() + 30,
                day -> meters.swap(day, old, PROMISED_DAYS, 2, 6));
        if (old) new Meters(plan, lot.about("programme")).replace();
    }

    /// More and more streets a week, until so many repairs are waiting that it is stopped.
    private void replace() {
        int day = WORSE_FROM + (int) (PROGRAMME_DAYS * Math.sqrt(lot.uniform()));
        if (lot.happens(REPLACED) && day > plan.who.firstDay() + 30) swap(day, true, PROGRAMME_PROMISED_DAYS, 10, 20);
    }

    /// @param from,to days after the complaint in which the repair comes
    private void swap(int first, boolean old, int promised, int from, int to) {
        Subject swap = new Subject(plan.ticket("W"), Goal.METER, null);
        plan.opened(swap, Plan.hours(lot, first), Timeline.endOf(first + promised));
        int day = first + lot.between(3, 8);
        if (!Plan.isWithin(day)) return;
        plan.outward(Source.FIELD, swap, visit, Plan.hours(lot, day), null);
        plan.step(swap, "swap the meter", MEETWEL, Plan.hours(lot, day), lot.happens(.97), 55);
        if (!lot.happens(old ? FAILS_OLD : FAILS_NEW)) {
            close(swap, day + lot.below(3));
            return;
        }
        day += lot.between(1, 3);
        if (!complains(swap, day, Outcome.PROMISED)) return;
        day += lot.between(from, to);
        if (!Plan.isWithin(day)) return;
        plan.outward(Source.FIELD, swap, visit, Plan.hours(lot, day), null);
        boolean again = lot.happens(day >= WORSE_FROM ? FAILS_AGAIN * TIMES_WORSE : FAILS_AGAIN);
        if (again) {
            day += lot.between(1, 3);
            if (!complains(swap, day, Outcome.UNRESOLVED)) return;
            day += lot.between(3, 8);
            if (Plan.isWithin(day) && lot.happens(.5)) apologises(swap, day);
        }
        close(swap, day + 1);
    }

    private boolean complains(Subject swap, int day, Outcome outcome) {
        if (!Plan.isWithin(day)) return false;
        double wait = Math.rint(80 * lot.exponential());
        plan.contact(swap, call, Plan.hours(lot, day), ContactKind.COMPLAINT, outcome, wait, 0);
        return true;
    }

    private void apologises(Subject swap, int day) {
        plan.add(new Event.Rewarded(
                plan.envelope(Source.CRM, Plan.hours(lot, day), swap, Handling.through(Channel.PHONE)),
                Form.EMOTION,
                null));
    }

    private void close(Subject swap, int day) {
        if (Plan.isWithin(day)) plan.closed(swap, Timeline.at(day, 22 * 3600));
    }
}
