package hecht.lab;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.CaseOutcome;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.MessageKind;
import hecht.core.event.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Histories to measure with: what the systems of an energy supplier, or of a shop, hold of one customer over three years,
/// about twenty events. Kinds and proportions are made up to be plain and to reach every part of the fold: bills and direct
/// debits, contacts that come back, cases kept and broken, surveys asked and answered, contracts, leaving. The same number
/// gives the same history, on every machine.
public final class Histories {
    /// When every history begins.
    public static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    /// When every history ends.
    public static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final int DAYS = (int) Duration.between(START, END).toDays();
    private static final int MOST_EVENTS = 1_000; // of one customer: ids stay unique
    private static final long SEED = 0x6865636874L;

    private final SplittableRandom random;
    private final int number;
    private final String customer;
    private int next; // events so far, counting those left out
    private final List<Event> events = new ArrayList<>(32);

    private Histories(int number) {
        this.random = new SplittableRandom(SEED + number * 0x9e3779b97f4a7c15L);
        this.number = number;
        this.customer = key(number);
    }

    /// The key of a customer.
    public static String key(int number) {
        return "K" + (1_000_000 + number);
    }

    /// One customer of an energy supplier, in canonical order.
    ///
    /// @param number 0 or more; each is another customer
    public static List<Event> ofSupplier(int number) {
        return new Histories(number).supplier();
    }

    /// One customer of a shop, in canonical order: orders by an own rate, deliveries, now and then a question,
    /// some mail.
    public static List<Event> ofShop(int number) {
        return new Histories(number).shop();
    }

    // ---- the supplier

    private List<Event> supplier() {
        contract();
        bills();
        mail();
        for (int i = random.nextInt(4); i > 0; i--) goal();
        for (int i = random.nextInt(3); i > 0; i--) survey(day());
        if (chance(.3)) disruption();
        if (chance(.1)) add(new Event.ProductAdded(about(day(), "portal", Subject.ofProduct("gas")), null));
        if (chance(.05)) leave();
        return inOrder();
    }

    private void contract() {
        Subject power = Subject.ofProduct("power");
        if (chance(.4)) add(new Event.Started(about(0, "crm", power), null, null, null));
        for (int day = random.nextInt(300); day < DAYS; day += 365) {
            Instant end = at(day + 365);
            add(new Event.Contract(about(day, "crm", power), end, end.minus(Duration.ofDays(30)), end, null));
        }
    }

    private void bills() {
        double usual = 100 + random.nextInt(200);
        for (int day = random.nextInt(180); day < DAYS; day += 180) {
            Subject bill = Subject.ofCase("B" + id());
            double amount = Math.rint(usual * (chance(.1) ? 1.5 : .9 + .2 * random.nextDouble()));
            boolean debit = chance(.8);
            Money money = new Money(amount, "EUR", debit ? "direct debit" : "transfer", null);
            add(new Event.Invoiced(about(day, "billing", bill), money));
            add(new Event.Paid(about(day + 14, "billing", bill), money));
            if (!debit && chance(.05)) add(new Event.Reminded(about(day + 20, "billing", bill), money));
        }
    }

    private void mail() {
        for (int i = random.nextInt(4); i > 0; i--) {
            int day = day();
            add(new Event.MessageSent(about(day, "mailing", Subject.NONE), MessageKind.NEWSLETTER));
            if (chance(.3)) add(new Event.MessageOpened(about(day + 1, "mailing", Subject.NONE)));
        }
        if (chance(.5)) add(new Event.MessageSent(about(day(), "mailing", Subject.NONE), MessageKind.PRICE));
    }

    /// Something the customer wants: some contacts, sometimes a case that is promised, kept, broken or forgotten.
    private void goal() {
        int day = day();
        if (chance(.3)) {
            errand(day);
            return;
        }
        Subject goal = Subject.ofGoal(GOALS[random.nextInt(GOALS.length)]);
        boolean complaint = chance(.15);
        while (true) {
            Outcome outcome = chance(.7) ? Outcome.RESOLVED : chance(.5) ? Outcome.UNRESOLVED : Outcome.TRANSFERRED;
            contact(day, goal, complaint ? ContactKind.COMPLAINT : ContactKind.QUESTION, outcome);
            if (outcome == Outcome.RESOLVED ? chance(.9) : chance(.3)) return;
            day += 1 + random.nextInt(9);
        }
    }

    private static final String[] GOALS = {
        "move house", "understand the bill", "change the instalment", "cancel", "meter"
    };

    private void errand(int day) {
        Subject errand = Subject.ofCase("Z" + id());
        int promised = day + 7;
        add(new Event.CaseOpened(about(day, "cases", errand), at(promised)));
        if (chance(.5)) add(new Event.CaseStep(stepped(day + 2, errand), true, null));
        int done = chance(.8) ? promised - 1 : promised + random.nextInt(10);
        if (done > promised && chance(.5)) contact(promised + 1, errand, ContactKind.QUESTION, Outcome.PROMISED);
        if (chance(.9)) add(new Event.CaseClosed(about(done, "cases", errand), CaseOutcome.FULFILLED));
    }

    private void contact(int day, Subject about, ContactKind kind, Outcome outcome) {
        Double wait = chance(.5) ? (double) random.nextInt(900) : null;
        Integer transfers = outcome == Outcome.TRANSFERRED ? 1 + random.nextInt(2) : null;
        Double sentiment = chance(.3) ? random.nextInt(21) / 10.0 - 1 : null;
        Envelope envelope =
                about(day, "contact", about).by(Handling.through(chance(.6) ? Channel.PHONE : Channel.CHAT));
        add(new Event.Contact(envelope, Direction.IN, kind, outcome, wait, 300.0, transfers, sentiment, null, null));
    }

    private void survey(int day) {
        add(new Event.SurveySent(about(day, "survey", Subject.NONE), "relation"));
        if (!chance(.27)) return;
        Envelope later = about(day + 1 + random.nextInt(10), "survey", Subject.NONE);
        if (chance(.6)) add(new Event.SurveyAnswered(later, "NPS", random.nextInt(11), 0, 10, "relation", null, null));
        else add(new Event.SurveyAnswered(later, "CSAT", 1 + random.nextInt(5), 1, 5, "relation", null, null));
    }

    private void disruption() {
        int day = day();
        Instant until = at(day).plus(Duration.ofHours(1 + random.nextInt(12)));
        Envelope envelope = Envelope.of("grid", id(), at(day), customer);
        add(new Event.Disrupted(envelope, until, false));
    }

    private void leave() {
        int day = DAYS / 2 + random.nextInt(DAYS / 2);
        Envelope envelope = about(day, "crm", Subject.NONE);
        events.removeIf(each -> each.time().isAfter(envelope.time()));
        add(new Event.Left(envelope, chance(.7), null, null, null));
    }

    // ---- the shop

    private List<Event> shop() {
        double daysBetween = 15 / (.1 + random.nextDouble());
        for (double day = random.nextInt(200); day < DAYS && events.size() < 80; day += gap(daysBetween)) {
            int on = (int) day;
            Subject order = Subject.ofCase("O" + id());
            add(new Event.Ordered(about(on, "shop", order), 20.0 + random.nextInt(80), "EUR", at(on + 3), 1));
            add(new Event.Delivered(about(on + (chance(.9) ? 2 : 5), "shop", order), null));
            if (chance(.1)) contact(on + 4, order, ContactKind.QUESTION, Outcome.RESOLVED);
            if (chance(.1)) add(new Event.Reviewed(about(on + 6, "shop", order), 1 + random.nextInt(5)));
        }
        mail();
        return inOrder();
    }

    private double gap(double mean) {
        return 1 - StrictMath.log(1 - random.nextDouble()) * mean;
    }

    // ---- one event

    private Envelope about(int day, String source, Subject subject) {
        Instant time = at(day).plusSeconds(8 * 3600 + random.nextInt(10 * 3600));
        return Envelope.of(source, id(), time, customer).about(subject);
    }

    private Envelope stepped(int day, Subject subject) {
        return about(day, "cases", subject).by(new Handling(null, "check", null, null, null, null));
    }

    private void add(Event event) {
        if (event.time().isBefore(END)) events.add(event);
    }

    private List<Event> inOrder() {
        events.sort(CanonicalOrder.INSTANCE);
        return List.copyOf(events);
    }

    private String id() {
        return Long.toString((long) number * MOST_EVENTS + next++);
    }

    private int day() {
        return random.nextInt(DAYS);
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }
}
