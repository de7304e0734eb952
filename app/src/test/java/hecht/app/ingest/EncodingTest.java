package hecht.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.EventType;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Events as bytes, and back.
class EncodingTest {
    private static final long SEED = 20260301;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Forms forms = new Forms();
    private final Encoding encoding = new Encoding(vocabulary, forms, true);

    private Event thereAndBack(Event event) {
        encoding.encode(7, event);
        Decoding decoding = new Decoding(vocabulary, forms, encoding.bytes());
        assertThat(decoding.length(0)).isEqualTo(encoding.length());
        assertThat(decoding.customer(0)).isEqualTo(7);
        assertThat(Decoding.instant(decoding.time(0))).isEqualTo(event.time());
        return decoding.event(0, event.customer());
    }

    /// An event of a type with each of its fields there or not, and odd values where any will do.
    private static Event any(EventType type, Random random) {
        NamedValues values = new NamedValues();
        for (Field field : Field.ENVELOPE) if (random.nextBoolean()) put(values, type, field, random);
        for (Field field : type.own()) if (random.nextBoolean()) put(values, type, field, random);
        for (Field field : Field.REQUIRED) put(values, type, field, random);
        for (Field field : type.required()) put(values, type, field, random);
        values.put(Field.TYPE, type.word());
        if (random.nextBoolean()) values.putAttribute("language", "nl").putAttribute("ünïcode 😀", "=1+1");
        Reading read = new EventReader(ZoneId.of("UTC"), Instant.parse("2030-01-01T00:00:00Z")).read(values);
        if (read instanceof Reading.Accepted accepted) return accepted.event();
        throw new AssertionError(read);
    }

    private static void put(NamedValues values, EventType type, Field field, Random random) {
        if (field == Field.ATTRIBUTES) return;
        List<String> choices = type.choices(field);
        values.put(field, choices.isEmpty() ? value(field, random) : choices.get(random.nextInt(choices.size())));
    }

    private static String value(Field field, Random random) {
        return switch (field) {
            case FROM -> "old key " + random.nextInt();
            case SOURCE -> "crm." + random.nextInt(3);
            case BARRIER -> "0.25";
            case SENTIMENT -> "-0.3333333333333333";
            case SCORE, SCALE_MIN -> "1";
            case SCALE_MAX -> "7";
            case EFFORT, STARS -> "4.5";
            case NOTICE_FROM -> "2026-03-01T09:30:00.123456789Z";
            case NOTICE_TO, UNTIL, PROMISED_BY, LOCKED_UNTIL, EFFECTIVE -> "2026-04-01";
            default ->
                switch (field.kind()) {
                    case TEXT, CHOICE ->
                        List.of("x", "Zoë", "😀", "né\u20ac", "=SUM(A1)", "y".repeat(200))
                                .get(random.nextInt(6));
                    case MOMENT -> "2026-03-01T09:30:00.123456Z";
                    case END_OF_DAY -> "2026-04-01";
                    case NUMBER -> Double.toString(random.nextDouble() * 1000);
                    case COUNT -> Integer.toString(random.nextInt(Integer.MAX_VALUE));
                    case FLAG -> Boolean.toString(random.nextBoolean());
                };
        };
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void every_event_comes_back_as_it_was(EventType type) {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            Event event = any(type, random);
            assertThat(thereAndBack(event)).isEqualTo(event);
        }
    }

    @Test
    void equal_events_have_equal_fingerprints_and_others_have_others() {
        Random random = new Random(SEED);
        List<Event> events = new ArrayList<>();
        for (EventType type : EventType.values()) for (int i = 0; i < 200; i++) events.add(any(type, random));
        long different = events.stream().distinct().count();
        assertThat(events.stream().map(this::fingerprint).distinct().count()).isEqualTo(different);
        for (Event each : events) assertThat(fingerprint(thereAndBack(each))).isEqualTo(fingerprint(each));
    }

    /// Of the whole event; each customer has a number of its own.
    private List<Long> fingerprint(Event event) {
        encoding.encode(vocabulary.number("customer " + event.customer().hashCode()), event);
        return List.of(encoding.name(1), encoding.name(2), encoding.content());
    }

    @Test
    void name_and_content_speak_of_different_things() {
        Event event = any(EventType.CONTACT, new Random(SEED));
        List<Long> fingerprint = fingerprint(event);
        encoding.encode(-1, event);
        assertThat(encoding.name(1)).isEqualTo(fingerprint.get(0));
        assertThat(encoding.content()).as("of another customer").isNotEqualTo(fingerprint.get(2));
    }

    @Test
    void an_employee_is_not_written_where_employees_are_not_switched_on() {
        NamedValues values = new NamedValues()
                .put(Field.SOURCE, "crm")
                .put(Field.ID, "1")
                .put(Field.TIME, "2026-01-01T10:00:00Z")
                .put(Field.CUSTOMER, "anna")
                .put(Field.TYPE, "used")
                .put(Field.EMPLOYEE, "Joris van Dam");
        Event event =
                ((Reading.Accepted) new EventReader(null, Instant.parse("2030-01-01T00:00:00Z")).read(values)).event();
        Encoding discreet = new Encoding(vocabulary, forms, false);
        discreet.encode(0, event);
        Event kept = new Decoding(vocabulary, forms, discreet.bytes()).event(0, "anna");
        assertThat(kept.envelope().handling())
                .isEqualTo(event.envelope().handling().withoutEmployee());
    }
}
