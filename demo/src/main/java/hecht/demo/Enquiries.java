package hecht.demo;

import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.Form;
import hecht.core.event.Outcome;
import java.time.LocalDate;
import java.util.function.IntConsumer;

/// Why people call of themselves: bills, instalments, questions, complaints. In winter more of them call, wait longer, and
/// have to call again.
final class Enquiries {
    private static final double QUESTIONS = .70; // a year
    private static final double INSTALMENTS = .50;
    private static final double COMPLAINTS = .05;
    private static final double COMES_BACK = .85;
    private static final double WINTER = 1.5;
    private static final double SUMMER = .75;
    private static final double SPREAD_NEW = .17; // of the logarithm of what is left to pay
    private static final double SPREAD_OLD = .27; // hard to heat
    private static final double MUCH_HIGHER = 1.25; // bills that are noticed

    private final Plan plan;
    private final Person who;
    private final Chance lot;

    private Enquiries(Plan plan, Chance lot) {
        this.plan = plan;
        this.who = plan.who;
        this.lot = lot;
    }

    static void plan(Plan plan, Chance lot) {
        Enquiries it = new Enquiries(plan, lot);
        double calls = plan.who.region().calls;
        it.often(QUESTIONS * calls, day -> it.asks(Goal.QUESTION, ContactKind.QUESTION, day, .86));
        it.often(INSTALMENTS * calls, it::changesInstalment);
        it.often(COMPLAINTS, it::complains);
        it.statements();
    }

    private void often(double aYear, IntConsumer happens) {
        Plan.often(lot, aYear * WINTER, who.firstDay() + 3, day -> {
            if (Timeline.isWinter(day) || lot.happens(SUMMER / WINTER)) happens.accept(day);
        });
    }

    /// Gets in touch until it is settled or given up.
    private void asks(String goal, ContactKind kind, int first, double settles) {
        Subject subject = new Subject(null, goal, who.product());
        double good = who.region().settled + (Timeline.isWinter(first) ? settles - .10 : settles + .04);
        for (int day = first; Plan.isWithin(day); day += lot.between(2, 9)) {
            boolean settled = lot.happens(good);
            Outcome outcome = settled ? Outcome.RESOLVED : NOT_SETTLED[lot.among(.5, .3, .2)];
            contact(subject, kind, outcome, day);
            if (settled || !lot.happens(COMES_BACK)) return;
        }
    }

    private static final Outcome[] NOT_SETTLED = {Outcome.UNRESOLVED, Outcome.PROMISED, Outcome.TRANSFERRED};
    private static final Channel[] CHANNELS = {Channel.PHONE, Channel.CHAT, Channel.MAIL, Channel.WEB, Channel.APP};

    private void contact(Subject subject, ContactKind kind, Outcome outcome, int day) {
        Channel channel = CHANNELS[lot.among(.5, .2, .12, .1, .08)];
        boolean live = channel == Channel.PHONE || channel == Channel.CHAT;
        double wait = live ? Math.rint(lot.exponential() * (Timeline.isWinter(day) ? 170 : 70)) : 0;
        int transfers = live && lot.happens(.08) ? 1 : 0;
        Handling by = new Handling(channel, null, "customer service", null, null, null);
        plan.contact(subject, by, Plan.hours(lot, day), kind, outcome, wait, transfers);
    }

    private void changesInstalment(int day) {
        asks(Goal.INSTALMENT, ContactKind.REQUEST, day, .93);
        if (Plan.isWithin(day + 1)) bill(day + 1, who.instalment() * (.85 + .25 * lot.uniform()));
    }

    private void bill(int day, double amount) {
        plan.add(new Event.Invoiced(
                plan.envelope(
                        Source.BILLING, Timeline.at(day, 6 * 3600), new Subject(plan.ticket("F"), null, who.product())),
                Money.of(Math.rint(amount * 100) / 100)));
    }

    /// Once a year, most of them in winter: what is left to pay, about a month's instalment.
    private void statements() {
        int month = lot.happens(.5) ? lot.between(0, 3) : lot.between(4, 11);
        LocalDate day = Timeline.FIRST.plusMonths(month).plusDays(lot.below(28));
        for (; !day.isAfter(Timeline.LAST); day = day.plusYears(1)) {
            int at = Timeline.day(day.getYear(), day.getMonth(), day.getDayOfMonth());
            if (at <= who.firstDay() + 20) continue;
            double times = lot.multiple(who.livesInOldHouse() ? SPREAD_OLD : SPREAD_NEW);
            bill(at, who.instalment() * times);
            boolean higher = times > MUCH_HIGHER;
            if (lot.happens(higher ? .4 : .1) && Plan.isWithin(at + 8))
                asks(Goal.BILL, ContactKind.QUESTION, at + lot.between(1, 8), higher ? .75 : .85);
        }
    }

    /// A complaint is put right at once, or a repair is promised, or nothing comes of it.
    private void complains(int day) {
        Subject subject = Subject.ofGoal(Goal.COMPLAINT);
        switch (lot.among(.4, .45, .15)) {
            case 0 -> contact(subject, ContactKind.COMPLAINT, Outcome.RESOLVED, day);
            case 1 -> {
                contact(subject, ContactKind.COMPLAINT, Outcome.PROMISED, day);
                int back = day + lot.between(2, 10);
                if (!Plan.isWithin(back)) return;
                boolean kept = lot.happens(.75);
                if (!kept) contact(subject, ContactKind.COMPLAINT, Outcome.UNRESOLVED, back);
                if (kept || lot.happens(.4)) makesGood(subject, kept ? back : back + 1);
            }
            default -> contact(subject, ContactKind.COMPLAINT, Outcome.UNRESOLVED, day);
        }
    }

    /// A gesture from person to person, and it is settled.
    private void makesGood(Subject subject, int day) {
        if (!Plan.isWithin(day)) return;
        long at = Plan.hours(lot, day);
        Handling phone = new Handling(Channel.PHONE, null, "customer service", null, null, null);
        plan.add(new Event.Rewarded(plan.envelope(Source.CRM, at, Subject.NONE, phone), Form.APPRECIATION, null));
        plan.outward(Source.CRM, subject, phone, at + 300_000_000L, Outcome.RESOLVED);
    }
}
