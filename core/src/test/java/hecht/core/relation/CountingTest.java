package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.Story;
import hecht.core.episode.Encounter;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.perception.Preset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final Instant AS_OF = Story.endOf("2025-12-31");
    private static final double YEAR = 365.25;

    private static final Fold FOLD = new Fold(Model.builtIn(Story.ZONE, Mode.CONTRACT), Preset.ENERGY.rules());

    private static void count(Counting counting, List<Event> history) {
        Folding folding = FOLD.begin(State.NEW);
        folding.count(counting);
        for (Event each : history) folding.take(each);
        folding.settled(AS_OF);
    }

    private static Counting counted(List<Story> customers) {
        Counting counting = new Counting();
        for (Story each : customers) count(counting, each.events());
        return counting;
    }

    private static List<Story> times(int count, java.util.function.Function<String, Story> story) {
        List<Story> all = new ArrayList<>();
        for (int i = 0; i < count; i++) all.add(story.apply("c" + i));
        return all;
    }

    @Test
    void a_year_runs_from_the_beginning_to_the_departure_or_the_as_of_moment() {
        Counting stayed = counted(List.of(Story.of("anna").on("2025-01-01").started()));
        assertThat(stayed.customerYears()).isCloseTo((364 + 14 / 24.0) / YEAR, within(1e-6)); // to midnight; in seconds
        Counting left = counted(List.of(
                Story.of("bram").on("2025-01-01").started().on("2025-03-01").left()));
        assertThat(left.customerYears()).isCloseTo(59 / YEAR, within(1e-6));
        Counting returned = counted(List.of(Story.of("chris")
                .on("2025-01-01")
                .started()
                .on("2025-03-01")
                .left()
                .on("2025-12-01")
                .started()));
        assertThat(returned.customerYears()).isCloseTo((59 + 30 + 14 / 24.0) / YEAR, within(1e-6));
    }

    @Test
    void encounters_are_counted_by_weight_after_wearing_off_per_customer_year() {
        Counting counting = counted(times(
                10,
                name -> Story.of(name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-02-01")
                        .asked(Outcome.RESOLVED)
                        .on("2025-02-16")
                        .asked(Outcome.RESOLVED)
                        .on("2025-06-01")
                        .complained(Outcome.UNRESOLVED)));
        double years = counting.customerYears();
        Usual usual = counting.usual();
        assertThat(usual.counted()).isTrue();
        double good = 10 * (1 + 1 - Math.exp(-.5)); // the second came fifteen days after the first
        assertThat(usual.rate(Encounter.GOOD)).isCloseTo(good / years, within(1e-8));
        assertThat(usual.rate(Encounter.SEVERE)).isCloseTo(10 / years, within(1e-8));
        assertThat(usual.rate(Encounter.DOUBLE_FAILURE)).isZero();
    }

    @Test
    void a_deadline_after_the_last_event_counts_until_the_as_of_moment() {
        Counting counting = counted(times(
                10,
                name -> Story.of(name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-12-01")
                        .asked(Outcome.UNRESOLVED)));
        assertThat(counting.usual().rate(Encounter.SEVERE)) // bad at first, and then it was never fulfilled
                .isCloseTo(10 / counting.customerYears(), within(1e-8));
    }

    @Test
    void with_less_than_five_years_what_is_built_in_holds_and_says_so() {
        Counting few = counted(times(5, name -> Story.of(name).on("2025-01-01").started()));
        assertThat(few.customerYears()).isLessThan(5);
        assertThat(few.usual()).isEqualTo(Usual.BUILT_IN);
        assertThat(new Counting().usual()).isEqualTo(Usual.BUILT_IN);
        Usual enough = counted(times(6, name -> Story.of(name).on("2025-01-01").started()))
                .usual();
        assertThat(enough.counted()).isTrue();
        assertThat(enough.rate(Encounter.GOOD)).isZero();
    }

    @Test
    void the_contact_by_which_a_customer_came_into_the_data_is_not_usual() {
        Usual usual = counted(times(
                        10,
                        name -> Story.of(name)
                                .on("2025-01-01")
                                .asked(Outcome.UNRESOLVED)
                                .on("2025-06-01")
                                .asked(Outcome.RESOLVED)))
                .usual();
        assertThat(usual.counted()).isTrue();
        assertThat(usual.rate(Encounter.BAD)).isZero();
        // That nothing came of it within two weeks was seen to happen, and so was the second contact.
        assertThat(usual.rate(Encounter.SEVERE)).isPositive();
        assertThat(usual.rate(Encounter.GOOD)).isPositive();
    }

    @Test
    void what_is_usual_in_a_year_cannot_be_seen_in_less_than_a_season() {
        Usual days = counted(times(
                        1_000,
                        name -> Story.of(name)
                                .on("2025-12-20")
                                .started()
                                .on("2025-12-24")
                                .complained(Outcome.UNRESOLVED)))
                .usual();
        assertThat(days).isEqualTo(Usual.BUILT_IN);
    }

    @Test
    void the_share_of_answers_is_of_the_invitations_that_were_judged() {
        List<Story> customers = new ArrayList<>(times(
                3,
                name -> Story.of(name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-02-01")
                        .invited()
                        .on("2025-02-05")
                        .recommended(9)));
        customers.addAll(times(
                6,
                name -> Story.of("silent-" + name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-02-01")
                        .invited()));
        customers.addAll(times(
                5,
                name -> Story.of("pending-" + name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-12-30")
                        .invited()));
        Counting counting = counted(customers);
        assertThat(counting.invitations()).isEqualTo(14);
        assertThat(counting.usual().answerRate()).isCloseTo(3 / 9.0, within(1e-12));
        assertThat(counting.usual().invitationsJudged()).isFalse();
    }

    @Test
    void answering_says_something_from_two_hundred_invitations_on() {
        assertThat(counted(times(199, CountingTest::invited)).usual().invitationsJudged())
                .isFalse();
        Usual enough = counted(times(200, CountingTest::invited)).usual();
        assertThat(enough.invitationsJudged()).isTrue();
        assertThat(enough.answerRate()).as("of none, half an answer").isCloseTo(.5 / 200, within(1e-12));
    }

    private static Story invited(String name) {
        return Story.of(name).on("2025-01-01").started().on("2025-02-01").invited();
    }

    @Test
    void without_invitations_the_share_of_answers_is_the_one_built_in() {
        Usual usual = counted(times(6, name -> Story.of(name).on("2025-01-01").started()))
                .usual();
        assertThat(usual.answerRate()).isEqualTo(Usual.BUILT_IN.answerRate());
    }

    @Test
    void a_lock_that_is_followed_by_another_on_its_last_day_renewed() {
        Counting counting = counted(times(
                6,
                name -> Story.of(name)
                        .on("2025-01-01")
                        .aboutProduct("power")
                        .contract("2025-03-31", null) // renews on its day
                        .on("2025-03-31")
                        .aboutProduct("power")
                        .contract("2025-06-30", null) // is followed by another a week late
                        .on("2025-07-07")
                        .aboutProduct("power")
                        .contract("2025-10-31", null) // ends, and nothing follows
                        .on("2025-07-08")
                        .aboutProduct("gas")
                        .contract("2025-12-01", null) // is replaced before its end: nobody knows
                        .on("2025-08-01")
                        .aboutProduct("gas")
                        .contract("2026-12-01", null))); // runs still
        assertThat(counting.usual().locksRenewed()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void a_lock_that_ended_before_the_customer_left_did_not_renew() {
        Counting counting = counted(times(
                10,
                name -> Story.of(name)
                        .on("2025-01-01")
                        .aboutProduct("power")
                        .contract("2025-03-31", null)
                        .on("2025-03-31")
                        .aboutProduct("power")
                        .contract("2025-06-30", null)
                        .on("2025-12-01")
                        .left()));
        assertThat(counting.usual().locksRenewed()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void counts_of_several_threads_add_up_exactly_in_any_order() {
        List<Story> customers = times(
                50,
                name -> Story.of(name)
                        .on("2025-01-0" + (1 + name.hashCode() % 9))
                        .started()
                        .on("2025-02-01")
                        .asked(Outcome.RESOLVED)
                        .on("2025-02-1" + name.hashCode() % 10)
                        .asked(Outcome.RESOLVED));
        Counting together = counted(customers);
        Counting apart = counted(customers.subList(20, 50)).plus(counted(customers.subList(0, 20)));
        assertThat(apart.usual()).isEqualTo(together.usual());
    }

    @Test
    void customers_may_take_turns_with_one_folding() {
        List<Story> customers = times(
                12,
                name -> Story.of(name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-02-01")
                        .asked(Outcome.UNRESOLVED)
                        .on("2025-02-10")
                        .asked(Outcome.RESOLVED)
                        .on("2025-05-01")
                        .invited());
        Counting byTurns = new Counting();
        Folding folding = FOLD.begin(State.NEW);
        folding.count(byTurns);
        List<State> states = new ArrayList<>();
        for (int event = 0; event < 4; event++)
            for (int customer = 0; customer < customers.size(); customer++) {
                if (event == 0) states.add(State.NEW);
                folding.goOnFrom(states.get(customer));
                folding.take(customers.get(customer).events().get(event));
                states.set(customer, folding.state());
            }
        for (State each : states) {
            folding.goOnFrom(each);
            folding.settled(AS_OF);
        }
        assertThat(byTurns.usual()).isEqualTo(counted(customers).usual());
        assertThat(byTurns.customers()).isEqualTo(12);
    }

    @Test
    void a_customer_can_be_taken_away_again() {
        List<Story> customers = times(
                8, name -> Story.of(name).on("2025-01-01").started().invited().left());
        Story late =
                Story.of("late").on("2025-04-01").ordered(null).on("2025-05-01").left();
        Counting counting = counted(customers).plus(counted(List.of(late))).minus(counted(List.of(late)));
        assertThat(counting.usual()).isEqualTo(counted(customers).usual());
        assertThat(counting.customers()).isEqualTo(8);
    }

    @Test
    void reading_a_customer_on_the_way_counts_nothing() {
        Story story = Story.of("anna")
                .on("2025-01-01")
                .started()
                .on("2025-02-01")
                .asked(Outcome.UNRESOLVED)
                .invited();
        Counting counting = new Counting();
        Folding folding = FOLD.begin(State.NEW);
        folding.count(counting);
        for (Event each : story.events()) {
            folding.take(each);
            folding.standing(AS_OF);
        }
        folding.settled(AS_OF);
        assertThat(counting.customerYears()).isEqualTo(counted(List.of(story)).customerYears());
    }

    @Test
    void contract_is_proposed_where_one_in_a_hundred_left_or_any_has_a_lock() {
        assertThat(proposal(99, 1, 0)).isEqualTo(Mode.CONTRACT);
        assertThat(proposal(100, 1, 0)).isEqualTo(Mode.RHYTHM);
        assertThat(proposal(500, 0, 1)).isEqualTo(Mode.CONTRACT);
        assertThat(proposal(500, 0, 0)).isEqualTo(Mode.RHYTHM);
    }

    @Test
    void without_orders_contract_is_proposed() {
        assertThat(new Counting().proposal()).isEqualTo(Mode.CONTRACT);
        assertThat(counted(List.of(Story.of("anna").on("2025-01-01").asked())).proposal())
                .isEqualTo(Mode.CONTRACT);
    }

    /// A customer who leaves and comes back and leaves is one who left.
    private static Mode proposal(int buyers, int leavers, int locked) {
        List<Story> all = new ArrayList<>(
                times(buyers, name -> Story.of(name).on("2025-01-01").ordered(null)));
        all.addAll(times(
                leavers,
                name -> Story.of("left-" + name)
                        .on("2025-01-01")
                        .started()
                        .on("2025-02-01")
                        .left()
                        .on("2025-03-01")
                        .started()
                        .on("2025-04-01")
                        .left()));
        all.addAll(times(
                locked,
                name -> Story.of("locked-" + name)
                        .on("2025-01-01")
                        .aboutProduct("power")
                        .contract("2026-01-01", null)));
        return counted(all).proposal();
    }
}
