package hecht.demo;

import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.Form;
import hecht.core.event.LifeEventKind;
import hecht.core.event.Outcome;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Anneke Terpstra, whose three years are told and not drawn: warm with the solar advice, loose with a move that took six
/// contacts, a little back by an apology, and held by a door that opens in December.
final class Anneke {
    private static final Handling PHONE = Handling.through(Channel.PHONE);
    private static final Handling CHAT = Handling.through(Channel.CHAT);
    private static final Handling VISIT = Handling.through(Channel.VISIT);

    private static final double NEVER = 1e9; // more reason to leave than three years can give
    private static final double LOOSENED = -20; // points of health that the move took

    private final Plan plan;

    private Anneke(Plan plan) {
        this.plan = plan;
    }

    /// Her events are as told whatever her condition is. Of the lives that they allow, hers is the first by lot in which it
    /// was the move that loosened her, so that her truth is her story.
    static Truth live(Law law, Chance lot, Consumer<Event> events) {
        for (int draw = 0; ; draw++) {
            List<Event> happened = new ArrayList<>();
            Truth truth = Life.of(law, told(), lot.about("life " + draw), NEVER, happened::add);
            if (truth.points().getOrDefault(Story.MOVE, 0.0) > LOOSENED) continue;
            happened.forEach(events);
            return truth;
        }
    }

    private static Plan told() {
        Plan plan = new Plan(Person.anneke());
        Anneke her = new Anneke(plan);
        her.begins();
        her.warms();
        her.moves();
        her.looksAround();
        return plan;
    }

    private static long at(int year, Month month, int day, int hour) {
        return Timeline.at(Timeline.day(year, month, day), hour * 3600);
    }

    private static long endOf(int year, Month month, int day) {
        return Timeline.endOf(Timeline.day(year, month, day));
    }

    private void begins() {
        Person who = plan.who;
        Profile known =
                new Profile(who.name(), who.segment().word(), who.region().title(), who.margin());
        Envelope first = plan.envelope(
                Source.CRM,
                at(2023, Month.NOVEMBER, 20, 10),
                Subject.ofProduct(Products.ELECTRICITY),
                VISIT,
                known,
                Map.of("house_built", Integer.toString(who.built())));
        plan.add(new Event.Started(
                first,
                Timeline.instant(endOf(2025, Month.JANUARY, 31)),
                Timeline.instant(at(2024, Month.DECEMBER, 1, 0)),
                Timeline.instant(endOf(2025, Month.JANUARY, 31))));
        asks(Goal.WELCOME, at(2023, Month.DECEMBER, 14, 15), PHONE, ContactKind.QUESTION, Outcome.RESOLVED);
        Subject door = Subject.ofProduct(Products.ELECTRICITY);
        plan.add(new Event.Contract(
                plan.envelope(Source.CRM, at(2025, Month.JANUARY, 31, 3), door),
                Timeline.instant(endOf(2027, Month.JANUARY, 31)),
                Timeline.instant(at(2026, Month.DECEMBER, 1, 0)),
                Timeline.instant(endOf(2027, Month.JANUARY, 31)),
                null));
    }

    private void warms() {
        asks(Goal.BILL, at(2024, Month.MARCH, 6, 11), PHONE, ContactKind.QUESTION, Outcome.RESOLVED);
        plan.add(new Event.SurveySent(
                plan.envelope(Source.SURVEY, at(2024, Month.JUNE, 15, 9), Subject.NONE), "relation-2024"));
        plan.add(new Event.SurveyAnswered(
                plan.envelope(Source.SURVEY, at(2024, Month.JUNE, 18, 20), Subject.NONE, Handling.through(Channel.WEB)),
                "NPS",
                9,
                0,
                10,
                "relation-2024",
                null,
                null));
        Subject panels = new Subject(plan.ticket("Z"), "start feed-in", Products.FEED_IN);
        plan.contact(panels, VISIT, at(2024, Month.OCTOBER, 2, 14), ContactKind.ADVICE, Outcome.RESOLVED, 0, 0);
        plan.add(new Event.Ordered(
                plan.envelope(Source.CRM, at(2024, Month.OCTOBER, 2, 15), panels),
                null,
                null,
                Timeline.instant(endOf(2024, Month.NOVEMBER, 12)),
                11));
        plan.add(new Event.Delivered(plan.envelope(Source.FIELD, at(2024, Month.NOVEMBER, 12, 16), panels), null));
        plan.add(new Event.ProductAdded(
                plan.envelope(Source.CRM, at(2024, Month.NOVEMBER, 12, 17), Subject.ofProduct(Products.FEED_IN)),
                null));
        bill(at(2024, Month.NOVEMBER, 24, 6), plan.who.instalment());
        plan.contact(Subject.NONE, VISIT, at(2025, Month.FEBRUARY, 4, 13), ContactKind.COMPLIMENT, null, 0, 0);
        bill(at(2025, Month.NOVEMBER, 24, 6), 1.62 * plan.who.instalment());
        asks(Goal.INSTALMENT, at(2025, Month.DECEMBER, 3, 19), CHAT, ContactKind.REQUEST, Outcome.RESOLVED);
    }

    private void bill(long at, double amount) {
        Subject bill = new Subject(plan.ticket("F"), null, Products.ELECTRICITY);
        plan.add(new Event.Invoiced(plan.envelope(Source.BILLING, at, bill), Money.of(Math.rint(amount))));
    }

    /// Six contacts, every step right by its own process, and nobody who saw to what lay between.
    private void moves() {
        Subject move = new Subject(plan.ticket("M"), Goal.MOVE, null);
        plan.add(new Event.LifeEvent(
                plan.envelope(Source.CRM, at(2026, Month.APRIL, 2, 20), Subject.NONE), LifeEventKind.MOVED));
        plan.opened(move, at(2026, Month.APRIL, 2, 20), endOf(2026, Month.APRIL, 12));
        plan.step(move, "connect", "Netwerk Midden", at(2026, Month.APRIL, 5, 9), true, 14);
        calls(move, at(2026, Month.APRIL, 14, 9), "MeetWel", ContactKind.QUESTION, Outcome.PROMISED);
        plan.step(move, "read and register the meter", "MeetWel", at(2026, Month.APRIL, 17, 9), true, 14);
        calls(move, at(2026, Month.APRIL, 28, 12), "Netwerk Midden", ContactKind.QUESTION, Outcome.PROMISED);
        calls(move, at(2026, Month.MAY, 12, 10), "WarmteRing", ContactKind.COMPLAINT, Outcome.PROMISED);
        plan.add(new Event.Contract(
                plan.envelope(Source.CRM, at(2026, Month.MAY, 12, 18), Subject.ofProduct(Products.HEAT)),
                null,
                null,
                null,
                .95));
        plan.step(move, "settle the heat", "WarmteRing", at(2026, Month.MAY, 15, 9), true, 14);
        calls(move, at(2026, Month.MAY, 19, 16), "WarmteRing", ContactKind.QUESTION, null);
        calls(move, at(2026, Month.MAY, 26, 11), "MeetWel", ContactKind.QUESTION, Outcome.PROMISED);
        plan.outward(Source.CRM, move, PHONE, at(2026, Month.MAY, 28, 14), null);
        plan.add(new Event.Rewarded(
                plan.envelope(Source.CRM, at(2026, Month.MAY, 28, 15), move, PHONE), Form.EMOTION, 40.0));
        plan.closed(move, at(2026, Month.MAY, 28, 16));
    }

    private void looksAround() {
        plan.add(Routine.looked(plan, at(2026, Month.AUGUST, 11, 21)));
        asks("heat tariff", at(2026, Month.SEPTEMBER, 3, 10), CHAT, ContactKind.QUESTION, Outcome.RESOLVED);
    }

    private void asks(String goal, long at, Handling by, ContactKind kind, @Nullable Outcome outcome) {
        plan.contact(new Subject(null, goal, null), by, at, kind, outcome, 0, 0);
    }

    private void calls(Subject move, long at, String supplier, ContactKind kind, @Nullable Outcome outcome) {
        Handling by = new Handling(Channel.PHONE, null, null, supplier, null, null);
        plan.add(new Event.Contact(
                plan.envelope(Source.CRM, at, move, by),
                Direction.IN,
                kind,
                outcome,
                null,
                null,
                null,
                null,
                null,
                6.5));
    }
}
