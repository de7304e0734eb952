package hecht.demo;

import hecht.core.event.Cause;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.LifeEventKind;
import hecht.core.event.Outcome;

/// *Three suppliers, one move*: Netwerk Midden, MeetWel and WarmteRing each do their own step well, and nobody sees to what
/// lies between. A hand-over that fails is no step, so no process counts it; the customer calls again.
final class Moves {
    private static final double MOVES = .10; // a year
    private static final double HAND_OVER_FAILS = .25;
    private static final double CALLS_ONCE_MORE = .4;
    private static final int PROMISED_DAYS = 10;

    /// Each of the three, its step, and how often that step is right by its own process.
    private enum Party {
        NETWERK_MIDDEN("Netwerk Midden", "connect", .990, 2),
        MEETWEL("MeetWel", "read and register the meter", .985, 5),
        WARMTERING("WarmteRing", "settle the heat", .992, 8);

        final String title;
        final String step;
        final double right;
        final int day; // of the move, when all goes well

        Party(String title, String step, double right, int day) {
            this.title = title;
            this.step = step;
            this.right = right;
            this.day = day;
        }
    }

    private Moves() {}

    static void plan(Plan plan, Chance lot) {
        Plan.often(lot, MOVES, plan.who.firstDay() + 60, day -> move(plan, day, lot));
    }

    private static void move(Plan plan, int first, Chance lot) {
        Subject move = new Subject(plan.ticket("M"), Goal.MOVE, null);
        plan.add(new Event.LifeEvent(
                plan.envelope(Source.CRM, Plan.hours(lot, first), Subject.NONE), LifeEventKind.MOVED));
        plan.opened(move, Plan.hours(lot, first), Timeline.endOf(first + PROMISED_DAYS));
        int late = 0;
        for (Party party : Party.values()) {
            int day = first + party.day + late;
            if (!Plan.isWithin(day)) return;
            plan.step(move, party.step, party.title, Plan.hours(lot, day), lot.happens(party.right), 14);
            if (!lot.happens(HAND_OVER_FAILS)) continue;
            do {
                late += lot.between(1, 4);
                if (!Plan.isWithin(first + party.day + late)) return;
                callsAgain(plan, move, party, first + party.day + late, lot);
            } while (lot.happens(CALLS_ONCE_MORE));
        }
        int done = first + Party.WARMTERING.day + late + lot.below(3);
        if (Plan.isWithin(done)) plan.closed(move, Timeline.at(done, 23 * 3600));
    }

    /// Everybody asked did their own part, so nobody calls it unresolved.
    private static void callsAgain(Plan plan, Subject move, Party party, int day, Chance lot) {
        Channel channel = lot.happens(.7) ? Channel.PHONE : Channel.MAIL;
        Handling by = new Handling(channel, null, null, party.title, null, Cause.SUPPLIER);
        Outcome outcome = lot.happens(.6) ? Outcome.PROMISED : lot.happens(.5) ? Outcome.RESOLVED : null;
        double wait = channel == Channel.PHONE ? Math.rint(90 * lot.exponential()) : 0;
        plan.contact(move, by, Plan.hours(lot, day), ContactKind.QUESTION, outcome, wait, 0);
    }
}
