package hecht.core.event;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every field that an event may carry, with the kind of value it holds. Which type carries which stands in [EventType].
public enum Field {
    SOURCE(Kind.TEXT),
    ID(Kind.TEXT),
    TIME(Kind.MOMENT),
    CUSTOMER(Kind.TEXT),
    TYPE(Kind.CHOICE),

    CASE(Kind.TEXT),
    GOAL(Kind.TEXT),
    PRODUCT(Kind.TEXT),
    CHANNEL(Kind.CHOICE),
    STEP(Kind.TEXT),
    TEAM(Kind.TEXT),
    SUPPLIER(Kind.TEXT),
    EMPLOYEE(Kind.TEXT),
    CAUSE(Kind.CHOICE),
    TEXT(Kind.TEXT),
    NAME(Kind.TEXT),
    SEGMENT(Kind.TEXT),
    REGION(Kind.TEXT),
    MARGIN(Kind.NUMBER),
    ATTRIBUTES(Kind.TEXT),

    LOCKED_UNTIL(Kind.END_OF_DAY),
    NOTICE_FROM(Kind.MOMENT),
    NOTICE_TO(Kind.END_OF_DAY),
    BARRIER(Kind.NUMBER),
    AMOUNT(Kind.NUMBER),
    CURRENCY(Kind.TEXT),
    METHOD(Kind.TEXT),
    DAYS_LATE(Kind.NUMBER),
    VOLUNTARY(Kind.FLAG),
    REASON(Kind.TEXT),
    DESTINATION(Kind.TEXT),
    EFFECTIVE(Kind.MOMENT),
    DIRECTION(Kind.CHOICE),
    KIND(Kind.CHOICE),
    OUTCOME(Kind.CHOICE),
    WAIT_SECONDS(Kind.NUMBER),
    HANDLING_SECONDS(Kind.NUMBER),
    TRANSFERS(Kind.COUNT),
    SENTIMENT(Kind.NUMBER),
    EFFORT(Kind.NUMBER),
    COST(Kind.NUMBER),
    PROMISED_BY(Kind.END_OF_DAY),
    RIGHT_BY_PROCESS(Kind.FLAG),
    ITEMS(Kind.COUNT),
    ON_TIME(Kind.FLAG),
    BY(Kind.CHOICE),
    COUNT(Kind.COUNT),
    SECONDS(Kind.NUMBER),
    UNTIL(Kind.END_OF_DAY),
    PLANNED(Kind.FLAG),
    SURVEY(Kind.TEXT),
    QUESTION(Kind.TEXT),
    SCORE(Kind.NUMBER),
    SCALE_MIN(Kind.NUMBER),
    SCALE_MAX(Kind.NUMBER),
    DIMENSION(Kind.CHOICE),
    PILLAR(Kind.CHOICE),
    STARS(Kind.NUMBER),
    THEME(Kind.TEXT),
    PROMISE(Kind.TEXT),
    FORM(Kind.CHOICE),
    MOMENT(Kind.TEXT),
    EXPERIMENT(Kind.TEXT),
    ARM(Kind.CHOICE),
    FROM(Kind.TEXT);

    /// What a field holds. A bare date is the start of its day for a `MOMENT` and its last microsecond for an `END_OF_DAY`.
    public enum Kind {
        TEXT,
        CHOICE,
        MOMENT,
        END_OF_DAY,
        NUMBER,
        COUNT,
        FLAG
    }

    /// The fields that every event may carry, whatever its type.
    public static final List<Field> ENVELOPE = List.of(
            SOURCE,
            ID,
            TIME,
            CUSTOMER,
            TYPE,
            CASE,
            GOAL,
            PRODUCT,
            CHANNEL,
            STEP,
            TEAM,
            SUPPLIER,
            EMPLOYEE,
            CAUSE,
            TEXT,
            NAME,
            SEGMENT,
            REGION,
            MARGIN,
            ATTRIBUTES);

    /// Without these there is no event.
    public static final List<Field> REQUIRED = List.of(SOURCE, ID, TIME, CUSTOMER, TYPE);

    private static final Map<String, Field> BY_LABEL = new HashMap<>();

    static {
        for (Field each : values()) BY_LABEL.put(each.label, each);
    }

    private final String label;
    private final Kind kind;

    Field(Kind kind) {
        this.kind = kind;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    /// The name in files: `wait_seconds`.
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public static Optional<Field> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
