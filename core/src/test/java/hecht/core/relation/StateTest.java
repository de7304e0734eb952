package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.RandomHistory;
import hecht.core.Story;
import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import hecht.core.event.Outcome;
import hecht.core.perception.Preset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTest {
    private static final long SEED = 20260331; // of 200 histories, SEED to SEED + 199

    /// In rhythm b° is kept only once something reached the customer without any part of theirs: docs/decisions/0008.
    private static final int B_SILENT = RhythmParameters.LEVELS * 4 * Float.BYTES;

    private static Fold fold(Mode mode) {
        return new Fold(Model.builtIn(Story.ZONE, mode), Preset.ENERGY.rules());
    }

    private static List<List<Event>> histories() {
        return LongStream.range(SEED, SEED + 200)
                .mapToObj(seed -> new RandomHistory(seed).events(60))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void living_equals_replay_bit_for_bit_wherever_a_history_is_cut(Mode mode) {
        Fold fold = fold(mode);
        for (List<Event> history : histories()) {
            State living = State.NEW;
            Folding replay = fold.begin(State.NEW);
            for (Event each : history) {
                living = fold.next(State.of(living.bytes()), each);
                replay.take(each);
                assertThat(living).as("after %s", each).isEqualTo(replay.state());
            }
            assertThat(fold.all(history)).isEqualTo(living);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void shuffled_input_folds_to_the_same_state(Mode mode) {
        Fold fold = fold(mode);
        Random random = new Random(SEED);
        for (List<Event> history : histories()) {
            List<Event> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            assertThat(fold.all(shuffled)).isEqualTo(fold.all(history));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_folding_that_was_used_before_folds_as_a_new_one(Mode mode) {
        Fold fold = fold(mode);
        Folding used = fold.begin(State.NEW);
        for (List<Event> history : histories()) {
            for (int length : new int[] {0, 1, 2, 60}) {
                used.goOnFrom(State.NEW);
                for (Event each : history.subList(0, length)) used.take(each);
                assertThat(used.state()).isEqualTo(fold.all(history.subList(0, length)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void reading_changes_nothing(Mode mode) {
        Fold fold = fold(mode);
        for (List<Event> history : histories()) {
            Folding folding = fold.begin(State.NEW);
            for (Event each : history) {
                folding.take(each);
                State before = folding.state();
                folding.standing(each.time().plusSeconds(86_400L * 200));
                assertThat(folding.state()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_state_is_small_whatever_happens(Mode mode) {
        int limit = mode == Mode.RHYTHM ? 640 + B_SILENT : 320;
        for (List<Event> history : histories()) {
            Folding folding = fold(mode).begin(State.NEW);
            for (Event each : history) {
                folding.take(each);
                assertThat(folding.state().size()).isLessThanOrEqualTo(limit + 96 * 8);
            }
        }
    }

    @Test
    void a_state_without_open_episodes_takes_at_most_320_bytes_and_each_open_one_96_more() {
        Story chris = Story.of("chris").on("2025-01-01").started();
        for (String product : List.of("power", "gas", "heat", "solar"))
            chris.aboutProduct(product).contract("2027-01-01", .5);
        int closed = fold(Mode.CONTRACT).all(chris.events()).size();
        assertThat(closed).isLessThanOrEqualTo(320);
        chris.on("2025-02-01");
        for (int i = 1; i <= 8; i++) {
            chris.aboutGoal("goal " + i).asked(Outcome.UNRESOLVED);
            assertThat(fold(Mode.CONTRACT).all(chris.events()).size() - closed).isLessThanOrEqualTo(96 * i);
        }
    }

    @Test
    void in_rhythm_a_state_takes_at_most_640_bytes() {
        Story anna =
                Story.of("anna").on("2025-01-01").ordered(null).on("2025-02-01").ordered(null);
        for (String product : List.of("power", "gas", "heat", "solar"))
            anna.aboutProduct(product).contract("2027-01-01", .5);
        int size = fold(Mode.RHYTHM).all(anna.events()).size();
        assertThat(size).isLessThanOrEqualTo(640);
        int told = fold(Mode.RHYTHM)
                .all(anna.on("2025-03-01").priceLetter().events())
                .size();
        assertThat(told - size).isEqualTo(B_SILENT);
    }

    @Test
    void another_version_is_refused() {
        assertThatThrownBy(() -> State.of(new byte[] {99, 0, 0}))
                .hasMessage("this state is of version 99, expected 1; fold its events anew");
    }

    @Test
    void a_state_of_the_other_mode_is_refused() {
        State contract = fold(Mode.CONTRACT)
                .all(Story.of("anna").on("2025-01-01").started().events());
        assertThatThrownBy(() -> fold(Mode.RHYTHM).begin(contract))
                .hasMessage("this state was folded in the other mode; fold its events anew");
    }

    @Test
    void an_event_that_comes_late_is_refused_and_seen_coming() {
        Event later = Story.of("anna").on("2025-03-01").started().events().getFirst();
        Event earlier = Story.of("anna").on("2025-02-01").asked().events().getFirst();
        Folding folding = fold(Mode.CONTRACT).begin(State.NEW);
        assertThat(folding.isNext(later)).isTrue();
        folding.take(later);
        assertThat(folding.isNext(earlier)).isFalse();
        assertThatThrownBy(() -> folding.take(earlier))
                .hasMessage("events must come in canonical order: " + earlier.time() + " came late");
    }

    @Test
    void an_event_of_the_same_moment_is_surely_next_only_by_a_higher_rank() {
        Story anna = Story.of("anna").on("2025-03-01").aboutProduct("power").contract(null, null);
        Folding folding = fold(Mode.CONTRACT).begin(State.NEW);
        folding.take(anna.events().getFirst());
        assertThat(folding.isNext(
                        Story.of("anna").on("2025-03-01").asked().events().getFirst()))
                .isTrue();
        assertThat(folding.isNext(
                        Story.of("anna").on("2025-03-01").started().events().getFirst()))
                .isFalse();
        assertThat(folding.isNext(anna.events().getFirst())).isFalse();
    }

    @Test
    void states_are_equal_by_their_bytes_and_so_are_their_digests() {
        List<Event> events = Story.of("anna")
                .on("2025-01-01")
                .started()
                .asked(Outcome.RESOLVED)
                .events();
        List<Event> inOrder = new ArrayList<>(events);
        inOrder.sort(CanonicalOrder.INSTANCE);
        State one = fold(Mode.CONTRACT).all(events);
        State same = fold(Mode.CONTRACT).all(inOrder);
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one.digest()).isEqualTo(same.digest()).hasSize(64);
        State other = fold(Mode.CONTRACT).all(events.subList(0, 1));
        assertThat(one).isNotEqualTo(other);
        assertThat(one.digest()).isNotEqualTo(other.digest());
        assertThat(one)
                .hasToString("State[" + one.size() + " bytes, " + one.digest().substring(0, 12) + "]");
    }

    @Test
    void of_whom_nothing_is_known_there_is_nothing_to_keep() {
        assertThat(fold(Mode.CONTRACT).all(List.of())).isEqualTo(State.NEW);
        assertThat(State.NEW.size()).isZero();
        Standing standing = fold(Mode.CONTRACT).begin(State.NEW).standing(Story.endOf("2025-01-01"));
        assertThat(standing.phase()).isEqualTo(Phase.NONE);
        assertThat(standing.isInView()).isFalse();
    }
}
