package hecht.core.event;

import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one way from named fields to an event, whatever they were read from. Says all that is wrong with a row at once:
/// which field, what was expected, what was found. Not for several threads.
public final class EventReader {
    private final Values values;

    /// @param zone for moments without an offset and for bare dates; null where there is none, and then they are refused
    /// @param latest the last moment that is believed, one day ahead of now
    public EventReader(@Nullable ZoneId zone, Instant latest) {
        this.values = new Values(zone, latest);
    }

    public Reading read(NamedValues from) {
        values.begin(from);
        EventType type = values.type();
        if (type != null) values.refuseStrangers(type);
        else values.refuseUnknown();
        // The envelope is read whatever the type is, so that one pass names everything that is wrong.
        String source = values.required(Field.SOURCE);
        String id = values.required(Field.ID);
        Instant time = values.time();
        String customer = values.required(Field.CUSTOMER);
        Subject subject = values.subject();
        Handling handling = values.handling();
        Profile profile = values.profile();
        String text = values.text(Field.TEXT);
        Envelope envelope = Values.PROBE;
        try {
            if (!values.isRefused())
                envelope = new Envelope(source, id, time, customer, subject, handling, profile, text, attributes(from));
        } catch (Invalid first) {
            values.examineEnvelope(from.attributes());
        }
        if (type == null) return values.refused();
        while (true) {
            try {
                Event event = body(type, envelope);
                return values.isRefused() ? values.refused() : new Reading.Accepted(event);
            } catch (Invalid invalid) {
                // A constructor tells one thing at a time: without that field, what else?
                if (!values.strike(invalid.problem())) return values.refused();
            }
        }
    }

    private static Map<String, String> attributes(NamedValues from) {
        return from.attributes().isEmpty() ? Map.of() : Map.copyOf(from.attributes());
    }

    /// The fields of each type. A new type of event is a new line here; the compiler asks for it.
    private Event body(EventType type, Envelope e) {
        Values v = values;
        return switch (type) {
            case DESCRIBED -> new Event.Described(e);
            case STARTED ->
                new Event.Started(
                        e, v.endOfDay(Field.LOCKED_UNTIL), v.moment(Field.NOTICE_FROM), v.endOfDay(Field.NOTICE_TO));
            case CONTRACT ->
                new Event.Contract(
                        e,
                        v.endOfDay(Field.LOCKED_UNTIL),
                        v.moment(Field.NOTICE_FROM),
                        v.endOfDay(Field.NOTICE_TO),
                        v.number(Field.BARRIER));
            case PRODUCT_ADDED -> new Event.ProductAdded(e, v.number(Field.AMOUNT));
            case PRODUCT_DROPPED -> new Event.ProductDropped(e, v.number(Field.AMOUNT));
            case LEFT ->
                new Event.Left(
                        e,
                        v.requiredFlag(Field.VOLUNTARY),
                        v.text(Field.REASON),
                        v.text(Field.DESTINATION),
                        v.moment(Field.EFFECTIVE));
            case CONTACT ->
                new Event.Contact(
                        e,
                        v.requiredChoice(Field.DIRECTION, Direction.class),
                        v.choice(Field.KIND, ContactKind.class),
                        v.choice(Field.OUTCOME, Outcome.class),
                        v.number(Field.WAIT_SECONDS),
                        v.number(Field.HANDLING_SECONDS),
                        v.count(Field.TRANSFERS),
                        v.number(Field.SENTIMENT),
                        v.number(Field.EFFORT),
                        v.number(Field.COST));
            case CASE_OPENED -> new Event.CaseOpened(e, v.endOfDay(Field.PROMISED_BY));
            case CASE_STEP -> new Event.CaseStep(e, v.flag(Field.RIGHT_BY_PROCESS), v.number(Field.COST));
            case CASE_CLOSED -> new Event.CaseClosed(e, v.requiredChoice(Field.OUTCOME, CaseOutcome.class));
            case CASE_REOPENED -> new Event.CaseReopened(e);
            case ORDERED ->
                new Event.Ordered(
                        e,
                        v.number(Field.AMOUNT),
                        v.text(Field.CURRENCY),
                        v.endOfDay(Field.PROMISED_BY),
                        v.count(Field.ITEMS));
            case DELIVERED -> new Event.Delivered(e, v.flag(Field.ON_TIME));
            case RETURNED -> new Event.Returned(e, v.choice(Field.BY, Party.class), v.number(Field.AMOUNT));
            case ORDER_CANCELLED ->
                new Event.OrderCancelled(e, v.choice(Field.BY, Party.class), v.number(Field.AMOUNT));
            case INVOICED -> new Event.Invoiced(e, money());
            case PAID -> new Event.Paid(e, money());
            case REMINDED -> new Event.Reminded(e, money());
            case REFUNDED -> new Event.Refunded(e, money());
            case MESSAGE_SENT -> new Event.MessageSent(e, v.choice(Field.KIND, MessageKind.class));
            case MESSAGE_OPENED -> new Event.MessageOpened(e);
            case MESSAGE_CLICKED -> new Event.MessageClicked(e);
            case UNSUBSCRIBED -> new Event.Unsubscribed(e);
            case USED -> new Event.Used(e, v.count(Field.COUNT), v.number(Field.SECONDS));
            case DISRUPTED -> new Event.Disrupted(e, v.endOfDay(Field.UNTIL), v.flag(Field.PLANNED));
            case SURVEY_SENT -> new Event.SurveySent(e, v.text(Field.SURVEY));
            case SURVEY_ANSWERED ->
                new Event.SurveyAnswered(
                        e,
                        v.required(Field.QUESTION),
                        v.requiredNumber(Field.SCORE),
                        v.requiredNumber(Field.SCALE_MIN),
                        v.requiredNumber(Field.SCALE_MAX),
                        v.text(Field.SURVEY),
                        v.choice(Field.DIMENSION, Dimension.class),
                        v.choice(Field.PILLAR, Pillar.class));
            case REVIEWED -> new Event.Reviewed(e, v.requiredNumber(Field.STARS));
            case SAID -> new Event.Said(e, v.text(Field.THEME), v.number(Field.SENTIMENT), v.text(Field.PROMISE));
            case REWARDED -> new Event.Rewarded(e, v.requiredChoice(Field.FORM, Form.class), v.number(Field.AMOUNT));
            case APPROACHED ->
                new Event.Approached(e, v.text(Field.MOMENT), v.text(Field.EXPERIMENT), v.choice(Field.ARM, Arm.class));
            case LIFE_EVENT -> new Event.LifeEvent(e, v.requiredChoice(Field.KIND, LifeEventKind.class));
            case MERGED -> new Event.Merged(e, v.required(Field.FROM));
            case ERASED -> new Event.Erased(e);
        };
    }

    private Money money() {
        Double amount = values.number(Field.AMOUNT);
        String currency = values.text(Field.CURRENCY);
        String method = values.text(Field.METHOD);
        Double daysLate = values.number(Field.DAYS_LATE);
        if (amount == null && currency == null && method == null && daysLate == null) return Money.UNKNOWN;
        return new Money(amount, currency, method, daysLate);
    }

    /// The labels that a person could have meant by one that is no field.
    static List<String> permitted(@Nullable EventType type) {
        return type == null
                ? java.util.Arrays.stream(Field.values()).map(Field::label).toList()
                : type.labels();
    }
}
