package hecht.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.EventType;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowsTest {
    private static final Store STORE = TestStore.fresh();

    @AfterAll
    static void close() {
        STORE.close();
    }

    /// Text that a JSON text, a COPY and an array each could trip over.
    private static final String AWKWARD = "\"a\\b\" \t\n\u0001 {x},'ë😀 \\N NULL";

    @ParameterizedTest
    @EnumSource
    void an_event_with_all_that_it_can_carry_comes_back_equal(EventType type) {
        Event event = filled(type);
        STORE.intake().take(List.of(event));
        List<Event> read = STORE.events().of(event.customer());
        if (type == EventType.ERASED) assertThat(read).isEmpty();
        else if (type == EventType.LIFE_EVENT)
            assertThat(read).as("an illness, with no purpose named").isEmpty();
        else assertThat(read).singleElement().isEqualTo(withoutEmployee(event));
    }

    @Test
    void fields_can_be_read_in_SQL() {
        STORE.intake().take(List.of(with(EventType.ORDERED, "customer", "sql", "id", "sql-1", "amount", "12.5")));
        assertThat(STORE.database()
                        .jdbc()
                        .sql("SELECT (fields::jsonb ->> 'amount')::float FROM event WHERE customer = 'sql'")
                        .query(Double.class)
                        .single())
                .isEqualTo(12.5);
    }

    @Test
    void numbers_come_back_bit_for_bit() {
        List<Event> events = new ArrayList<>();
        for (double each : new double[] {0.1, 1e300, -4.9e-324, 123456789.123456789, 1e15, 5e-7, 3})
            events.add(with(EventType.PAID, "customer", "bits", "id", "bits" + each, "amount", Double.toString(each)));
        STORE.intake().take(events);
        assertThat(STORE.events().of("bits")).containsExactlyInAnyOrderElementsOf(events);
    }

    private static Event withoutEmployee(Event event) {
        NamedValues values = new NamedValues();
        hecht.core.event.EventWriter.write(event, values::put, values::putAttribute);
        values.put(Field.EMPLOYEE, null);
        return read(values);
    }

    private static Event filled(EventType type) {
        NamedValues values = new NamedValues();
        List<Field> fields = new ArrayList<>(Field.ENVELOPE);
        fields.addAll(type.own());
        for (Field field : fields) if (field != Field.ATTRIBUTES) values.put(field, value(type, field));
        values.putAttribute("language", "nl").putAttribute(AWKWARD, AWKWARD);
        return read(values);
    }

    private static String value(EventType type, Field field) {
        return switch (field) {
            case SOURCE -> "crm.nl";
            case ID -> type.word() + AWKWARD;
            case CUSTOMER -> type.word();
            case TYPE -> type.word();
            case TIME -> "2026-03-01T09:30:00.123456Z";
            case NOTICE_FROM, NOTICE_TO, UNTIL, LOCKED_UNTIL, EFFECTIVE, PROMISED_BY -> "2027-03-01T09:30:00.000001Z";
            case SCALE_MAX -> "10";
            case SCALE_MIN -> "0";
            case SENTIMENT, BARRIER -> "0.3";
            case KIND ->
                type == EventType.LIFE_EVENT ? "ill" : type.choices(field).getFirst();
            default ->
                switch (field.kind()) {
                    case NUMBER -> "2.5";
                    case COUNT -> "2";
                    case FLAG -> "true";
                    case CHOICE -> type.choices(field).getLast();
                    default -> field.label() + AWKWARD;
                };
        };
    }

    private static Event with(EventType type, String... fields) {
        NamedValues values = new NamedValues();
        values.put("source", "crm").put("time", "2026-03-01T09:30:00Z").put("type", type.word());
        for (int i = 0; i < fields.length; i += 2) values.put(fields[i], fields[i + 1]);
        return read(values);
    }

    private static Event read(NamedValues values) {
        return switch (new EventReader(null, Instant.parse("2030-01-01T00:00:00Z")).read(values)) {
            case Reading.Accepted accepted -> accepted.event();
            case Reading.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
