package hecht.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.core.event.Cause;
import hecht.core.event.Channel;
import hecht.core.event.ContactKind;
import hecht.core.event.Dimension;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import hecht.core.perception.Preset;
import hecht.core.perception.Rule;
import hecht.core.perception.RuleSet;
import hecht.core.perception.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
    private static final RuleSet PRESET = Preset.ENERGY.rules();
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path folder;

    private RuleSet read(String yaml) throws IOException, Refusal {
        return RuleFile.read(Files.writeString(folder.resolve("own.yaml"), yaml), PRESET);
    }

    private static Event.Contact contact(@Nullable Double wait, Channel channel) {
        Envelope envelope = Envelope.of("crm", "1", Instant.parse("2026-03-01T09:30:00Z"), "anna")
                .by(Envelope.Handling.through(channel));
        return new Event.Contact(
                envelope, Direction.IN, ContactKind.COMPLAINT, null, wait, null, null, null, null, null);
    }

    @Test
    void the_example_of_the_how_to_is_read_and_does_what_it_says() throws Exception {
        String page = Files.readString(Path.of("../docs/how-to/own-rules.md"));
        Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(yaml.find()).isTrue();
        RuleSet rules = read(yaml.group(1));

        Rule bill = rules.named("bill-higher").orElseThrow();
        assertThat(bill.quality()).isEqualTo(.7);
        assertThat(bill.weight()).isEqualTo(.6);
        assertThat(bill.reason())
                .isEqualTo(PRESET.named("bill-higher").orElseThrow().reason());
        assertThat(rules.named("newsletter").orElseThrow().weight()).isEqualTo(.01);
        assertThat(rules.rules()).hasSize(PRESET.rules().size() + 2);

        Perception perceived = rules.perceive(contact(1800.0, Channel.SOCIAL), Situation.PLAIN);
        assertThat(perceived.rules()).extracting(Rule::name).contains("complaint-in-public", "waited-half-an-hour");
        assertThat(perceived.quality()).isCloseTo(.3 * .5, within(ROUNDING));
        assertThat(perceived.dimension()).isEqualTo(Dimension.EMOTION);
        assertThat(rules.named("waited-half-an-hour").orElseThrow().cause()).isEqualTo(Cause.OWN_PROCESS);
        assertThat(rules.named("complaint-in-public").orElseThrow().reason().in(Locale.of("nl")))
                .isEqualTo("klaagde waar iedereen meeleest");
    }

    @Test
    void a_rule_of_the_preset_keeps_its_place_and_new_ones_are_asked_first() throws Exception {
        RuleSet rules = read("""
                rules:
                  any-contact: {on: contact, group: kind_and_outcome, weight: 1, quality: 0.9, reason: came by}
                  complaint: {quality: 0.1}
                """);
        assertThat(rules.rules().getFirst().name()).isEqualTo("any-contact");
        assertThat(rules.perceive(contact(null, Channel.PHONE), Situation.PLAIN).rules())
                .extracting(Rule::name)
                .containsExactly("any-contact");
        assertThat(rules.named("any-contact").orElseThrow().reason()).isEqualTo(new Rule.Reason("came by", "came by"));
        assertThat(rules.named("any-contact").orElseThrow().dimension()).isEqualTo(Dimension.EXPERIENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "> 600, 600, false",
        "> 600, 600.1, true",
        ">= 600, 600, true",
        "< 600, 600, false",
        "< 600, 599.9, true",
        "<= 600, 600, true",
        "= 600, 600, true",
        "600, 601, false",
        ">= 60 and < 600, 59, false",
        ">= 60 and < 600, 60, true",
        ">= 60 and < 600, 600, false",
        "> 60 and <= 600, 60, false",
    })
    void numbers_are_compared_as_written(String comparison, double seconds, boolean fires) throws Exception {
        RuleSet rules = read("rules: {mine: {on: contact, group: other, when: {wait_seconds: \"" + comparison
                + "\"}, weight: 0, quality: 0.5, reason: waited}}");
        Perception perceived = rules.perceive(contact(seconds, Channel.PHONE), Situation.PLAIN);
        assertThat(perceived.rules().stream().anyMatch(rule -> rule.name().equals("mine")))
                .isEqualTo(fires);
    }

    @Test
    void nothing_at_all_is_a_condition_that_always_holds() throws Exception {
        RuleSet rules = read("rules: {bill-higher: {when: {}}, transferred: {per: none, cause: none}}");
        assertThat(rules.named("bill-higher").orElseThrow().when()).isEmpty();
        assertThat(rules.named("transferred").orElseThrow().per()).isNull();
        assertThat(rules.named("transferred").orElseThrow().cause()).isNull();
    }

    @Test
    void a_rule_of_a_deadline_can_weigh_otherwise() throws Exception {
        assertThat(read("rules: {promise-broken: {quality: 0.2}}")
                        .promiseBroken()
                        .quality())
                .isEqualTo(.2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{bill-highr: {quality: 0.5}} | bill-highr: expected on, which a new rule must have, found nothing; did you"
                        + " mean the preset's rule bill-higher?",
                "{x: {qualty: 0.5}} | x, qualty: expected on, group, when, weight, quality, per, good, gesture, dimension,"
                        + " cause or reason, found \"qualty\"; did you mean quality?",
                "{bill: {when: {time_usual: \"> 2\"}}} | bill, when, time_usual: expected a fact, found \"time_usual\"; did"
                        + " you mean times_usual?",
                "{complaint: {when: {kind: complaints}}} | complaint, when, kind: expected question, request, complaint,"
                        + " compliment, advice, sale or information, found \"complaints\"; did you mean complaint?",
                "{on-time: {when: {wait_seconds: \"> 2\"}}} | on-time, when, wait_seconds: expected a fact that delivered"
                        + " has, found \"wait_seconds\"; the rule would never fire.",
                "{waited: {when: {wait_seconds: long}}} | waited, when, wait_seconds: expected a comparison such as \"> 600\","
                        + " \">= 2 and < 5\" or \"= 3\", found \"long\".",
                "{waited: {when: {wait_seconds: \"> 5 and < 5\"}}} | waited, when, wait_seconds: expected a comparison that a"
                        + " number can meet, found \"> 5 and < 5\".",
                "{bill: {weight: 1.5}} | bill, weight: expected a number from 0 to 1, found \"1.5\".",
                "{bill: {quality: 0}} | bill, quality: expected a number above 0 and at most 1, found \"0\".",
                "{bill: {quality: NaN}} | bill, quality: expected a number above 0 and at most 1, found \"NaN\".",
                "{bill: {on: invoice}} | bill, on: expected a type of event, found \"invoice\"; did you mean invoiced?",
                "{bill: {good: yes}} | bill, good: expected true or false, found \"yes\".",
                "{bill: {per: kind}} | bill, per: expected a fact that is a number, found \"kind\"; those are wait_seconds,"
                        + " transfers, ordinal, days_late, times_usual or hours.",
                "{bill: {reason: {de: nein}}} | bill, reason, de: expected en or nl, found \"de\"; leave it out.",
                "{never-fulfilled: {when: {}}} | never-fulfilled, when: expected weight, quality, dimension, cause or reason,"
                        + " found \"when\"; never-fulfilled belongs to a deadline, and no event decides about it.",
                "{Bill: {quality: 0.5}} | Bill: expected a rule's name in lower case with dashes, found \"Bill\".",
            })
    void what_cannot_be_is_refused_with_its_place(String rules, String sentence) {
        assertThatThrownBy(() -> read("rules: " + rules))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USE))
                .hasMessage("own.yaml, line 1, rules, " + sentence);
    }
}
