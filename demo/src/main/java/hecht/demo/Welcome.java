package hecht.demo;

import hecht.core.event.Arm;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import java.time.Month;

/// *A call that works*: from March 2026 new customers are called in their second or third week, but for one in five, held
/// back by lot. What works is that a question is settled there and then. As it began in spring, those who were called also
/// came in a better season than those who came before; only the lot tells the two apart.
final class Welcome {
    private static final int BEGAN = Timeline.day(2026, Month.MARCH, 1);
    private static final double HELD_OUT = .2;
    private static final double REACHED = .9;
    private static final String MOMENT = "new customer";

    private Welcome() {}

    static void plan(Plan plan, Chance lot) {
        int day = plan.who.joins() + lot.between(8, 20);
        if (plan.who.joins() < BEGAN || !Plan.isWithin(day)) return;
        Arm arm = lot.happens(HELD_OUT) ? Arm.HELD_OUT : Arm.TREATED;
        long at = Plan.hours(lot, day);
        Handling phone = new Handling(Channel.PHONE, null, "welcome", null, null, null);
        plan.add(new Event.Approached(
                plan.envelope(Source.OUTREACH, at, Subject.NONE, phone), MOMENT, Lichtland.WELCOME_CALL, arm));
        if (arm == Arm.HELD_OUT || !lot.happens(REACHED)) return;
        Subject welcome = new Subject(null, Goal.WELCOME, plan.who.product());
        plan.contact(welcome, phone, at + 240_000_000L, ContactKind.QUESTION, Outcome.RESOLVED, 0, 0);
    }
}
