package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.Story;
import hecht.core.event.CaseOutcome;
import hecht.core.event.ContactKind;
import hecht.core.event.Dimension;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.perception.Perception;
import hecht.core.perception.Preset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Anna is close, nobody hears of Bram, Chris is held by the door.
class RelationshipStoriesTest {
    private static final Instant AS_OF = Story.endOf("2025-12-31");
    private static final Fold FOLD = new Fold(Model.builtIn(Story.ZONE, Mode.CONTRACT), Preset.ENERGY.rules());

    private static Standing standing(Story story) {
        return standing(FOLD, story);
    }

    private static Standing standing(Fold fold, Story story) {
        Folding folding = fold.begin(State.NEW);
        for (Event each : story.events()) folding.take(each);
        return folding.standing(AS_OF);
    }

    private static Why why(Story story) {
        Folding folding = FOLD.begin(State.NEW);
        folding.keepAccount();
        for (Event each : story.events()) folding.take(each);
        return folding.why(AS_OF);
    }

    private static Story anna() {
        Story anna = Story.of("anna").on("2024-01-01").started();
        for (String day : new String[] {"2024-06-01", "2024-12-01", "2025-06-01", "2025-11-01"})
            anna.on(day).asked(Outcome.RESOLVED).on(day.replace("-01", "-20")).recommended(10);
        return anna;
    }

    private static Story bram() {
        return Story.of("bram").on("2024-01-01").started();
    }

    private static Story chris() {
        return Story.of("chris")
                .on("2024-06-01")
                .aboutProduct("power")
                .contract("2027-06-01", null)
                .on("2025-09-01")
                .aboutGoal("meter")
                .complained(Outcome.UNRESOLVED);
    }

    @Test
    void anna_who_is_well_served_and_says_so_is_close_and_in_view() {
        Standing standing = standing(anna());
        assertThat(standing.health()).isGreaterThan(85);
        assertThat(standing.isInView()).isTrue();
        assertThat(Condition.values()[standing.mostLikely()]).isIn(Condition.WARM, Condition.HECHT);
        assertThat(standing.quadrant(.5)).isEqualTo(Quadrant.TRUE);
    }

    @Test
    void bram_of_whom_nothing_is_heard_is_not_in_view_and_drifts_towards_cool() {
        Standing standing = standing(bram());
        assertThat(standing.isInView()).isFalse();
        assertThat(standing.information()).isZero();
        assertThat(standing.lastHeard()).isNull();
        assertThat(standing.lastPerceived()).isNull();
        Standing earlier = FOLD.begin(FOLD.all(bram().events())).standing(Story.endOf("2024-01-02"));
        assertThat(Condition.values()[standing.mostLikely()]).isEqualTo(Condition.KOEL);
        assertThat(standing.belief().at(Condition.KOEL.ordinal()))
                .isGreaterThan(earlier.belief().at(Condition.KOEL.ordinal()));
    }

    @Test
    void a_letter_nobody_answered_keeps_bram_out_of_view() {
        Standing standing = standing(bram().on("2025-06-01").priceLetter());
        assertThat(standing.isInView()).isFalse();
        assertThat(standing.information()).as("b° got the letter too").isZero();
        assertThat(standing.health()).isLessThan(standing(bram()).health());
        assertThat(standing.lastPerceived()).isNotNull();
        assertThat(standing.lastHeard()).isNull();
    }

    @Test
    void chris_stays_because_of_the_door_and_not_by_choice() {
        Standing standing = standing(chris());
        assertThat(standing.door()).isEqualTo(.05);
        assertThat(standing.doorOpensOn()).contains(Story.endOf("2027-06-01"));
        assertThat(standing.staying()).isGreaterThan(.95);
        assertThat(standing.health()).isLessThan(65);
        assertThat(standing.latentLeaving()).isGreaterThan(.3);
        assertThat(standing.quadrant(.5)).isEqualTo(Quadrant.SPURIOUS);
    }

    @Test
    void a_lock_says_less_of_those_who_stay_than_an_open_door() {
        Story locked =
                Story.of("chris").on("2024-01-01").started().aboutProduct("p").contract("2026-01-31", null);
        assertThat(standing(locked).health())
                .as("who could have left and did not, stays by choice")
                .isLessThan(standing(bram()).health());
    }

    @Test
    void a_lock_that_renewed_once_is_taken_to_renew_again() {
        Story once = Story.of("chris").on("2024-03-31").aboutProduct("p").contract("2026-03-31", null);
        Story renewed = Story.of("chris").on("2024-03-31").aboutProduct("p").contract("2025-03-31", null);
        renewed.on("2025-03-31").aboutProduct("p").contract("2026-03-31", null);
        assertThat(standing(renewed).staying()).isGreaterThan(standing(once).staying() + .1);
        assertThat(standing(renewed).door()).isEqualTo(standing(once).door());
    }

    @Test
    void the_share_of_locks_that_renewed_speaks_for_a_first_lock() {
        Story first = Story.of("chris").on("2024-03-31").aboutProduct("p").contract("2026-03-31", null);
        Usual usual = Usual.BUILT_IN;
        Usual renewing = new Usual(usual.encounters(), usual.answerRate(), false, 1, true);
        Usual half = new Usual(usual.encounters(), usual.answerRate(), false, .5, true);
        double none = standing(first).staying();
        double all = standing(new Fold(FOLD.model().with(renewing), FOLD.rules()), first)
                .staying();
        double some =
                standing(new Fold(FOLD.model().with(half), FOLD.rules()), first).staying();
        assertThat(all).isGreaterThan(none + .1);
        assertThat(some).isCloseTo((none + all) / 2, within(1e-12));
    }

    @Test
    void a_contract_on_the_day_its_own_first_lock_ends_renews_nothing() {
        Story cutOff = Story.of("chris").on("2025-11-30").aboutProduct("p").contract("2025-11-30", null);
        assertThat(standing(cutOff).staying()).isCloseTo(standing(cutOff).health() / 100, within(1e-12));
    }

    // ---- beginning, end, return

    @Test
    void folding_an_event_tells_what_was_noticed_of_it_while_the_relationship_runs() {
        Folding folding = FOLD.begin(State.NEW);
        Story story = chris().on("2025-09-02").left().on("2025-09-03").complained(Outcome.UNRESOLVED);
        List<Perception> noticed = story.events().stream().map(folding::take).toList();
        assertThat(noticed.get(1).isPerceived()).isTrue();
        assertThat(noticed.get(1).quality()).isEqualTo(.35);
        assertThat(noticed.getLast()).isEqualTo(Perception.NOTHING);
    }

    @Test
    void what_is_only_described_has_no_relationship() {
        Event described = new Event.Described(
                Envelope.of("crm", "1", AS_OF, "dora").with(new Envelope.Profile("Dora", null, null, null)));
        Standing standing = standing(Story.of("dora").tell(described));
        assertThat(standing.phase()).isEqualTo(Phase.NONE);
        assertThat(why(Story.of("dora").tell(described))).isEqualTo(new Why(0, java.util.List.of()));
    }

    @Test
    void a_history_that_is_cut_off_begins_at_the_base_of_those_who_stay() {
        Story cutOff = Story.of("bram").on("2025-12-31").aboutGoal("x").contact(ContactKind.SALE, null);
        Standing standing = standing(cutOff);
        for (int k = 0; k < 4; k++)
            assertThat(standing.belief().at(k)).isCloseTo(FOLD.model().base().at(k), within(1e-3)); // half a day later
    }

    @Test
    void leaving_by_choice_or_not_closes_and_only_few_events_open_again() {
        assertThat(standing(bram().on("2025-06-01").left()).phase()).isEqualTo(Phase.CLOSED);
        assertThat(standing(bram().on("2025-06-01").movedAway()).phase()).isEqualTo(Phase.CLOSED);
        assertThat(standing(bram().on("2025-06-01").left().on("2025-07-01").complained(Outcome.UNRESOLVED))
                        .phase())
                .isEqualTo(Phase.CLOSED);
        assertThat(standing(bram().on("2025-06-01").left().on("2025-07-01").ordered(null))
                        .phase())
                .isEqualTo(Phase.RUNNING);
    }

    @Test
    void who_returns_begins_anew_and_only_the_usual_amount_stays() {
        Story story = chris();
        story.on("2025-09-02")
                .aboutCase("bill 1")
                .billed(100)
                .tell(new Event.Paid(story.envelope(), Event.Money.of(100)));
        story.on("2025-10-01").left().on("2025-11-01").started();
        Standing back = standing(story);
        assertThat(back.door()).isEqualTo(1);
        assertThat(back.since()).isEqualTo("2025-11-01T09:00:00Z");
        assertThat(why(story).contributions()).isEmpty();
        assertThat(why(story.on("2025-12-01").billed(126)).contributions())
                .as("more than a quarter above what was usual before")
                .hasSize(1);
        Story reminded = story.on("2025-12-02").aboutCase("bill 1");
        reminded.tell(new Event.Reminded(reminded.envelope(), Event.Money.UNKNOWN));
        assertThat(why(reminded).contributions())
                .as("which bills were paid is forgotten")
                .hasSize(1);
    }

    @Test
    void who_returns_in_rhythm_is_not_in_view_before_anything_is_known_of_it() {
        Fold rhythm = new Fold(Model.builtIn(Story.ZONE, Mode.RHYTHM), Preset.SHOP.rules());
        Story story = Story.of("bram").on("2024-01-01").ordered(null).on("2025-06-01");
        Standing back = standing(rhythm, story.left().on("2025-12-30").ordered(null));
        assertThat(back.phase()).isEqualTo(Phase.RUNNING);
        assertThat(back.information()).isLessThan(1e-6); // the matrix is kept in floats
        assertThat(back.isInView()).isFalse();
    }

    // ---- why

    @Test
    void an_event_gives_a_contribution_for_each_thing_it_says() {
        Story story = bram().on("2025-10-01").aboutGoal("cancel");
        story.tell(new Event.Contact(
                story.envelope(),
                Direction.IN,
                ContactKind.COMPLAINT,
                Outcome.UNRESOLVED,
                null,
                null,
                null,
                -1.0,
                7.0,
                null));
        assertThat(why(story).contributions().subList(0, 4))
                .extracting(Contribution::label)
                .containsExactly("complaint-unresolved", "sentiment", "effort", "asked-to-cancel");
        assertThat(why(story).contributions().subList(0, 4))
                .extracting(Contribution::dimension)
                .containsExactly(Dimension.EMOTION, Dimension.EMOTION, Dimension.EXPERIENCE, Dimension.BEHAVIOUR);
        assertThat(why(story).contributions().getFirst().driver()).hasToString("cancel · complaint-unresolved");
    }

    @Test
    void a_deadline_has_a_contribution_and_a_reason_too() {
        Why why = why(bram().on("2025-03-01").aboutGoal("meter").asked(Outcome.UNRESOLVED));
        Contribution never = why.contributions().getLast();
        assertThat(never.cause()).isInstanceOf(Contribution.Cause.OfDeadline.class);
        assertThat(never.cause().time()).isEqualTo("2025-03-15T09:00:00Z");
        assertThat(never.reason().english()).isEqualTo("it was never fulfilled");
        assertThat(never.driver()).hasToString("deadline · never-fulfilled");
        assertThat(never.now()).isNegative();
    }

    @Test
    void who_gives_up_after_asking_twice_is_told_so() {
        Story story = bram().on("2025-11-01")
                .aboutCase("k")
                .opened(null)
                .on("2025-11-02")
                .aboutCase("k")
                .opened(null);
        Why why = why(story.on("2025-11-03").aboutCase("k").closed(CaseOutcome.WITHDRAWN));
        assertThat(why.contributions()).singleElement().satisfies(only -> {
            assertThat(only.label()).isEqualTo("withdrawn");
            assertThat(only.reason().dutch()).isEqualTo("gaf het op na twee keer vragen");
            assertThat(only.weight()).isEqualTo(.8);
        });
    }

    @Test
    void an_account_is_kept_of_one_customer_after_the_other() {
        Folding folding = FOLD.begin(State.NEW);
        folding.keepAccount();
        for (Event each : chris().events()) folding.take(each);
        folding.why(AS_OF);
        folding.goOnFrom(State.NEW);
        for (Event each : anna().events()) folding.take(each);
        assertThat(folding.why(AS_OF)).isEqualTo(why(anna()));
    }
}
