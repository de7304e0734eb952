package hecht.core;

import hecht.core.event.Arm;
import hecht.core.event.CaseOutcome;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.Event.Money;
import hecht.core.event.Form;
import hecht.core.event.MessageKind;
import hecht.core.event.Outcome;
import hecht.core.event.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One customer's story, told event by event, for tests. Days begin at ten in the morning in Amsterdam; what is told next is
/// about the case, goal or product last named, until the next day.
public final class Story {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final String customer;
    private final List<Event> events = new ArrayList<>();
    private Instant now = on(LocalDate.of(2025, 1, 1));
    private Subject subject = Subject.NONE;

    private Story(String customer) {
        this.customer = customer;
    }

    public static Story of(String customer) {
        return new Story(customer);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /// Ten in the morning of a day.
    public static Instant on(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }

    /// The last microsecond of a day.
    public static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    // ---- when, and what about

    public Story on(String day) {
        return at(on(LocalDate.parse(day)));
    }

    public Story at(Instant moment) {
        now = moment;
        subject = Subject.NONE;
        return this;
    }

    /// Some hours later, about the same.
    public Story hoursLater(int hours) {
        now = now.plus(hours, ChronoUnit.HOURS);
        return this;
    }

    public Story aboutCase(String caseId) {
        subject = new Subject(caseId, subject.goal(), subject.product());
        return this;
    }

    public Story aboutGoal(String goal) {
        subject = new Subject(subject.caseId(), goal, subject.product());
        return this;
    }

    public Story aboutProduct(String product) {
        subject = new Subject(subject.caseId(), subject.goal(), product);
        return this;
    }

    // ---- what happened

    public Envelope envelope() {
        return Envelope.of("story", "%s-%03d".formatted(customer, events.size()), now, customer)
                .about(subject);
    }

    public Story tell(Event event) {
        events.add(event);
        return this;
    }

    public Story started() {
        return tell(new Event.Started(envelope(), null, null, null));
    }

    public Story contract(@Nullable String lockedUntil, @Nullable Double barrier) {
        Instant lock = lockedUntil == null ? null : endOf(lockedUntil);
        return tell(new Event.Contract(envelope(), lock, null, null, barrier));
    }

    public Story asked(Outcome outcome) {
        return contact(ContactKind.QUESTION, outcome);
    }

    public Story asked() {
        return contact(ContactKind.QUESTION, null);
    }

    public Story complained(Outcome outcome) {
        return contact(ContactKind.COMPLAINT, outcome);
    }

    public Story praised() {
        return contact(ContactKind.COMPLIMENT, null);
    }

    public Story contact(ContactKind kind, @Nullable Outcome outcome) {
        return tell(Event.Contact.of(envelope(), Direction.IN, kind, outcome));
    }

    public Story waited(double seconds, int transfers, Outcome outcome) {
        return tell(new Event.Contact(
                envelope(), Direction.IN, ContactKind.QUESTION, outcome, seconds, null, transfers, null, null, null));
    }

    public Story weCalled(@Nullable Outcome outcome) {
        return tell(Event.Contact.of(envelope(), Direction.OUT, ContactKind.INFORMATION, outcome));
    }

    public Story opened(@Nullable String promisedBy) {
        return tell(new Event.CaseOpened(envelope(), promisedBy == null ? null : endOf(promisedBy)));
    }

    public Story step(boolean right) {
        Envelope e = envelope().by(new Envelope.Handling(null, "check", null, null, null, null));
        return tell(new Event.CaseStep(e, right, null));
    }

    public Story closed(CaseOutcome outcome) {
        return tell(new Event.CaseClosed(envelope(), outcome));
    }

    public Story reopened() {
        return tell(new Event.CaseReopened(envelope()));
    }

    public Story ordered(@Nullable String promisedBy) {
        return tell(new Event.Ordered(envelope(), null, null, promisedBy == null ? null : endOf(promisedBy), null));
    }

    public Story delivered() {
        return tell(new Event.Delivered(envelope(), null));
    }

    /// A delivery that says of itself whether it was on time.
    public Story delivered(boolean onTime) {
        return tell(new Event.Delivered(envelope(), onTime));
    }

    public Story cancelled(Party by) {
        return tell(new Event.OrderCancelled(envelope(), by, null));
    }

    public Story billed(double amount) {
        return tell(new Event.Invoiced(envelope(), Money.of(amount)));
    }

    public Story priceLetter() {
        return tell(new Event.MessageSent(envelope(), MessageKind.PRICE));
    }

    public Story rewarded() {
        return tell(new Event.Rewarded(envelope(), Form.APPRECIATION, null));
    }

    public Story approached() {
        return tell(new Event.Approached(envelope(), null, null, Arm.TREATED));
    }

    public Story invited() {
        return tell(new Event.SurveySent(envelope(), "year"));
    }

    public Story recommended(int score) {
        return tell(new Event.SurveyAnswered(envelope(), "NPS", score, 0, 10, "year", null, null));
    }

    public Story added(String product) {
        return aboutProduct(product).tell(new Event.ProductAdded(envelope(), null));
    }

    public Story dropped(String product) {
        return aboutProduct(product).tell(new Event.ProductDropped(envelope(), null));
    }

    public Story left() {
        return tell(new Event.Left(envelope(), true, null, null, null));
    }

    public Story movedAway() {
        return tell(new Event.Left(envelope(), false, null, null, null));
    }
}
