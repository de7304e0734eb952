package hecht.core.event;

import static hecht.core.event.Field.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The types of event, and the fields that each carries beside the envelope's.
public enum EventType {
    DESCRIBED(of()),
    STARTED(of(), LOCKED_UNTIL, NOTICE_FROM, NOTICE_TO),
    CONTRACT(of(PRODUCT), LOCKED_UNTIL, NOTICE_FROM, NOTICE_TO, BARRIER),
    PRODUCT_ADDED(of(PRODUCT), AMOUNT),
    PRODUCT_DROPPED(of(PRODUCT), AMOUNT),
    LEFT(of(VOLUNTARY), REASON, DESTINATION, EFFECTIVE),
    CONTACT(of(DIRECTION), KIND, OUTCOME, WAIT_SECONDS, HANDLING_SECONDS, TRANSFERS, SENTIMENT, EFFORT, COST),
    CASE_OPENED(of(CASE), PROMISED_BY),
    CASE_STEP(of(CASE, STEP), RIGHT_BY_PROCESS, COST),
    CASE_CLOSED(of(CASE, OUTCOME)),
    CASE_REOPENED(of(CASE)),
    ORDERED(of(), AMOUNT, CURRENCY, PROMISED_BY, ITEMS),
    DELIVERED(of(), ON_TIME),
    RETURNED(of(), BY, AMOUNT),
    ORDER_CANCELLED(of(), BY, AMOUNT),
    INVOICED(of(), AMOUNT, CURRENCY, METHOD, DAYS_LATE),
    PAID(of(), AMOUNT, CURRENCY, METHOD, DAYS_LATE),
    REMINDED(of(), AMOUNT, CURRENCY, METHOD, DAYS_LATE),
    REFUNDED(of(), AMOUNT, CURRENCY, METHOD, DAYS_LATE),
    MESSAGE_SENT(of(), KIND),
    MESSAGE_OPENED(of()),
    MESSAGE_CLICKED(of()),
    UNSUBSCRIBED(of()),
    USED(of(), COUNT, SECONDS),
    DISRUPTED(of(), UNTIL, PLANNED),
    SURVEY_SENT(of(), SURVEY),
    SURVEY_ANSWERED(of(QUESTION, SCORE, SCALE_MIN, SCALE_MAX), SURVEY, DIMENSION, PILLAR),
    REVIEWED(of(STARS)),
    SAID(of(), THEME, SENTIMENT, PROMISE),
    REWARDED(of(FORM), AMOUNT),
    APPROACHED(of(), MOMENT, EXPERIMENT, ARM),
    LIFE_EVENT(of(KIND)),
    MERGED(of(FROM)),
    ERASED(of());

    private static final Map<String, EventType> BY_WORD = new HashMap<>();
    private static final List<String> WORDS = new ArrayList<>();

    static {
        for (EventType each : values()) {
            BY_WORD.put(each.word, each);
            WORDS.add(each.word);
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT);
    private final List<Field> required;
    private final List<Field> own;
    private final Set<Field> all;

    EventType(List<Field> required, Field... optional) {
        this.required = required;
        List<Field> fields = new ArrayList<>(required);
        Collections.addAll(fields, optional);
        this.own = List.copyOf(fields);
        Set<Field> carried = EnumSet.copyOf(Field.ENVELOPE);
        carried.addAll(fields);
        this.all = Collections.unmodifiableSet(carried);
    }

    private static List<Field> of(Field... required) {
        return List.of(required);
    }

    /// The name in files: `case_opened`.
    public String word() {
        return word;
    }

    /// The fields that this type must carry, beside those that every event must.
    public List<Field> required() {
        return required;
    }

    /// The fields of this type beside the envelope's, required ones first.
    public List<Field> own() {
        return own;
    }

    /// Whether an event of this type may carry the field at all.
    public boolean carries(Field field) {
        return all.contains(field);
    }

    /// The labels of all fields that an event of this type may carry.
    public List<String> labels() {
        return all.stream().map(Field::label).toList();
    }

    public static Optional<EventType> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    public static List<String> words() {
        return List.copyOf(WORDS);
    }

    /// The words that `field` may hold in this type; empty where it is not a closed list.
    public List<String> choices(Field field) {
        return switch (field) {
            case TYPE -> words();
            case CHANNEL -> Choice.words(Channel.class);
            case CAUSE -> Choice.words(Cause.class);
            case DIRECTION -> Choice.words(Direction.class);
            case KIND ->
                switch (this) {
                    case CONTACT -> Choice.words(ContactKind.class);
                    case MESSAGE_SENT -> Choice.words(MessageKind.class);
                    case LIFE_EVENT -> Choice.words(LifeEventKind.class);
                    default -> List.of();
                };
            case OUTCOME ->
                this == CONTACT ? Choice.words(hecht.core.event.Outcome.class) : Choice.words(CaseOutcome.class);
            case BY -> Choice.words(Party.class);
            case DIMENSION -> Choice.words(Dimension.class);
            case PILLAR -> Choice.words(Pillar.class);
            case FORM -> Choice.words(Form.class);
            case ARM -> Choice.words(Arm.class);
            default -> List.of();
        };
    }
}
