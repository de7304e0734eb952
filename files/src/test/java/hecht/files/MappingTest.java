package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mapping file is told when it cannot work. The sentences are pinned whole: they are all that a person gets.
class MappingTest {
    private static final String EVENT = "{type: said, id: \"{nr}\", time: \"{at}\", customer: \"{who}\"}";

    @TempDir
    Path folder;

    @Test
    void an_unknown_key_is_named_with_its_line_and_the_near_miss() {
        assertThat(refusal("source: shop\nzonne: Europe/London\nevents: [" + EVENT + "]"))
                .isEqualTo(
                        "shop.yaml, line 2, zonne: expected source, zone, offset, query, encoding, delimiter, quote, columns,"
                                + " decimal, language, events or translations, found \"zonne\"; did you mean zone?");
    }

    @Test
    void a_key_that_comes_twice_is_refused() {
        assertThat(refusal("source: shop\nevents: [" + EVENT + "]\nsource: crm"))
                .isEqualTo(
                        "shop.yaml, line 3, source: expected each key once, found \"source\"; it stands on line 1 too.");
    }

    @Test
    void a_field_that_the_type_does_not_carry_is_refused() {
        assertThat(refusal("""
                source: shop
                events:
                  - type: paid
                    id: "{nr}"
                    time: "{at}"
                    customer: "{who}"
                    stars: "{score}"
                """))
                .isEqualTo(
                        "shop.yaml, line 7, events 1, stars: expected a field of type paid, found \"stars\"; its own are"
                                + " amount, currency, method or days_late; anything else goes into attributes.");
    }

    @Test
    void a_slip_of_the_pen_in_a_field_or_a_type_is_seen() {
        assertThat(refusal("source: shop\nevents:\n  - {type: said, id: a, time: b, costumer: c}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1, costumer: expected a field of the contract, found \"costumer\"; did you"
                                + " mean customer?");
        assertThat(refusal("source: shop\nevents:\n  - {type: ordred}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1, type: expected a type of event, found \"ordred\"; did you mean ordered?");
    }

    @Test
    void fields_that_an_event_must_have_are_asked_for() {
        assertThat(refusal("source: shop\nevents:\n  - {type: said, id: \"{nr}\", time: \"{at}\"}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1: expected customer, which an event of type said must have, found nothing.");
        assertThat(refusal("events: [" + EVENT + "]"))
                .isEqualTo(
                        "shop.yaml, line 1, events 1: expected source, which an event of type said must have, found nothing;"
                                + " name the system that the rows come from, such as source: shop.");
        assertThat(refusal("source: shop\nevents:\n  - {type: contact, id: a, time: \"{b}\", customer: c}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1: expected direction, which an event of type contact must have, found"
                                + " nothing.");
        assertThat(refusal("source: shop"))
                .isEqualTo("shop.yaml, line 1: expected events: a list of the events that a row gives, found nothing.");
    }

    @Test
    void a_constant_that_could_never_be_read_is_refused() {
        assertThat(
                        refusal(
                                "source: shop\nevents:\n  - {type: contact, id: a, time: \"{b}\", customer: c, direction: inward}"))
                .isEqualTo("shop.yaml, line 3, events 1, direction: expected in or out, found \"inward\".");
        assertThat(refusal(
                        "source: shop\nevents:\n  - {type: reviewed, id: a, time: \"{b}\", customer: c, stars: score}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1, stars: expected a number such as 12.5, found \"score\"; a column's name"
                                + " stands between braces: \"{score}\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: Europe/Amsterdm | zone: expected a zone such as Europe/Amsterdam, found \"Europe/Amsterdm\".",
                "offset: keep | offset: expected ignore, found \"keep\"; leave it out to believe offsets.",
                "encoding: latin-9x | encoding: expected an encoding such as UTF-8, ISO-8859-1, windows-1252 or UTF-16LE, found \"latin-9x\".",
                "delimiter: ';;' | delimiter: expected one character, such as \";\", or tab, found \";;\".",
                "decimal: komma | decimal: expected \",\" or \".\", found \"komma\".",
                "zone: | zone: expected a value, found nothing; leave the key out, or write the word in quotes.",
                "source: [a] | source: expected a text, found \"a list\".",
                "source: '{nr' | source: expected a column's name between { and }, found \"{nr\"; close the brace.",
            })
    void other_keys_say_what_may_stand_there(String line, String sentence) {
        String yaml = line + "\n" + (line.startsWith("source") ? "" : "source: shop\n")
                + "events:\n  - {type: reviewed, id: a, time: \"{b}\", customer: c, stars: \"{d}\"}";
        assertThat(refusal(yaml)).isEqualTo("shop.yaml, line 1, " + sentence);
    }

    @Test
    void a_format_or_a_pattern_that_cannot_be_read_is_refused() {
        assertThat(
                        refusal(
                                "source: shop\nevents:\n  - {type: said, id: a, customer: c, time: {column: b, format: dd-bb-yyyy}}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1, time, format: expected a pattern of days and times such as d-M-yyyy"
                                + " H:mm, epoch seconds or epoch milliseconds, found \"dd-bb-yyyy\".");
        assertThat(
                        refusal(
                                "source: shop\nevents:\n  - {type: said, id: a, customer: {column: b, format: d}, time: \"{b}\"}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1, customer, format: expected no format, since customer is no moment, found"
                                + " \"d\".");
        assertThat(refusal(
                        "source: shop\nevents:\n  - {type: said, id: a, customer: c, time: \"{b}\", when: {column: b, matches:"
                                + " \"[\"}}"))
                .startsWith("shop.yaml, line 3, events 1, when, matches: expected a regular expression, found \"[\"; ");
        assertThat(
                        refusal(
                                "source: shop\nevents:\n  - {type: said, id: a, customer: c, time: \"{b}\", when: {column: b}}"))
                .isEqualTo(
                        "shop.yaml, line 3, events 1, when: expected column and one of is, not and matches, found \"column\".");
    }

    @Test
    void a_translation_into_a_word_that_no_event_may_have_is_refused() {
        assertThat(refusal("""
                source: desk
                events:
                  - {type: contact, direction: in, id: "{a}", time: "{b}", customer: "{c}", outcome: "{d}"}
                  - {type: case_closed, case: "{a}", id: "{a}-c", time: "{b}", customer: "{c}", outcome: "{d}"}
                translations:
                  outcome: {Klaar: fulfilled, Opgelost: resolvd}
                """))
                .isEqualTo(
                        "shop.yaml, line 6, translations, outcome, Opgelost: expected resolved, unresolved, promised, transferred,"
                                + " fulfilled, rejected, withdrawn or unfulfilled, found \"resolvd\"; did you mean resolved?");
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_line() {
        assertThat(refusal("source: shop\n  events: ]"))
                .startsWith("shop.yaml, line 2: expected YAML, found something else: ");
        assertThat(refusal("source: shop\nevents: []\n---\nsource: crm\n"))
                .isEqualTo("shop.yaml, line 4: expected one document, found \"a second one\"; take out the line ---.");
        assertThat(refusal("\ufeffsauce: shop")).startsWith("shop.yaml, line 1, sauce: expected source, ");
        assertThat(refusal("")).isEqualTo("shop.yaml: expected YAML, found an empty file.");
        assertThat(refusal("just words"))
                .isEqualTo("shop.yaml, line 1: expected entries, as in key: value, found \"just words\".");
    }

    @Test
    void words_are_taken_as_they_are_written() throws Exception {
        Mapping mapping = Heard.mapping("source: shop\nevents:\n"
                + "  - {type: left, voluntary: true, id: 007, time: 2026-03-01T09:30:00Z, customer: no, reason: 1.50}");
        Heard heard = Heard.of(mapping, Heard.write(folder, "a.csv", "a,b\n1,2\n"));
        assertThat(heard.ids()).containsExactly("007");
        assertThat(heard.customers()).containsExactly("no");
    }

    @Test
    void a_mapping_that_is_not_there_is_refused() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Mapping.read(folder.resolve("none.yaml")));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USE);
        assertThat(refusal.sentence()).isEqualTo("none.yaml: expected a YAML file, found none of that name.");
    }

    private static String refusal(String yaml) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Heard.mapping(yaml));
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USE);
        return refusal.sentence();
    }
}
