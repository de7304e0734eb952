package hecht.demo;

import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.MessageKind;
import hecht.demo.Planned.Inclination;
import java.time.Month;

/// What goes on by itself: direct debits and newsletters (thinned to one a quarter), log-ins (two a year), invitations to a
/// survey, the year statement, and the price letter.
final class Routine {
    private static final double DIRECT_DEBIT = .88;
    private static final double READS_NEWSLETTER = .8;
    private static final double OPENS = .2;
    private static final double UNSUBSCRIBES = .03; // a year, of the most tired
    private static final double LOGS_IN = 2; // a year, with an account
    private static final double TAKES_FEED_IN = .025; // a year, of the fondest
    private static final double LOOKS_AT_LEAVING = .07; // a year, of the most tired
    private static final double REMINDED_OF_PAID = .012; // a year
    private static final int QUARTER = 91;
    private static final int HALF_YEAR = 182;
    private static final int PRICE_LETTER = Timeline.day(2025, Month.OCTOBER, 6);
    private static final String EUR = "EUR";

    private final Plan plan;
    private final Person who;
    private final Chance lot;

    private Routine(Plan plan, Chance lot) {
        this.plan = plan;
        this.who = plan.who;
        this.lot = lot;
    }

    /// @param variable the day on which they come under the variable tariff
    static void plan(Plan plan, int variable, Chance lot) {
        Routine routine = new Routine(plan, lot);
        routine.payments();
        routine.newsletters();
        routine.web();
        routine.surveys();
        routine.priceLetter(variable);
    }

    private void payments() {
        boolean direct = lot.happens(DIRECT_DEBIT);
        Money money = new Money(who.instalment(), EUR, direct ? "direct debit" : "transfer", null);
        int first = who.firstDay() + 1 + lot.below(QUARTER - 1);
        for (int day = first; Plan.isWithin(day); day += QUARTER) {
            Subject bill = new Subject(plan.ticket("F"), null, who.product());
            plan.add(new Event.Paid(plan.envelope(Source.BILLING, Timeline.at(day, 4 * 3600), bill), money));
            int later = day + 20 + lot.below(20);
            if (lot.happens(REMINDED_OF_PAID / 4) && Plan.isWithin(later))
                plan.add(new Event.Reminded(plan.envelope(Source.BILLING, Plan.hours(lot, later), bill), money));
        }
    }

    private void newsletters() {
        if (!lot.happens(READS_NEWSLETTER)) return;
        Handling mail = Handling.through(Channel.MAIL);
        for (int day = 20; Plan.isWithin(day); day += QUARTER) {
            if (day <= who.firstDay()) continue;
            plan.add(new Event.MessageSent(
                    plan.envelope(Source.MAIL, Timeline.at(day, 36_000), Subject.NONE, mail), MessageKind.NEWSLETTER));
            int opened = day + lot.below(4);
            if (lot.happens(OPENS) && Plan.isWithin(opened))
                plan.add(new Event.MessageOpened(plan.envelope(
                        Source.MAIL, Timeline.at(opened, lot.between(40_000, 80_000)), Subject.NONE, mail)));
        }
        Plan.often(
                lot,
                UNSUBSCRIBES,
                who.firstDay(),
                day -> plan.add(
                        new Event.Unsubscribed(plan.envelope(Source.MAIL, Plan.hours(lot, day), Subject.NONE, mail)),
                        Inclination.TIRED));
    }

    private void web() {
        Handling web = Handling.through(Channel.WEB);
        if (who.account())
            Plan.often(
                    lot,
                    LOGS_IN,
                    who.firstDay(),
                    day -> plan.add(new Event.Used(
                            plan.envelope(Source.WEB, Plan.hours(lot, day), Subject.NONE, web), 1, null)));
        Plan.often(
                lot,
                LOOKS_AT_LEAVING,
                who.firstDay(),
                day -> plan.add(looked(plan, Plan.hours(lot, day)), Inclination.TIRED));
        if (who.segment() != Segment.HEAT)
            Plan.often(
                    lot,
                    TAKES_FEED_IN,
                    who.firstDay() + HALF_YEAR,
                    day -> plan.add(
                            new Event.ProductAdded(
                                    plan.envelope(
                                            Source.CRM, Plan.hours(lot, day), Subject.ofProduct(Products.FEED_IN)),
                                    null),
                            Inclination.FOND));
    }

    /// A visit to the page about cancelling.
    static Event looked(Plan plan, long at) {
        return Event.Contact.of(
                plan.envelope(Source.WEB, at, Subject.ofGoal(Goal.CANCEL), Handling.through(Channel.WEB)),
                Direction.IN,
                ContactKind.INFORMATION,
                null);
    }

    private void surveys() {
        Handling mail = Handling.through(Channel.MAIL);
        for (int day = who.firstDay() + 30 + lot.below(HALF_YEAR); Plan.isWithin(day); day += HALF_YEAR) {
            String survey = "relation-" + Timeline.date(day).getYear();
            plan.add(new Event.SurveySent(
                    plan.envelope(Source.SURVEY, Timeline.at(day, 33_000), Subject.NONE, mail), survey));
            int answers = day + lot.below(5);
            if (!Plan.isWithin(answers)) continue;
            plan.add(
                    new Event.SurveyAnswered(
                            plan.envelope(
                                    Source.SURVEY,
                                    Timeline.at(answers, lot.between(34_000, 79_000)),
                                    Subject.NONE,
                                    Handling.through(Channel.WEB)),
                            "NPS",
                            7,
                            0,
                            10,
                            survey,
                            null,
                            null),
                    Inclination.ANSWERS);
        }
    }

    private void priceLetter(int variable) {
        if (variable > PRICE_LETTER || who.firstDay() >= PRICE_LETTER) return;
        plan.add(new Event.MessageSent(
                plan.envelope(
                        Source.MAIL,
                        Timeline.at(PRICE_LETTER, 9 * 3600),
                        Subject.NONE,
                        Handling.through(Channel.LETTER)),
                MessageKind.PRICE));
    }
}
