package hecht.core.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.Story;
import hecht.core.event.CaseOutcome;
import hecht.core.event.ContactKind;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.event.Party;
import hecht.core.perception.Habits;
import hecht.core.perception.Preset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules of episodes, each as a small story of Anna, Bram or Chris.
class EpisodeStoriesTest {
    private static final Instant YEAR_END = Story.endOf("2025-12-31");

    /// Lets a story happen, with every deadline at its own time, and tells its episodes as they stand at the end.
    private static List<EpisodeRecord> told(Story story) {
        return told(story, YEAR_END);
    }

    private static List<EpisodeRecord> told(Story story, Instant until) {
        Episodes episodes = new Episodes(Preset.ENERGY.rules(), Story.ZONE);
        Ledger ledger = new Ledger();
        episodes.tell(ledger);
        Habits habits = new Habits("EUR");
        Outlet nowhere = (encounter, weight, by) -> {};
        long now = Long.MIN_VALUE;
        for (Event each : story.events()) {
            now = settle(episodes, now, micros(each.time()), nowhere);
            episodes.take(each, now, habits, nowhere);
        }
        settle(episodes, now, micros(until), nowhere);
        return ledger.records();
    }

    private static long settle(Episodes episodes, long from, long until, Outlet out) {
        for (long now = from; ; ) {
            long next = episodes.nextDeadline(now);
            if (next > until) return until;
            episodes.meetDeadline(next, out);
            now = next;
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static EpisodeRecord only(Story story) {
        return told(story).getFirst();
    }

    private static Story anna() {
        return Story.of("anna");
    }

    // ---- what an episode is

    @Test
    void three_repairs_for_one_subscription_are_right_by_our_count_and_never_right_by_the_customers() {
        Story chris = Story.of("chris");
        for (String day : List.of("2025-03-03", "2025-03-08", "2025-03-14"))
            chris.on(day).aboutGoal("internet works").asked(Outcome.RESOLVED);
        EpisodeRecord episode = only(chris);
        assertThat(told(chris)).hasSize(1);
        assertThat(episode.contacts()).isEqualTo(3);
        assertThat(episode.rightByUs()).isTrue();
        assertThat(episode.rightByCustomer()).isFalse();
        assertThat(episode.quality()).isCloseTo(.7 * .5, within(1e-12));
        assertThat(episode.mean()).get().satisfies(mean -> assertThat(mean).isCloseTo(2.2 / 3, within(1e-12)));
        assertThat(episode.peakEnd()).get().satisfies(both -> assertThat(both).isCloseTo(.5, within(1e-12)));
    }

    @Test
    void ten_things_right_and_one_wrong_is_wrong() {
        Story bram = Story.of("bram").on("2025-03-03").aboutGoal("move").asked(Outcome.UNRESOLVED);
        for (int i = 0; i < 10; i++) bram.hoursLater(1).weCalled(null);
        EpisodeRecord episode = only(bram);
        assertThat(episode.parts()).hasSize(12); // and it was never fulfilled
        assertThat(episode.quality()).isCloseTo(.55 * .5, within(1e-12));
    }

    @Test
    void one_question_answered_at_once_is_good_and_right_by_both_counts() {
        EpisodeRecord episode = only(anna().on("2025-03-03").asked(Outcome.RESOLVED));
        assertThat(episode.encounters()).containsExactly(Encounter.GOOD);
        assertThat(episode.ending()).isEqualTo(Ending.FULFILLED);
        assertThat(episode.rightByUs()).isTrue();
        assertThat(episode.rightByCustomer()).isTrue();
        assertThat(episode.timeToFulfilment())
                .get()
                .extracting(d -> d.toSeconds())
                .isEqualTo(0L);
    }

    @Test
    void a_bill_is_an_episode_only_when_it_is_perceived_and_fulfils_nothing() {
        Story anna = anna().on("2025-03-03").billed(100).on("2025-04-03").billed(200);
        EpisodeRecord episode = only(anna);
        assertThat(told(anna)).hasSize(1);
        assertThat(episode.ending()).isEqualTo(Ending.SINGLE);
        assertThat(episode.encounters()).containsExactly(Encounter.BAD);
        assertThat(episode.rightByUs()).isNull();
        assertThat(episode.rightByCustomer()).isNull();
    }

    // ---- linking

    @Test
    void contacts_link_by_goal_within_fourteen_days_of_the_last_one_and_not_a_moment_later() {
        Story within = anna().on("2025-03-03").aboutGoal("move").asked(Outcome.RESOLVED);
        within.on("2025-03-17").aboutGoal("move").asked(Outcome.RESOLVED);
        assertThat(told(within)).hasSize(1);
        Story after = anna().on("2025-03-03").aboutGoal("move").asked(Outcome.RESOLVED);
        after.at(Story.on(java.time.LocalDate.parse("2025-03-17")).plusNanos(1_000))
                .aboutGoal("move")
                .asked(Outcome.RESOLVED);
        assertThat(told(after)).hasSize(2);
    }

    @Test
    void contacts_link_by_product_only_when_they_ask_and_name_neither_case_nor_goal() {
        Story anna = anna().on("2025-03-03").aboutProduct("power").asked(Outcome.UNRESOLVED);
        anna.on("2025-03-05").aboutProduct("power").asked(Outcome.RESOLVED);
        assertThat(told(anna)).hasSize(1);
        Story other = anna().on("2025-03-03").aboutProduct("power").asked(Outcome.UNRESOLVED);
        other.on("2025-03-05").aboutProduct("power").contact(ContactKind.SALE, Outcome.RESOLVED);
        assertThat(told(other)).hasSize(2);
    }

    @Test
    void a_case_links_for_as_long_as_it_takes() {
        Story bram = Story.of("bram").on("2025-01-06").aboutCase("K1").opened(null);
        bram.on("2025-03-20").aboutCase("K1").asked(Outcome.UNRESOLVED);
        bram.on("2025-06-01").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        assertThat(told(bram)).hasSize(1);
        assertThat(only(bram).ending()).isEqualTo(Ending.FULFILLED);
        assertThat(only(bram).contacts()).isEqualTo(2);
    }

    @Test
    void a_case_joins_its_goals_episode_only_if_that_has_no_case_yet() {
        Story anna = anna().on("2025-03-03").aboutGoal("move").asked(Outcome.UNRESOLVED);
        anna.on("2025-03-04").aboutCase("K1").aboutGoal("move").opened(null);
        anna.on("2025-03-05").aboutCase("K2").aboutGoal("move").opened(null);
        assertThat(told(anna)).extracting(EpisodeRecord::caseId).containsExactly("K1", "K2");
    }

    @Test
    void a_compliment_is_an_episode_of_its_own_and_no_contact_that_was_needed() {
        Story anna = anna().on("2025-03-03").aboutGoal("move").asked(Outcome.RESOLVED);
        anna.on("2025-03-04").aboutGoal("move").praised();
        List<EpisodeRecord> episodes = told(anna);
        assertThat(episodes).hasSize(2);
        assertThat(episodes.get(0).contacts()).isEqualTo(1);
        assertThat(episodes.get(1).contacts()).isZero();
        assertThat(episodes.get(1).encounters()).containsExactly(Encounter.GOOD);
        assertThat(episodes.get(1).quality()).isEqualTo(1);
    }

    // ---- opening

    @Test
    void only_a_request_that_stays_open_opens_a_goal() {
        assertThat(only(anna().on("2025-03-03").asked(Outcome.PROMISED)).ending())
                .isEqualTo(Ending.NEVER_FULFILLED);
        assertThat(only(anna().on("2025-03-03").asked(Outcome.TRANSFERRED)).ending())
                .isEqualTo(Ending.NEVER_FULFILLED);
        assertThat(only(anna().on("2025-03-03").asked()).ending()).isEqualTo(Ending.SINGLE);
        assertThat(only(anna().on("2025-03-03").contact(ContactKind.INFORMATION, Outcome.UNRESOLVED))
                        .ending())
                .isEqualTo(Ending.SINGLE);
        assertThat(told(anna().on("2025-03-03").ordered(null))).isEmpty();
        assertThat(only(anna().on("2025-03-03").ordered("2025-03-10")).ending()).isEqualTo(Ending.NEVER_FULFILLED);
    }

    @Test
    void a_case_opened_and_a_contact_of_it_on_one_day_are_one_contact() {
        Story opened = anna().on("2025-03-03")
                .aboutCase("K1")
                .opened(null)
                .hoursLater(2)
                .asked(Outcome.UNRESOLVED);
        assertThat(only(opened).contacts()).isEqualTo(1);
        assertThat(only(opened).parts().getFirst().quality())
                .as("no repetition")
                .isEqualTo(.55);
        Story asked = anna().on("2025-03-03")
                .aboutCase("K1")
                .asked(Outcome.UNRESOLVED)
                .hoursLater(2)
                .opened(null);
        assertThat(only(asked).contacts()).isEqualTo(1);
        Story nextDay = anna().on("2025-03-03")
                .aboutCase("K1")
                .opened(null)
                .hoursLater(24)
                .asked(Outcome.UNRESOLVED);
        assertThat(only(nextDay).contacts()).isEqualTo(2);
        assertThat(only(nextDay).parts().getFirst().quality()).isCloseTo(.55 * .7, within(1e-12));
    }

    // ---- how it ends

    @Test
    void without_a_promise_a_goal_is_never_fulfilled_a_window_after_its_last_contact() {
        EpisodeRecord episode = only(anna().on("2025-03-03").aboutGoal("move").asked(Outcome.UNRESOLVED));
        assertThat(episode.closed()).isEqualTo("2025-03-17T09:00:00Z");
        assertThat(episode.encounters()).containsExactly(Encounter.BAD, Encounter.SEVERE);
        assertThat(episode.quality()).isCloseTo(.275, within(1e-12));
        assertThat(episode.rightByUs()).isFalse();
    }

    @Test
    void a_case_without_a_promise_waits_ninety_days_after_anything() {
        Story bram = Story.of("bram").on("2025-01-06").aboutCase("K1").opened(null);
        bram.on("2025-02-06").aboutCase("K1").step(true);
        EpisodeRecord episode = only(bram);
        assertThat(episode.closed()).isEqualTo("2025-05-07T09:00:00Z");
        assertThat(episode.encounters()).containsExactly(Encounter.BAD);
    }

    @Test
    void while_a_case_is_open_only_closing_or_delivery_fulfils() {
        Story anna = anna().on("2025-03-03").aboutCase("K1").opened(null);
        anna.on("2025-03-05").aboutCase("K1").asked(Outcome.RESOLVED);
        assertThat(told(anna, Story.endOf("2025-03-06")).getFirst().ending()).isEqualTo(Ending.OPEN);
        anna.on("2025-03-07").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        assertThat(only(anna).ending()).isEqualTo(Ending.FULFILLED);
    }

    @Test
    void while_a_dated_promise_is_open_a_resolved_contact_is_only_a_part() {
        Story anna = anna().on("2025-03-03").aboutGoal("boiler").ordered("2025-03-20");
        anna.on("2025-03-10").aboutGoal("boiler").asked(Outcome.RESOLVED);
        assertThat(told(anna, Story.endOf("2025-03-12")).getFirst().ending()).isEqualTo(Ending.OPEN);
        anna.on("2025-03-20").aboutGoal("boiler").delivered();
        assertThat(only(anna).encounters()).containsExactly(Encounter.GOOD);
    }

    @Test
    void rejected_is_a_part_that_multiplies() {
        Story bram = Story.of("bram").on("2025-03-03").aboutCase("K1").opened(null);
        bram.on("2025-03-10").aboutCase("K1").closed(CaseOutcome.REJECTED);
        assertThat(only(bram).ending()).isEqualTo(Ending.REJECTED);
        assertThat(only(bram).encounters()).containsExactly(Encounter.BAD);
        assertThat(only(bram).rightByUs()).isFalse();
    }

    @Test
    void cancelled_by_the_supplier_is_unfulfilled() {
        Story bram = Story.of("bram").on("2025-03-03").aboutCase("O1").ordered("2025-03-20");
        bram.on("2025-03-10").aboutCase("O1").cancelled(Party.SUPPLIER);
        assertThat(only(bram).ending()).isEqualTo(Ending.UNFULFILLED);
        assertThat(only(bram).encounters()).containsExactly(Encounter.BAD);
    }

    @Test
    void withdrawn_is_bad_after_two_inward_contacts_and_nothing_before() {
        Story once = anna().on("2025-03-03").aboutCase("K1").opened(null);
        once.on("2025-03-10").aboutCase("K1").closed(CaseOutcome.WITHDRAWN);
        assertThat(only(once).encounters()).isEmpty();
        assertThat(only(once).ending()).isEqualTo(Ending.WITHDRAWN);
        Story twice = anna().on("2025-03-03").aboutCase("K1").opened(null);
        twice.on("2025-03-04").aboutCase("K1").opened(null);
        twice.on("2025-03-10").aboutCase("K1").cancelled(Party.CUSTOMER);
        assertThat(only(twice).contacts()).isEqualTo(2);
        assertThat(only(twice).encounters()).containsExactly(Encounter.BAD);
        assertThat(only(twice).parts()).isEmpty();
    }

    @Test
    void an_outward_resolved_fulfils_without_good() {
        Story anna = anna().on("2025-03-03").aboutGoal("move").contact(ContactKind.REQUEST, Outcome.PROMISED);
        anna.on("2025-03-04").aboutGoal("move").weCalled(Outcome.RESOLVED);
        assertThat(only(anna).ending()).isEqualTo(Ending.FULFILLED);
        assertThat(only(anna).encounters()).isEmpty();
        assertThat(only(anna).contacts()).isEqualTo(1);
        assertThat(only(anna).rightByCustomer()).isTrue();
    }

    // ---- good

    @Test
    void good_is_given_at_once_and_neither_taken_back_nor_given_twice() {
        Story anna = anna().on("2025-03-03").aboutGoal("move").asked(Outcome.RESOLVED);
        anna.on("2025-03-10").aboutGoal("move").asked(Outcome.UNRESOLVED);
        anna.on("2025-03-12").aboutGoal("move").asked(Outcome.RESOLVED);
        EpisodeRecord episode = only(anna);
        assertThat(episode.encounters()).containsExactly(Encounter.GOOD, Encounter.BAD, Encounter.SEVERE);
        assertThat(episode.ending()).isEqualTo(Ending.FULFILLED);
        assertThat(episode.rightByUs()).isFalse();
    }

    // ---- levels

    @Test
    void a_part_that_passes_two_levels_at_once_applies_only_the_worse() {
        EpisodeRecord episode = only(Story.of("bram").on("2025-03-03").complained(Outcome.UNRESOLVED));
        assertThat(episode.encounters()).containsExactly(Encounter.SEVERE);
    }

    @Test
    void exactly_on_a_limit_counts_as_beyond_it() {
        Story anna = anna().on("2025-03-03").aboutGoal("move").complained(Outcome.RESOLVED); // .7
        anna.on("2025-03-05").aboutGoal("move").contact(ContactKind.SALE, null); // .85 · .7
        assertThat(only(anna).encounters()).containsExactly(Encounter.BAD);
        Story chris = Story.of("chris").on("2025-03-03").aboutGoal("x").asked(Outcome.RESOLVED);
        chris.on("2025-03-04").aboutGoal("x").asked(Outcome.RESOLVED); // .7 exactly
        chris.on("2025-03-05").aboutGoal("x").asked(Outcome.RESOLVED); // .35 but for a rounding
        assertThat(only(chris).encounters()).containsExactly(Encounter.GOOD, Encounter.BAD, Encounter.SEVERE);
    }

    @Test
    void a_fourth_contact_for_one_goal_is_a_double_failure() {
        Story bram = Story.of("bram");
        for (int day = 3; day <= 6; day++)
            bram.on("2025-03-0" + day).aboutGoal("meter").asked(Outcome.RESOLVED);
        assertThat(only(bram).encounters())
                .containsExactly(Encounter.GOOD, Encounter.BAD, Encounter.SEVERE, Encounter.DOUBLE_FAILURE);
    }

    @Test
    void a_failure_after_a_promised_repair_is_a_double_failure() {
        Story bram = Story.of("bram").on("2025-03-03").aboutGoal("meter").complained(Outcome.PROMISED);
        assertThat(told(bram, Story.endOf("2025-03-04")).getFirst().encounters())
                .containsExactly(Encounter.BAD);
        assertThat(only(bram).encounters()).containsExactly(Encounter.BAD, Encounter.DOUBLE_FAILURE);
    }

    @Test
    void a_promise_in_an_episode_that_is_not_bad_is_no_promised_repair() {
        Story anna = anna().on("2025-03-03").aboutGoal("meter").asked(Outcome.PROMISED);
        assertThat(only(anna).encounters()).containsExactly(Encounter.BAD); // .85 · .5
    }

    @Test
    void what_is_a_failure_only_by_repetition_breaks_no_repair() {
        Story bram = Story.of("bram").on("2025-03-03").aboutGoal("meter").complained(Outcome.PROMISED);
        bram.on("2025-03-05").aboutGoal("meter").asked(Outcome.RESOLVED); // .7, all of it for coming back
        assertThat(only(bram).encounters()).containsExactly(Encounter.BAD, Encounter.SEVERE);
    }

    // ---- promises

    @Test
    void a_promise_is_kept_until_the_last_microsecond_of_its_day() {
        Story onTime = anna().on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        onTime.at(Story.endOf("2025-03-10")).aboutCase("O1").delivered();
        assertThat(only(onTime).encounters()).containsExactly(Encounter.GOOD);
        assertThat(only(onTime).rightByCustomer()).isTrue();
        Story late = anna().on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        late.at(Story.endOf("2025-03-10").plusNanos(1_000)).aboutCase("O1").delivered();
        assertThat(only(late).encounters()).containsExactly(Encounter.BAD);
        assertThat(only(late).rightByUs()).isTrue();
        assertThat(only(late).rightByCustomer()).isFalse();
    }

    @Test
    void what_a_delivery_says_of_itself_holds_before_the_promised_day() {
        Story late = anna().on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        late.on("2025-03-09").aboutCase("O1").delivered(false);
        assertThat(only(late).encounters()).as("late, so nothing was recovered").containsExactly(Encounter.BAD);
        assertThat(only(late).rightByCustomer()).isFalse();
        Story onTime = anna().on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        onTime.on("2025-03-12").aboutCase("O1").delivered(true);
        assertThat(only(onTime).encounters()).containsExactly(Encounter.GOOD);
        assertThat(only(onTime).rightByCustomer()).isTrue();
    }

    @Test
    void a_late_delivery_takes_the_place_of_the_broken_promise() {
        Story bram = Story.of("bram").on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        bram.on("2025-03-18").aboutCase("O1").delivered();
        EpisodeRecord episode = only(bram);
        assertThat(episode.parts()).extracting(EpisodeRecord.Part::quality).containsExactly(.3);
        assertThat(episode.encounters()).containsExactly(Encounter.BAD, Encounter.SEVERE);
        assertThat(episode.ending()).isEqualTo(Ending.FULFILLED);
    }

    @Test
    void a_broken_promise_happens_two_days_after_the_date() {
        Story bram = Story.of("bram").on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        Instant breaks = Story.endOf("2025-03-12");
        assertThat(told(bram, breaks.minusNanos(1_000)).getFirst().parts()).isEmpty();
        assertThat(told(bram, breaks).getFirst().parts()).singleElement().satisfies(part -> {
            assertThat(part.time()).isEqualTo(breaks);
            assertThat(part.quality()).isEqualTo(.4);
            assertThat(part.event()).isNull();
        });
    }

    @Test
    void never_fulfilled_after_a_broken_promise_is_severe() {
        EpisodeRecord episode =
                only(Story.of("bram").on("2025-03-03").aboutCase("O1").ordered("2025-03-10"));
        assertThat(episode.parts()).extracting(EpisodeRecord.Part::quality).containsExactly(.4, .5);
        assertThat(episode.encounters()).containsExactly(Encounter.BAD, Encounter.SEVERE);
        assertThat(episode.closed()).isEqualTo(Story.endOf("2025-03-24"));
    }

    @Test
    void of_two_promises_broken_a_delivery_replaces_only_the_one_that_is_pending() {
        Story bram = Story.of("bram").on("2025-03-03").aboutCase("K1").opened("2025-03-05");
        bram.on("2025-03-10").aboutCase("K1").opened("2025-03-15"); // promised again, after the first was broken
        bram.on("2025-03-18").aboutCase("K1").delivered(); // after the second was broken too
        EpisodeRecord episode = only(bram);
        assertThat(episode.parts()).extracting(EpisodeRecord.Part::quality).containsExactly(.4, .3);
        assertThat(episode.quality()).isCloseTo(.12, within(1e-12));
    }

    @Test
    void a_case_closed_after_never_fulfilled_becomes_fulfilled_and_gives_nothing() {
        Story anna = anna().on("2025-03-03").aboutCase("K1").opened("2025-03-05");
        anna.on("2025-04-20").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        EpisodeRecord episode = only(anna);
        assertThat(episode.ending()).isEqualTo(Ending.FULFILLED);
        assertThat(episode.encounters()).containsExactly(Encounter.BAD, Encounter.SEVERE);
        assertThat(episode.rightByCustomer()).isFalse();
    }

    // ---- recovery

    @Test
    void a_gesture_and_then_fulfilment_make_a_recovery() {
        Story bram = Story.of("bram").on("2025-03-03").aboutGoal("meter").complained(Outcome.UNRESOLVED);
        bram.on("2025-03-05").rewarded(); // without a case: for every open episode
        bram.on("2025-03-07").aboutGoal("meter").asked(Outcome.RESOLVED);
        assertThat(told(bram).getFirst().encounters()).containsExactly(Encounter.SEVERE, Encounter.RECOVERY);
    }

    @Test
    void a_gesture_before_anything_went_wrong_recovers_nothing() {
        Story bram = Story.of("bram").on("2025-03-01").rewarded();
        bram.on("2025-03-03").aboutGoal("meter").complained(Outcome.UNRESOLVED);
        bram.on("2025-03-07").aboutGoal("meter").asked(Outcome.RESOLVED);
        assertThat(told(bram).get(1).encounters()).containsExactly(Encounter.SEVERE);
    }

    @Test
    void a_kept_promise_after_bad_makes_a_recovery_once() {
        Story anna = anna().on("2025-03-03").aboutCase("K1").complained(Outcome.UNRESOLVED);
        anna.on("2025-03-04").aboutCase("K1").opened("2025-03-20");
        anna.on("2025-03-18").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        assertThat(only(anna).encounters()).containsExactly(Encounter.SEVERE, Encounter.RECOVERY);
        anna.on("2025-03-20").aboutCase("K1").reopened();
        anna.on("2025-03-21").aboutCase("K1").opened("2025-03-30");
        anna.on("2025-03-28").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        assertThat(only(anna).encounters()).containsOnlyOnce(Encounter.RECOVERY);
    }

    // ---- reopening

    @Test
    void a_case_reopened_is_wrong_by_our_count_and_a_contact_more() {
        Story anna = anna().on("2025-03-03").aboutCase("K1").opened(null);
        anna.on("2025-03-05").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        anna.on("2025-05-05").aboutCase("K1").reopened();
        assertThat(told(anna, Story.endOf("2025-05-05")).getFirst().ending()).isEqualTo(Ending.OPEN);
        assertThat(told(anna, Story.endOf("2025-05-05")).getFirst().rightByUs()).isNull();
        anna.on("2025-05-07").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        EpisodeRecord episode = only(anna);
        assertThat(told(anna)).hasSize(1);
        assertThat(episode.contacts()).isEqualTo(2);
        assertThat(episode.rightByUs()).isFalse();
        assertThat(episode.encounters()).containsExactly(Encounter.GOOD, Encounter.BAD);
    }

    @Test
    void on_reopening_the_promise_is_spent() {
        Story anna = anna().on("2025-03-03").aboutCase("K1").opened("2025-03-10");
        anna.on("2025-03-05").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        anna.on("2025-03-08").aboutCase("K1").reopened();
        EpisodeRecord later = told(anna, Story.endOf("2025-04-10")).getFirst();
        assertThat(later.ending()).as("no date any more, so ninety days").isEqualTo(Ending.OPEN);
        assertThat(later.parts()).extracting(EpisodeRecord.Part::quality).containsExactly(1.0, .7);
    }

    @Test
    void a_step_wrong_by_process_is_wrong_by_our_count_only() {
        Story anna = anna().on("2025-03-03").aboutCase("K1").opened(null);
        anna.on("2025-03-04").aboutCase("K1").step(false);
        anna.on("2025-03-05").aboutCase("K1").closed(CaseOutcome.FULFILLED);
        assertThat(only(anna).rightByUs()).isFalse();
        assertThat(only(anna).rightByCustomer()).isTrue();
    }

    // ---- how many

    @Test
    void a_ninth_open_episode_lets_go_the_oldest_without_a_class() {
        Story chris = Story.of("chris").on("2025-03-03");
        for (int i = 1; i <= 9; i++)
            chris.hoursLater(1).aboutGoal("goal " + i).contact(ContactKind.REQUEST, Outcome.PROMISED);
        List<EpisodeRecord> episodes = told(chris, Story.endOf("2025-03-04"));
        assertThat(episodes).hasSize(9);
        assertThat(episodes.getFirst().ending()).isEqualTo(Ending.PUSHED_OUT);
        assertThat(episodes.getFirst().encounters()).isEmpty();
        assertThat(episodes.subList(1, 9)).extracting(EpisodeRecord::ending).containsOnly(Ending.OPEN);
        assertThat(told(chris).subList(1, 9)).extracting(EpisodeRecord::ending).containsOnly(Ending.NEVER_FULFILLED);
    }

    @Test
    void a_closed_episode_makes_room_before_an_open_one() {
        Story chris = Story.of("chris").on("2025-03-03").aboutGoal("answered").asked(Outcome.RESOLVED);
        for (int i = 1; i <= 8; i++)
            chris.hoursLater(1).aboutGoal("goal " + i).contact(ContactKind.REQUEST, Outcome.PROMISED);
        assertThat(told(chris, Story.endOf("2025-03-04")))
                .extracting(EpisodeRecord::ending)
                .doesNotContain(Ending.PUSHED_OUT);
    }

    // ---- when

    @Test
    void a_late_fold_equals_an_early_one() {
        Story bram = Story.of("bram").on("2025-03-03").aboutCase("O1").ordered("2025-03-10");
        bram.on("2025-03-04").aboutGoal("meter").asked(Outcome.UNRESOLVED);
        Episodes early = new Episodes(Preset.ENERGY.rules(), Story.ZONE);
        Ledger ledger = new Ledger();
        early.tell(ledger);
        for (Event each : bram.events()) early.take(each, micros(each.time()), new Habits("EUR"), (e, w, by) -> {});
        long now = micros(bram.events().getLast().time());
        for (int day = 0; day < 300; day++) now = settle(early, now, now + 86_400_000_000L, (e, w, by) -> {});
        assertThat(ledger.records()).isEqualTo(told(bram));
    }
}
