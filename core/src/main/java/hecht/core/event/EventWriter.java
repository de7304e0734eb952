package hecht.core.event;

import hecht.core.event.Envelope.Handling;
import hecht.core.event.Envelope.Profile;
import hecht.core.event.Event.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The way back from an event to named fields, so that what is written can be read again: reading what was written gives
/// an equal event. Fields come in the order of the contract; fields without a value are left out.
public final class EventWriter {
    private EventWriter() {}

    /// @param out takes each field with its text; numbers are written so that they are read back bit for bit
    /// @param attributes takes the attributes, if there are any
    public static void write(Event event, BiConsumer<Field, String> out, BiConsumer<String, String> attributes) {
        Sheet sheet = new Sheet(out);
        name(event, sheet);
        around(event.envelope(), sheet);
        body(event, sheet);
        attributes(event, attributes);
    }

    /// The same without source, id, time, customer and type, for who keeps those five by themselves.
    public static void writeRest(Event event, BiConsumer<Field, String> out, BiConsumer<String, String> attributes) {
        Sheet sheet = new Sheet(out);
        around(event.envelope(), sheet);
        body(event, sheet);
        attributes(event, attributes);
    }

    private static void attributes(Event event, BiConsumer<String, String> out) {
        Map<String, String> attributes = event.envelope().attributes();
        if (!attributes.isEmpty()) new TreeMap<>(attributes).forEach(out);
    }

    private static void name(Event event, Sheet out) {
        Envelope e = event.envelope();
        out.put(Field.SOURCE, e.source());
        out.put(Field.ID, e.id());
        out.put(Field.TIME, e.time());
        out.put(Field.CUSTOMER, e.customer());
        out.put(Field.TYPE, event.type().word());
    }

    private static void around(Envelope e, Sheet out) {
        out.put(Field.CASE, e.subject().caseId());
        out.put(Field.GOAL, e.subject().goal());
        out.put(Field.PRODUCT, e.subject().product());
        Handling h = e.handling();
        out.put(Field.CHANNEL, h.channel());
        out.put(Field.STEP, h.step());
        out.put(Field.TEAM, h.team());
        out.put(Field.SUPPLIER, h.supplier());
        out.put(Field.EMPLOYEE, h.employee());
        out.put(Field.CAUSE, h.cause());
        out.put(Field.TEXT, e.text());
        Profile p = e.profile();
        out.put(Field.NAME, p.name());
        out.put(Field.SEGMENT, p.segment());
        out.put(Field.REGION, p.region());
        out.put(Field.MARGIN, p.margin());
    }

    private static void body(Event event, Sheet out) {
        switch (event) {
            case Event.Started e -> {
                out.put(Field.LOCKED_UNTIL, e.lockedUntil());
                out.put(Field.NOTICE_FROM, e.noticeFrom());
                out.put(Field.NOTICE_TO, e.noticeTo());
            }
            case Event.Contract e -> {
                out.put(Field.LOCKED_UNTIL, e.lockedUntil());
                out.put(Field.NOTICE_FROM, e.noticeFrom());
                out.put(Field.NOTICE_TO, e.noticeTo());
                out.put(Field.BARRIER, e.barrier());
            }
            case Event.ProductAdded e -> out.put(Field.AMOUNT, e.amount());
            case Event.ProductDropped e -> out.put(Field.AMOUNT, e.amount());
            case Event.Left e -> {
                out.put(Field.VOLUNTARY, e.voluntary());
                out.put(Field.REASON, e.reason());
                out.put(Field.DESTINATION, e.destination());
                out.put(Field.EFFECTIVE, e.effective());
            }
            case Event.Contact e -> {
                out.put(Field.DIRECTION, e.direction());
                out.put(Field.KIND, e.kind());
                out.put(Field.OUTCOME, e.outcome());
                out.put(Field.WAIT_SECONDS, e.waitSeconds());
                out.put(Field.HANDLING_SECONDS, e.handlingSeconds());
                out.put(Field.TRANSFERS, e.transfers());
                out.put(Field.SENTIMENT, e.sentiment());
                out.put(Field.EFFORT, e.effort());
                out.put(Field.COST, e.cost());
            }
            case Event.CaseOpened e -> out.put(Field.PROMISED_BY, e.promisedBy());
            case Event.CaseStep e -> {
                out.put(Field.RIGHT_BY_PROCESS, e.rightByProcess());
                out.put(Field.COST, e.cost());
            }
            case Event.CaseClosed e -> out.put(Field.OUTCOME, e.outcome());
            case Event.Ordered e -> {
                out.put(Field.AMOUNT, e.amount());
                out.put(Field.CURRENCY, e.currency());
                out.put(Field.PROMISED_BY, e.promisedBy());
                out.put(Field.ITEMS, e.items());
            }
            case Event.Delivered e -> out.put(Field.ON_TIME, e.onTime());
            case Event.Returned e -> {
                out.put(Field.BY, e.by());
                out.put(Field.AMOUNT, e.amount());
            }
            case Event.OrderCancelled e -> {
                out.put(Field.BY, e.by());
                out.put(Field.AMOUNT, e.amount());
            }
            case Event.Invoiced e -> money(e.money(), out);
            case Event.Paid e -> money(e.money(), out);
            case Event.Reminded e -> money(e.money(), out);
            case Event.Refunded e -> money(e.money(), out);
            case Event.MessageSent e -> out.put(Field.KIND, e.kind());
            case Event.Used e -> {
                out.put(Field.COUNT, e.count());
                out.put(Field.SECONDS, e.seconds());
            }
            case Event.Disrupted e -> {
                out.put(Field.UNTIL, e.until());
                out.put(Field.PLANNED, e.planned());
            }
            case Event.SurveySent e -> out.put(Field.SURVEY, e.survey());
            case Event.SurveyAnswered e -> {
                out.put(Field.QUESTION, e.question());
                out.put(Field.SCORE, e.score());
                out.put(Field.SCALE_MIN, e.scaleMin());
                out.put(Field.SCALE_MAX, e.scaleMax());
                out.put(Field.SURVEY, e.survey());
                out.put(Field.DIMENSION, e.dimension());
                out.put(Field.PILLAR, e.pillar());
            }
            case Event.Reviewed e -> out.put(Field.STARS, e.stars());
            case Event.Said e -> {
                out.put(Field.THEME, e.theme());
                out.put(Field.SENTIMENT, e.sentiment());
                out.put(Field.PROMISE, e.promise());
            }
            case Event.Rewarded e -> {
                out.put(Field.FORM, e.form());
                out.put(Field.AMOUNT, e.amount());
            }
            case Event.Approached e -> {
                out.put(Field.MOMENT, e.moment());
                out.put(Field.EXPERIMENT, e.experiment());
                out.put(Field.ARM, e.arm());
            }
            case Event.LifeEvent e -> out.put(Field.KIND, e.kind());
            case Event.Merged e -> out.put(Field.FROM, e.from());
            case Event.Described e -> {}
            case Event.CaseReopened e -> {}
            case Event.MessageOpened e -> {}
            case Event.MessageClicked e -> {}
            case Event.Unsubscribed e -> {}
            case Event.Erased e -> {}
        }
    }

    private static void money(Money money, Sheet out) {
        out.put(Field.AMOUNT, money.amount());
        out.put(Field.CURRENCY, money.currency());
        out.put(Field.METHOD, money.method());
        out.put(Field.DAYS_LATE, money.daysLate());
    }

    private record Sheet(BiConsumer<Field, String> out) {
        void put(Field field, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Choice choice -> out.accept(field, choice.word());
                case Double number -> out.accept(field, plain(number));
                default -> out.accept(field, value.toString());
            }
        }

        private static String plain(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
    }
}
