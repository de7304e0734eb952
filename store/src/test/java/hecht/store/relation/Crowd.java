package hecht.store.relation;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.CaseOutcome;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.MessageKind;
import hecht.core.event.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Customers to fill a database with: three years of a supplier, with segments, regions, margins, locks and leavers; a price
/// letter to the variable tariff in one week, and bills that nobody notices. The first customer's last event is at the end. One seed.
final class Crowd {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Instant START = Instant.parse("2023-11-01T08:00:00Z");
    static final Instant LETTER = Instant.parse("2025-10-07T10:00:00Z"); // a Tuesday
    static final Instant END = Instant.parse("2026-10-31T12:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final List<String> REGIONS = List.of("Almere", "Twente", "Zwolle");

    private static final int DAYS = (int) Duration.between(START, END).toDays();

    private final Random random;
    private final int number;
    private final String customer;
    private final List<Event> events = new ArrayList<>();

    private Crowd(int number) {
        this.number = number;
        this.random = new Random(20261031L + number * 7919L);
        this.customer = "K%05d".formatted(number);
    }

    /// Everybody's events, customer by customer.
    static List<Event> of(int customers) {
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < customers; i++) all.addAll(ofOne(i));
        return all;
    }

    /// One customer's, in canonical order.
    static List<Event> ofOne(int number) {
        return new Crowd(number).events();
    }

    private List<Event> events() {
        boolean variable = number % 2 == 0;
        int start = random.nextInt(4) == 0 ? random.nextInt(DAYS - 40) : 0;
        Profile profile = new Profile(
                number % 10 == 9 ? null : "Person" + number + " van Dijk",
                variable ? "variable" : "fixed",
                REGIONS.get(number % 3),
                number % 7 == 6 ? null : (double) (50 + random.nextInt(400)));
        add(new Event.Started(at(start, Subject.ofProduct("power")).with(profile), null, null, null));
        if (!variable) {
            Instant lock = START.plus(Duration.ofDays(start + 365L * (1 + random.nextInt(4))));
            add(new Event.Contract(at(start, Subject.ofProduct("power")), lock, null, null, null));
        }
        for (int day = start + 20; day < DAYS; day += 30)
            if (random.nextInt(3) == 0)
                add(new Event.Invoiced(at(day, Subject.NONE), Money.of(100 + random.nextInt(20))));
        if (variable && start < 600)
            add(new Event.MessageSent(envelope(LETTER.plusSeconds(number), Subject.NONE), MessageKind.PRICE));
        for (int i = random.nextInt(5); i > 0; i--) goal(start);
        if (random.nextInt(3) == 0) survey(start + random.nextInt(DAYS - start));
        if (random.nextInt(10) == 0)
            add(new Event.Left(at(DAYS - random.nextInt(400) % (DAYS - start), Subject.NONE), true, null, null, null));
        if (number == 0) add(new Event.Described(envelope(END, Subject.NONE)));
        events.removeIf(each -> each.time().isAfter(END));
        events.sort(CanonicalOrder.INSTANCE);
        return events;
    }

    private void goal(int start) {
        int day = start + random.nextInt(DAYS - start);
        Subject goal = Subject.ofGoal(random.nextBoolean() ? "move house" : "meter");
        switch (random.nextInt(4)) {
            case 0 -> contact(day, goal, ContactKind.QUESTION, Outcome.RESOLVED);
            case 1 -> {
                contact(day, goal, ContactKind.COMPLAINT, Outcome.PROMISED);
                contact(day + 3, goal, ContactKind.COMPLAINT, Outcome.UNRESOLVED);
                contact(day + 6, goal, ContactKind.QUESTION, Outcome.RESOLVED);
            }
            case 2 -> {
                Subject errand = new Subject("C" + customer + day, "meter", null);
                add(new Event.CaseOpened(at(day, errand), START.plus(Duration.ofDays(day + 5L))));
                add(new Event.CaseClosed(at(day + random.nextInt(12), errand), CaseOutcome.FULFILLED));
            }
            default -> contact(day, goal, ContactKind.COMPLIMENT, null);
        }
    }

    private void survey(int day) {
        add(new Event.SurveySent(at(day, Subject.NONE), "year"));
        if (random.nextBoolean())
            add(new Event.SurveyAnswered(
                    at(day + 2, Subject.NONE), "NPS", random.nextInt(11), 0, 10, "year", null, null));
    }

    private void contact(int day, Subject about, ContactKind kind, @Nullable Outcome outcome) {
        add(Event.Contact.of(at(day, about), Direction.IN, kind, outcome));
    }

    private Envelope at(int day, Subject about) {
        return envelope(START.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(40_000)), about);
    }

    private Envelope envelope(Instant at, Subject about) {
        return Envelope.of("crowd", customer + '-' + events.size(), at, customer)
                .about(about);
    }

    private void add(Event event) {
        events.add(event);
    }
}
