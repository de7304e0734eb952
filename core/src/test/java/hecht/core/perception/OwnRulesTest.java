package hecht.core.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.event.Dimension;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import hecht.core.event.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnRulesTest {
    private static final Event PRICE_LETTER = new Event.MessageSent(
            Envelope.of("crm", "1", Instant.EPOCH, "anna").with(new Envelope.Profile(null, "business", null, null)),
            MessageKind.PRICE);

    private static Rule rule(String name, double weight, double quality, @Nullable Fact per, Clause... when) {
        return new Rule(
                name,
                Set.of(EventType.MESSAGE_SENT),
                Group.OTHER,
                List.of(when),
                weight,
                quality,
                per,
                false,
                false,
                Dimension.INTENTION,
                null,
                new Rule.Reason("a letter", "een brief"));
    }

    private static Perception perceived(Rule... own) {
        return Preset.ENERGY.rules().with(List.of(own)).perceive(PRICE_LETTER, Situation.PLAIN);
    }

    @Test
    void a_rule_of_ones_own_takes_the_place_of_the_one_with_its_name() {
        assertThat(perceived().weight()).isEqualTo(.6);
        assertThat(perceived(rule("price-letter", .9, .8, null)).weight()).isEqualTo(.9);
    }

    @Test
    void another_rule_is_asked_before_those_of_the_preset() {
        Rule ofBusiness = rule("price-letter-to-business", .2, .9, null, Clause.is(Fact.SEGMENT, "Business"));
        assertThat(perceived(ofBusiness).rules()).containsExactly(ofBusiness);
        Rule ofOthers = rule("price-letter-to-others", .2, .9, null, Clause.is(Fact.SEGMENT, "private"));
        assertThat(perceived(ofOthers).weight()).isEqualTo(.6);
    }

    @Test
    void the_preset_itself_stays_as_it_was() {
        RuleSet own = Preset.ENERGY.rules().with(List.of(rule("price-letter", .9, .8, null)));
        assertThat(own.rules()).hasSameSizeAs(Preset.ENERGY.rules().rules());
        assertThat(perceived().weight()).isEqualTo(.6);
    }

    @Test
    void what_a_rule_cannot_say_is_refused_at_its_door() {
        assertThatThrownBy(() -> rule("Price letter", .5, .5, null))
                .hasMessage("a rule's name is lower case with dashes, was \"Price letter\"");
        assertThatThrownBy(() -> rule("x", 1.1, .5, null)).hasMessage("x: weight must be in [0, 1], was 1.1");
        assertThatThrownBy(() -> rule("x", Double.NaN, .5, null)).hasMessage("x: weight must be in [0, 1], was NaN");
        assertThatThrownBy(() -> rule("x", .5, 0, null)).hasMessage("x: quality must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> rule("x", .5, .5, Fact.KIND)).hasMessage("x: per must be a number, was kind");
        assertThatThrownBy(() -> Clause.is(Fact.HOURS, "1")).hasMessage("hours is a number, not a word");
        assertThatThrownBy(() -> Clause.atLeast(Fact.KIND, 1)).hasMessage("kind is a word, not a number");
        assertThatThrownBy(() -> Clause.atLeast(Fact.HOURS, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_rules_of_one_name_are_refused_and_so_is_a_set_without_the_deadlines_rules() {
        List<Rule> twice = List.of(rule("x", .5, .5, null), rule("x", .4, .5, null));
        assertThatThrownBy(() -> new RuleSet(twice)).hasMessage("two rules are called x");
        assertThatThrownBy(() -> new RuleSet(List.of())).hasMessage("there is no rule promise-broken");
    }

    @Test
    void a_fact_that_an_event_does_not_have_fulfils_no_condition() {
        Rule waiting = rule("x", .9, .5, null, Clause.atLeast(Fact.WAIT_SECONDS, Double.NEGATIVE_INFINITY));
        assertThat(perceived(waiting).rules()).doesNotContain(waiting);
        Rule channel = rule("y", .9, .5, null, Clause.is(Fact.CHANNEL, "phone"));
        assertThat(perceived(channel).rules()).doesNotContain(channel);
    }

    @Test
    void an_amount_in_another_currency_is_compared_with_nothing_and_teaches_nothing() {
        Habits habits = new Habits("EUR");
        habits.learn(bill(100.0));
        Event yen = new Event.Invoiced(
                Envelope.of("billing", "2", Instant.EPOCH, "anna"), new Event.Money(16_000.0, "JPY", null, null));
        assertThat(habits.timesUsual(yen)).isEqualTo(1);
        habits.learn(yen);
        assertThat(habits.timesUsual(bill(200.0))).isEqualTo(2);
    }

    @Test
    void a_customers_own_usual_amount_follows_slowly() {
        Habits habits = new Habits("EUR");
        assertThat(habits.timesUsual(bill(100.0))).as("the first").isEqualTo(1);
        habits.learn(bill(100.0));
        assertThat(habits.timesUsual(bill(200.0))).isEqualTo(2);
        habits.learn(bill(200.0));
        assertThat(habits.timesUsual(bill(100 * Math.pow(2, .1))))
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
        habits.learn(bill(-5.0));
        habits.learn(bill(0.0));
        assertThat(habits.timesUsual(bill(100 * Math.pow(2, .1))))
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void the_last_four_bills_paid_are_known() {
        Habits habits = new Habits("EUR");
        for (int i = 1; i <= 5; i++) habits.learn(paid("bill " + i));
        habits.learn(paid("bill 5"));
        assertThat(habits.wasPaid("bill 1")).isFalse();
        for (int i = 2; i <= 5; i++) assertThat(habits.wasPaid("bill " + i)).isTrue();
        assertThat(habits.wasPaid(null)).isFalse();
    }

    private static Event bill(double amount) {
        return new Event.Invoiced(Envelope.of("erp", "1", Instant.EPOCH, "anna"), Event.Money.of(amount));
    }

    private static Event paid(String bill) {
        return new Event.Paid(
                Envelope.of("erp", "1", Instant.EPOCH, "anna").about(Envelope.Subject.ofCase(bill)),
                Event.Money.UNKNOWN);
    }
}
