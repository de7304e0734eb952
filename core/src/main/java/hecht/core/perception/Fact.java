package hecht.core.perception;

import hecht.core.event.Arm;
import hecht.core.event.Choice;
import hecht.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a rule may ask of an event and its [Situation]. A fact is a word or a number; one that an event does not have is
/// absent, and no condition on it holds.
public enum Fact implements Choice {
    DIRECTION(false),
    KIND(false),
    OUTCOME(false),
    METHOD(false),
    BY(false),
    FORM(false),
    ARM(false),
    PLANNED(false),
    CHANNEL(false),
    CAUSE(false),
    GOAL(false),
    PRODUCT(false),
    STEP(false),
    TEAM(false),
    SUPPLIER(false),
    SEGMENT(false),
    /// `none`, `kept` or `late`.
    PROMISE(false),
    /// `true` when the bill that the event names was paid before.
    PAID_BEFORE(false),
    WAIT_SECONDS(true),
    TRANSFERS(true),
    /// Which inward contact for its goal this is.
    ORDINAL(true),
    DAYS_LATE(true),
    /// The amount as a multiple of the customer's own usual amount.
    TIMES_USUAL(true),
    /// How long it did not work.
    HOURS(true);

    private static final double SECONDS_AN_HOUR = 3600;

    private final boolean number;

    Fact(boolean number) {
        this.number = number;
    }

    public boolean isNumber() {
        return number;
    }

    /// The fact as a word: a choice by its constant's name, other text as it is; null where the event has none.
    @Nullable
    String wordOf(Event event, Situation around) {
        return switch (this) {
            case DIRECTION -> event instanceof Event.Contact e ? e.direction().name() : null;
            case KIND ->
                switch (event) {
                    case Event.Contact e -> name(e.kind());
                    case Event.MessageSent e -> name(e.kind());
                    case Event.LifeEvent e -> e.kind().name();
                    default -> null;
                };
            case OUTCOME ->
                switch (event) {
                    case Event.Contact e -> name(e.outcome());
                    case Event.CaseClosed e -> e.outcome().name();
                    default -> null;
                };
            case METHOD ->
                switch (event) {
                    case Event.Paid e -> e.money().method();
                    case Event.Invoiced e -> e.money().method();
                    case Event.Reminded e -> e.money().method();
                    case Event.Refunded e -> e.money().method();
                    default -> null;
                };
            case BY ->
                switch (event) {
                    case Event.Returned e -> name(e.by());
                    case Event.OrderCancelled e -> name(e.by());
                    default -> null;
                };
            case FORM -> event instanceof Event.Rewarded e ? e.form().name() : null;
            case ARM -> // without an experiment whoever was approached was approached
                event instanceof Event.Approached e ? (e.arm() == null ? Arm.TREATED : e.arm()).name() : null;
            case PLANNED ->
                event instanceof Event.Disrupted e ? Boolean.toString(Boolean.TRUE.equals(e.planned())) : null;
            case CHANNEL -> name(event.envelope().handling().channel());
            case CAUSE -> name(event.envelope().handling().cause());
            case GOAL -> event.envelope().subject().goal();
            case PRODUCT -> event.envelope().subject().product();
            case STEP -> event.envelope().handling().step();
            case TEAM -> event.envelope().handling().team();
            case SUPPLIER -> event.envelope().handling().supplier();
            case SEGMENT -> event.envelope().profile().segment();
            case PROMISE -> around.promise().name();
            case PAID_BEFORE -> Boolean.toString(around.paidBefore());
            case WAIT_SECONDS, TRANSFERS, ORDINAL, DAYS_LATE, TIMES_USUAL, HOURS -> null;
        };
    }

    /// The fact as a number; NaN where the event has none, for which no comparison holds.
    double numberOf(Event event, Situation around) {
        return switch (this) {
            case WAIT_SECONDS ->
                event instanceof Event.Contact e && e.waitSeconds() != null ? e.waitSeconds() : Double.NaN;
            case TRANSFERS -> event instanceof Event.Contact e && e.transfers() != null ? e.transfers() : Double.NaN;
            case ORDINAL -> around.ordinal();
            case DAYS_LATE -> around.daysLate();
            case TIMES_USUAL -> around.timesUsual();
            case HOURS -> event instanceof Event.Disrupted e ? hours(e.time(), e.until()) : Double.NaN;
            default -> Double.NaN;
        };
    }

    private static double hours(Instant from, @Nullable Instant until) {
        return until == null ? 0 : Duration.between(from, until).toMillis() / 1000.0 / SECONDS_AN_HOUR;
    }

    private static @Nullable String name(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name();
    }
}
