package hecht.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.RandomHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant LATEST = Instant.parse("2026-04-02T00:00:00Z");

    /// The fields of an event, in place of what is right by itself; an empty value takes a field away.
    private static NamedValues row(String type, String... namesAndValues) {
        Map<String, String> fields = new TreeMap<>(
                Map.of("source", "crm", "id", "1", "time", "2026-03-01T09:30:00Z", "customer", "anna", "type", type));
        for (int i = 0; i < namesAndValues.length; i += 2) fields.put(namesAndValues[i], namesAndValues[i + 1]);
        NamedValues values = new NamedValues();
        fields.forEach(values::put);
        return values;
    }

    private static Event accepted(NamedValues row) {
        Reading reading = new EventReader(AMSTERDAM, LATEST).read(row);
        if (reading instanceof Reading.Refused refused) throw new AssertionError(sentences(refused));
        return ((Reading.Accepted) reading).event();
    }

    private static List<String> refused(NamedValues row) {
        return refused(row, AMSTERDAM);
    }

    private static List<String> refused(NamedValues row, @Nullable ZoneId zone) {
        Reading reading = new EventReader(zone, LATEST).read(row);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return sentences((Reading.Refused) reading);
    }

    private static List<String> sentences(Reading.Refused refused) {
        return refused.problems().stream().map(Problem::sentence).toList();
    }

    // ---- whole sentences

    @Test
    void a_time_in_another_form_names_the_form_and_where_to_say_it() {
        assertThat(refused(row("started", "time", "01-03-2026")))
                .containsExactly(
                        "time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found \"01-03-2026\"; set zone and"
                                + " format in the mapping");
    }

    @Test
    void a_local_time_without_a_zone_asks_for_one() {
        assertThat(refused(row("started", "time", "2026-03-01T09:30:00"), null))
                .containsExactly(
                        "time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found \"2026-03-01T09:30:00\"; say"
                                + " which zone it is in: zone in the mapping, or --zone");
        assertThat(refused(row("started", "time", "2026-03-01"), null))
                .singleElement()
                .asString()
                .contains("--zone");
    }

    @Test
    void a_type_that_is_none_suggests_the_one_that_was_meant() {
        assertThat(refused(row("orderd")))
                .containsExactly("type: expected a type of event, found \"orderd\"; did you mean ordered?");
        assertThat(refused(row("Contact")))
                .containsExactly("type: expected a type of event, found \"Contact\"; did you mean contact?");
    }

    @Test
    void a_type_that_is_near_to_none_asks_for_a_translation() {
        assertThat(refused(row("telefoontje")))
                .containsExactly("type: expected a type of event, found \"telefoontje\"; translate it in the mapping");
    }

    @Test
    void a_row_without_a_type_lists_all_types() {
        assertThat(refused(row("")))
                .singleElement()
                .asString()
                .startsWith("type: expected a type of event, found nothing; types are described, started, contract,")
                .endsWith("merged or erased");
    }

    @Test
    void an_unknown_field_suggests_the_one_that_was_meant() {
        assertThat(refused(row("contact", "direction", "in", "wait_second", "30")))
                .containsExactly(
                        "wait_second: expected a field of the contract, found \"wait_second\"; did you mean wait_seconds?");
    }

    @Test
    void an_unknown_field_that_is_near_to_none_may_be_left_out_or_become_an_attribute() {
        assertThat(refused(row("started", "shoe size", "43")))
                .containsExactly(
                        "shoe size: expected a field of the contract, found \"shoe size\"; leave it out, or put it into"
                                + " attributes");
    }

    @Test
    void a_field_of_another_type_is_refused() {
        assertThat(refused(row("started", "stars", "5")))
                .containsExactly(
                        "stars: expected no such field in an event of type started, found \"5\"; leave it out, or put it into"
                                + " attributes");
    }

    @Test
    void a_word_that_is_not_on_the_list_names_the_list() {
        assertThat(refused(row("contact", "direction", "inn")))
                .containsExactly("direction: expected in or out, found \"inn\"; did you mean in?");
        assertThat(refused(row("contact", "direction", "in", "outcome", "Opgelost")))
                .containsExactly(
                        "outcome: expected resolved, unresolved, promised or transferred, found \"Opgelost\"; translate it in"
                                + " the mapping");
    }

    @Test
    void a_decimal_comma_asks_for_the_setting() {
        assertThat(refused(row("ordered", "amount", "12,50")))
                .containsExactly(
                        "amount: expected a number such as 12.5, found \"12,50\"; set decimal: \",\" in the mapping");
    }

    @Test
    void a_number_out_of_its_range_names_the_range() {
        assertThat(refused(row("reviewed", "stars", "6")))
                .containsExactly("stars: expected a number from 1 to 5, found \"6\"");
        assertThat(refused(row("contact", "direction", "in", "sentiment", "-1.5")))
                .containsExactly("sentiment: expected a number from -1 to 1, found \"-1.5\"");
        assertThat(refused(row("contact", "direction", "in", "wait_seconds", "-3")))
                .containsExactly("wait_seconds: expected a number of at least 0, found \"-3\"");
    }

    @Test
    void a_score_outside_its_own_scale_names_the_scale() {
        assertThat(refused(
                        row("survey_answered", "question", "NPS", "score", "11", "scale_min", "0", "scale_max", "10")))
                .containsExactly("score: expected a number from 0 to 10, found \"11\"");
        assertThat(refused(row("survey_answered", "question", "?", "score", "1", "scale_min", "1", "scale_max", "1")))
                .containsExactly("scale_max: expected another end than scale_min, found \"1.0\"");
    }

    @Test
    void a_source_has_few_characters() {
        assertThat(refused(row("started", "source", "My CRM")))
                .containsExactly("source: expected 1 to 64 characters of a-z, 0-9, '.', '_' and '-', found \"My CRM\"");
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused() {
        assertThat(refused(row("contract", "product", "power", "notice_from", "2026-03-02", "notice_to", "2026-02-28")))
                .containsExactly("notice_to: expected a moment not before 2026-03-01T23:00:00Z, found"
                        + " \"2026-02-28T22:59:59.999999Z\"");
    }

    @Test
    void a_key_merged_into_itself_is_refused() {
        assertThat(refused(row("merged", "from", "anna")))
                .containsExactly("from: expected another key than customer, found \"anna\"");
    }

    @Test
    void a_character_that_no_database_takes_is_refused_and_shown() {
        assertThat(refused(row("started", "name", "An\0na")))
                .containsExactly("name: expected text without the character U+0000, found \"An␀na\"");
        assertThat(refused(row("started", "customer", "\0")))
                .singleElement()
                .asString()
                .contains("U+0000");
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(refused(row("left", "voluntary", "ja")))
                .containsExactly("voluntary: expected true or false, found \"ja\"; translate it in the mapping");
    }

    @Test
    void a_long_value_is_cut_where_no_character_is_torn() {
        String found = refused(row("started", "time", "😀".repeat(100))).getFirst();
        assertThat(found).contains("\"" + "😀".repeat(30) + "…\"");
    }

    @Test
    void all_that_is_wrong_with_a_row_is_said_at_once() {
        assertThat(refused(row(
                        "contact",
                        "source",
                        "",
                        "time",
                        "yesterday",
                        "customer",
                        "",
                        "channel",
                        "fax",
                        "margin",
                        "much",
                        "outcom",
                        "resolved",
                        "transfers",
                        "1.5",
                        "effort",
                        "hard")))
                .extracting(sentence -> sentence.substring(0, sentence.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "source",
                        "time",
                        "customer",
                        "channel",
                        "margin",
                        "outcom",
                        "direction",
                        "transfers",
                        "effort");
    }

    @Test
    void what_is_wrong_with_the_envelope_is_said_even_without_a_type() {
        assertThat(refused(row("", "time", "then", "id", ""))).hasSize(3);
    }

    @Test
    void values_of_a_range_are_looked_at_beside_other_problems() {
        assertThat(refused(row("reviewed", "stars", "6", "time", "then")))
                .extracting(sentence -> sentence.substring(0, sentence.indexOf(':')))
                .containsExactly("time", "stars");
    }

    // ---- required fields

    @ParameterizedTest
    @EnumSource(EventType.class)
    void each_required_field_is_missed_when_it_is_not_there(EventType type) {
        List<Field> required = new ArrayList<>(Field.REQUIRED);
        required.addAll(type.required());
        for (Field missing : required) {
            NamedValues row = written(new RandomHistory(7, EnumSet.of(type)).event(type));
            row.put(missing, null);
            if (missing == Field.TYPE) continue; // without a type the fields of the type are strangers to all
            assertThat(refused(row))
                    .as(missing.label())
                    .anyMatch(sentence -> sentence.startsWith(missing.label() + ": expected "));
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void each_type_carries_its_own_fields_and_the_envelopes(EventType type) {
        assertThat(type.own()).doesNotHaveDuplicates().containsAll(type.required());
        for (Field each : Field.ENVELOPE) assertThat(type.carries(each)).isTrue();
        for (Field each : Field.values())
            assertThat(type.carries(each))
                    .as(each.label())
                    .isEqualTo(Field.ENVELOPE.contains(each) || type.own().contains(each));
    }

    // ---- numbers

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e400", "0x10", "1d", "1f", "", " ", "--1", "1 000", "１"})
    void what_only_a_programmer_calls_a_number_is_none(String written) {
        NamedValues row = row("reviewed", "stars", written);
        assertThat(refused(row)).singleElement().asString().startsWith("stars: expected a number");
    }

    @ParameterizedTest
    @CsvSource({"4.5, 4.5", "+4, 4", "4e0, 4", "04, 4", "4., 4", "1.000, 1"})
    void numbers_are_read_as_they_are_written(String written, double value) {
        assertThat(((Event.Reviewed) accepted(row("reviewed", "stars", written))).stars())
                .isEqualTo(value);
    }

    @Test
    void a_constructor_refuses_not_a_number_too() {
        Envelope e = Envelope.of("crm", "1", LATEST, "anna");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new Event.Reviewed(e, Double.NaN)))
                .isInstanceOf(Invalid.class)
                .hasMessage("stars: expected a number from 1 to 5, found \"NaN\"");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new Event.Used(e, null, Double.NaN)))
                .isInstanceOf(Invalid.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new Event.SurveyAnswered(e, "NPS", 1, Double.NaN, 10, null, null, null)))
                .isInstanceOf(Invalid.class);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Event.Money.of(Double.POSITIVE_INFINITY)))
                .isInstanceOf(Invalid.class);
    }

    // ---- times

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:30:00Z,             2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00+05:30,        2026-03-01T04:00:00Z",
        "2026-03-01T09:30:00-08:00,        2026-03-01T17:30:00Z",
        "2026-03-01T09:30+01:00,           2026-03-01T08:30:00Z",
        "2026-03-01T09:30:00,              2026-03-01T08:30:00Z",
        "2026-03-01 09:30:00,              2026-03-01T08:30:00Z",
        "2026-03-01T09:30,                 2026-03-01T08:30:00Z",
        "2026-03-01,                       2026-02-28T23:00:00Z",
        "2025-07-01,                       2025-06-30T22:00:00Z",
        "2026-03-01T09:30:00.123456789Z,   2026-03-01T09:30:00.123456Z",
        "1970-01-01T00:00:00Z,             1970-01-01T00:00:00Z",
        "2026-03-29T02:30:00,              2026-03-29T01:30:00Z"
    })
    void moments_are_read_with_an_offset_or_in_the_zone(String written, Instant moment) {
        assertThat(accepted(row("started", "time", written)).time()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0012-03-01T09:30:00Z", "1969-12-31T23:59:59Z", "1970-01-01"})
    void what_was_before_1970_is_refused(String written) {
        assertThat(refused(row("started", "time", written)))
                .containsExactly("time: expected a moment from 1970-01-01, found \"" + written + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"2300-01-01T00:00:00Z", "2026-04-02T00:00:00.000001Z"})
    void what_is_more_than_a_day_ahead_is_refused(String written) {
        assertThat(refused(row("started", "time", written)))
                .containsExactly("time: expected a moment at most one day ahead, found \"" + written + '"');
    }

    @Test
    void a_moment_just_a_day_ahead_is_believed() {
        assertThat(accepted(row("started", "time", "2026-04-02T00:00:00Z")).time())
                .isEqualTo(LATEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-3-1",
                "2026-03-01T25:00:00Z",
                "1772357400",
                "now",
                "2026-03-01T09:30:00 Z",
                "-"
            })
    void what_is_no_moment_is_refused(String written) {
        assertThat(refused(row("started", "time", written)))
                .singleElement()
                .asString()
                .startsWith("time: expected a moment");
    }

    @Test
    void a_bare_date_of_a_promise_is_the_last_microsecond_of_its_day() {
        Event.CaseOpened opened =
                (Event.CaseOpened) accepted(row("case_opened", "case", "k", "promised_by", "2026-03-29"));
        assertThat(opened.promisedBy()).as("the day the clocks go forward").isEqualTo("2026-03-29T21:59:59.999999Z");
        Event.Contract contract = (Event.Contract) accepted(row(
                "contract",
                "product",
                "p",
                "locked_until",
                "2026-12-31",
                "notice_from",
                "2026-12-01",
                "notice_to",
                "2026-12-31"));
        assertThat(contract.lockedUntil()).isEqualTo("2026-12-31T22:59:59.999999Z");
        assertThat(contract.noticeFrom()).as("a window begins with its day").isEqualTo("2026-11-30T23:00:00Z");
        assertThat(contract.noticeTo()).isEqualTo("2026-12-31T22:59:59.999999Z");
        Event.Disrupted disrupted = (Event.Disrupted) accepted(row("disrupted", "until", "2026-03-02"));
        assertThat(disrupted.until()).isEqualTo("2026-03-02T22:59:59.999999Z");
    }

    @Test
    void a_bare_date_without_a_zone_is_refused_in_every_field() {
        assertThat(refused(row("case_opened", "case", "k", "promised_by", "2026-03-29"), null))
                .singleElement()
                .asString()
                .startsWith("promised_by: expected a moment with a zone");
    }

    // ---- keys

    @ParameterizedTest
    @ValueSource(strings = {"null", "007", "😀", " ", "NULL", "-", "=1+1", "<script>", "true", "anna/../bram", "\t"})
    void a_customers_key_is_taken_literally(String key) {
        assertThat(accepted(row("started", "customer", key)).customer()).isEqualTo(key);
    }

    @Test
    void a_key_has_at_most_two_hundred_characters_and_a_text_twenty_thousand() {
        assertThat(accepted(row("started", "customer", "é".repeat(200))).customer())
                .hasSize(200);
        assertThat(refused(row("started", "customer", "é".repeat(201))))
                .containsExactly("customer: expected 1 to 200 characters, found \"201 characters\"");
        assertThat(accepted(row("started", "text", "x".repeat(20_000)))
                        .envelope()
                        .text())
                .hasSize(20_000);
        assertThat(refused(row("started", "text", "x".repeat(20_001))))
                .containsExactly("text: expected at most 20,000 characters, found \"20001 characters\"");
        assertThat(refused(row("started", "case", "x".repeat(201))))
                .singleElement()
                .asString()
                .startsWith("case: expected 1 to");
    }

    @Test
    void a_key_of_two_hundred_emoji_is_two_hundred_characters() {
        assertThat(accepted(row("started", "customer", "😀".repeat(200))).customer())
                .isEqualTo("😀".repeat(200));
        assertThat(refused(row("started", "customer", "😀".repeat(201))))
                .containsExactly("customer: expected 1 to 200 characters, found \"201 characters\"");
    }

    @Test
    void half_an_emoji_is_no_text() {
        assertThat(refused(row("started", "customer", "anna\ud83d")))
                .containsExactly(
                        "customer: expected whole characters, found \"anna�\"; it was cut in the middle of one");
    }

    @Test
    void attributes_are_at_most_sixty_four() {
        NamedValues row = row("started");
        for (int i = 0; i < 64; i++) row.putAttribute("a" + i, "x");
        assertThat(accepted(row).envelope().attributes()).hasSize(64);
        row.putAttribute("one more", "x");
        assertThat(refused(row)).containsExactly("attributes: expected at most 64 of them, found \"65 of them\"");
    }

    @Test
    void words_are_read_in_any_case_and_with_spaces_or_dashes() {
        assertThat(accepted(row("life_event", "kind", "Business Started")))
                .isInstanceOfSatisfying(
                        Event.LifeEvent.class, e -> assertThat(e.kind()).isEqualTo(LifeEventKind.BUSINESS_STARTED));
        assertThat(accepted(row("life_event", "kind", "business-started"))).isInstanceOf(Event.LifeEvent.class);
    }

    // ---- there and back

    @ParameterizedTest
    @EnumSource(EventType.class)
    void what_was_written_is_read_as_the_same_event(EventType type) {
        EventReader reader = new EventReader(null, Instant.parse("2100-01-01T00:00:00Z"));
        for (long seed = 0; seed < 100; seed++) {
            Event event = new RandomHistory(seed, EnumSet.of(type)).event(type);
            assertThat(reader.read(written(event))).as("seed %s", seed).isEqualTo(new Reading.Accepted(event));
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void under_another_key_everything_else_stays(EventType type) {
        for (long seed = 0; seed < 20; seed++) {
            Event event = new RandomHistory(seed, EnumSet.of(type)).event(type);
            assertThat(event.of("😀").customer()).isEqualTo("😀");
            assertThat(event.of("😀").of(event.customer())).isEqualTo(event);
        }
    }

    private static NamedValues written(Event event) {
        NamedValues values = new NamedValues();
        EventWriter.write(event, values::put, values::putAttribute);
        return values;
    }
}
