package hecht.store.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Envelope.Subject;
import hecht.core.event.Event;
import hecht.core.event.MessageKind;
import hecht.core.event.Outcome;
import hecht.core.perception.Preset;
import hecht.core.relation.Course;
import hecht.core.relation.Digest;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Walk;
import hecht.store.relation.Folders.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final int CUSTOMERS = 60;

    private final Settled settled = new Settled();

    @AfterEach
    void close() {
        settled.close();
    }

    private static Instant endOfDay() {
        return Walk.endOf(java.time.YearMonth.of(2026, 10), Crowd.ZONE);
    }

    private static String digestOf(Fold fold, int customers) {
        Digest digest = new Digest();
        for (int i = 0; i < customers; i++) {
            List<Event> events = Crowd.ofOne(i);
            digest.add(events.getFirst().customer(), fold.all(events));
        }
        return digest.hex();
    }

    private Verifying.Verified verified() {
        return settled.relation
                .verifying()
                .verify(settled.relation.folders().inForce().orElseThrow());
    }

    @Test
    void states_are_those_of_folding_all_events_whatever_order_they_came_in() {
        List<Event> shuffled = new ArrayList<>(Crowd.of(CUSTOMERS));
        Collections.shuffle(shuffled, new Random(7));
        for (int from = 0; from < shuffled.size(); from += 400) {
            settled.take(shuffled.subList(from, Math.min(shuffled.size(), from + 400)));
            settled.relation.folders().round(Crowd.NOW); // lived meanwhile, late events and all
        }
        settled.relation.folders().settle(Crowd.NOW);
        assertThat(settled.relation.verifying().digest()).isEqualTo(digestOf(Settled.FOLD, CUSTOMERS));
        assertThat(verified().isEqual()).isTrue();
        assertThat(verified().customers()).isEqualTo(CUSTOMERS);
    }

    @Test
    void until_everybody_is_folded_by_another_model_the_others_wait() {
        settled.with(Crowd.of(CUSTOMERS));
        Folders.InForce before = settled.relation.folders().inForce().orElseThrow();
        assertThat(settled.relation.verifying().waiting(before)).isZero();
        settled.relation.folders().use(2, Settled.FOLD);
        Folders.InForce after = settled.relation.folders().inForce().orElseThrow();
        assertThat(settled.relation.verifying().waiting(after)).isEqualTo(CUSTOMERS);
        settled.relation.folders().settle(Crowd.NOW);
        assertThat(settled.relation.verifying().waiting(after)).isZero();
    }

    @Test
    void a_row_says_what_a_walk_through_the_events_says() {
        settled.with(Crowd.of(CUSTOMERS));
        Walk walk = new Walk(Settled.FOLD);
        int running = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            Course course = walk.of(Crowd.ofOne(i), endOfDay());
            Listed row =
                    settled.relation.relationships().find("K%05d".formatted(i)).getFirst();
            assertThat(row.isRunning()).isEqualTo(course.standing().isRunning());
            assertThat(row.trail()).isEqualTo(course.trail());
            assertThat(row.health()).isEqualTo(course.standing().health());
            assertThat(row.name()).isEqualTo(course.profile().name());
            if (!row.isRunning()) continue;
            running++;
            assertThat(row.asOf()).isEqualTo(endOfDay());
            assertThat(row.spread()).isEqualTo(course.standing().spread());
            assertThat(row.inView()).isEqualTo(course.standing().isInView());
            assertThat(row.change()).isEqualTo(course.changeInQuarter().orElse(null));
            assertThat(row.lastHeard()).isEqualTo(course.standing().lastHeard());
            assertThat(row.products()).isEqualTo(course.products());
            assertThat(row.leavingAsIs()).isEqualTo(1 - course.standing().staying());
            assertThat(row.moved() == null).isEqualTo(course.movedMost().isEmpty());
            if (row.moved() != null)
                assertThat(row.moved().driver())
                        .isEqualTo(Optional.ofNullable(
                                course.movedMost().orElseThrow().driver()));
        }
        assertThat(running).isGreaterThan(40);
    }

    @Test
    void an_event_that_comes_later_is_seen_after_one_round_also_when_it_happened_before() {
        settled.with(Crowd.of(CUSTOMERS));
        Event late = new Event.MessageSent(
                Envelope.of("late", "1", Instant.parse("2025-03-03T10:00:00Z"), "K00002"), MessageKind.PRICE);
        double before =
                settled.relation.relationships().find("K00002").getFirst().health();
        settled.take(List.of(late));
        assertThat(settled.relation.folders().round(Crowd.NOW)).isEqualTo(new Round(1, 0, false));
        assertThat(settled.relation.relationships().find("K00002").getFirst().health())
                .isNotEqualTo(before);
        assertThat(verified().isEqual()).isTrue();
        assertThat(settled.relation.folders().round(Crowd.NOW).isRest()).isTrue();
    }

    @Test
    void the_turn_of_the_day_moves_what_is_read_and_never_a_state() {
        settled.with(Crowd.of(CUSTOMERS));
        String before = settled.relation.verifying().digest();
        List<Double> healths = healths();
        // An event of one customer ten days later moves the as-of moment of everybody.
        Instant later = Crowd.END.plus(Duration.ofDays(10));
        settled.take(List.of(new Event.Described(Envelope.of("crm", "later", later, "K00000"))));
        settled.relation.folders().settle(Crowd.NOW);
        assertThat(healths()).doesNotContainAnyElementsOf(healths);
        assertThat(settled.known().asOf()).isAfter(later);
        assertThat(verified().isEqual()).isTrue();
        settled.intake.take(List.of(new Event.Erased(Envelope.of("crm", "e", Crowd.NOW, "K00000"))));
        settled.relation.folders().settle(Crowd.NOW);
        Digest others = new Digest();
        for (int i = 1; i < CUSTOMERS; i++) others.add("K%05d".formatted(i), Settled.FOLD.all(Crowd.ofOne(i)));
        assertThat(settled.relation.verifying().digest())
                .isEqualTo(others.hex())
                .isNotEqualTo(before);
    }

    private List<Double> healths() {
        List<Double> all = new ArrayList<>();
        settled.relation.relationships().each(Selection.ALL, Order.KEY, each -> all.add(each.health()));
        return all;
    }

    @Test
    void while_events_of_today_come_in_only_midnight_moves_everybody() {
        settled.take(Crowd.of(CUSTOMERS));
        Instant now = Instant.parse("2026-10-31T14:00:00Z");
        settled.relation.folders().settle(now);
        assertThat(settled.known().asOf()).isEqualTo(now);
        assertThat(settled.relation.folders().round(now.plusSeconds(60)).isRest())
                .isTrue();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        assertThat(settled.relation.folders().round(tomorrow)).isEqualTo(new Round(0, CUSTOMERS, true));
    }

    @Test
    void events_that_keep_coming_keep_neither_the_day_from_turning_nor_the_sums_from_being_made() throws Exception {
        settled.with(Crowd.of(CUSTOMERS));
        Instant later = Crowd.END.plus(Duration.ofDays(10));
        for (int i = 0; !settled.known().asOf().isAfter(later); i++) {
            assertThat(i).as("rounds").isLessThan(1_000);
            settled.take(List.of(new Event.Described(Envelope.of("crm", "k" + i, later.plusSeconds(i), "K00000"))));
            assertThat(settled.relation.folders().round(Crowd.NOW).folded()).isEqualTo(1);
            Thread.sleep(10);
        }
        assertThat(verified().isEqual()).isTrue();
    }

    @Test
    void another_model_folds_everybody_anew() {
        settled.with(Crowd.of(CUSTOMERS));
        Fold counted = new Fold(
                Settled.FOLD
                        .model()
                        .with(settled.relation
                                .folders()
                                .count(Settled.FOLD, Crowd.NOW)
                                .usual()),
                Preset.ENERGY.rules());
        assertThat(counted.model().usual().counted()).isTrue();
        settled.relation.folders().use(2, counted);
        settled.relation.folders().settle(Crowd.NOW);
        assertThat(settled.relation.verifying().digest()).isEqualTo(digestOf(counted, CUSTOMERS));
        assertThat(settled.known().model()).isEqualTo(2);
        assertThat(verified().isEqual()).isTrue();
    }

    @Test
    void rhythm_is_folded_by_the_same_way() {
        Fold rhythm = new Fold(Model.builtIn(Crowd.ZONE, Mode.RHYTHM), Preset.SHOP.rules());
        List<Event> orders = new ArrayList<>();
        for (int i = 0; i < 30; i++)
            for (int n = 0; n <= i % 6; n++)
                orders.add(new Event.Ordered(
                        Envelope.of("shop", i + "-" + n, Crowd.START.plus(Duration.ofDays(40L * n + i)), "S" + i),
                        20.0 + n,
                        "EUR",
                        null,
                        null));
        settled.relation.folders().use(2, rhythm);
        settled.with(orders);
        assertThat(verified().isEqual()).isTrue();
        Listed one = settled.relation.relationships().find("S5").getFirst();
        assertThat(one.leavingOpen()).isNull();
        assertThat(one.health()).isBetween(0.0, 100.0);
    }

    @Test
    void who_is_merged_into_another_has_no_rows_any_more() {
        settled.with(Crowd.of(CUSTOMERS));
        settled.take(List.of(new Event.Merged(Envelope.of("crm", "m", Crowd.END, "K00001"), "K00003")));
        settled.relation.folders().settle(Crowd.NOW);
        for (String table : List.of("course", "relationship", "episode", "customer"))
            assertThat(rowsOf(table, "K00003")).as(table).isZero();
        assertThat(rowsOf("course", "K00001")).isEqualTo(1);
        assertThat(settled.relation
                        .relationships()
                        .one("K00003", Crowd.NOW)
                        .orElseThrow()
                        .customer())
                .isEqualTo("K00001");
        assertThat(verified().isEqual()).isTrue();
    }

    private long rowsOf(String table, String customer) {
        return settled.store
                .database()
                .jdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE customer = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    @Test
    void a_round_that_fails_leaves_its_marks_and_writes_nothing() {
        settled.with(Crowd.of(CUSTOMERS));
        String before = settled.relation.verifying().digest();
        settled.store
                .database()
                .jdbc()
                .sql("ALTER TABLE episode ADD CONSTRAINT broken CHECK (number < 0) NOT VALID")
                .update();
        settled.take(List.of(Event.Contact.of(
                Envelope.of("crm", "c", Crowd.END, "K00001").about(Subject.ofGoal("heat")),
                Direction.IN,
                ContactKind.QUESTION,
                Outcome.RESOLVED)));
        assertThatThrownBy(() -> settled.relation.folders().round(Crowd.NOW)).isInstanceOf(RuntimeException.class);
        assertThat(settled.relation.verifying().digest()).isEqualTo(before);
        assertThat(verified().waiting()).isEqualTo(1);
        settled.store
                .database()
                .jdbc()
                .sql("ALTER TABLE episode DROP CONSTRAINT broken")
                .update();
        assertThat(settled.relation.folders().round(Crowd.NOW).folded()).isEqualTo(1);
        assertThat(verified().waiting()).isZero();
        assertThat(verified().isEqual()).isTrue();
    }

    @Test
    void a_state_that_was_tampered_with_is_found() {
        settled.with(Crowd.of(CUSTOMERS));
        settled.store
                .database()
                .jdbc()
                .sql(
                        "UPDATE course SET state = (SELECT state FROM course WHERE customer = 'K00002') WHERE customer = 'K00001'")
                .update();
        assertThat(verified().isEqual()).isFalse();
        assertThat(verified().different()).isEqualTo(1);
        assertThat(verified().lived()).isNotEqualTo(verified().rebuilt());
    }

    @Test
    void expected_leavers_of_the_row_are_those_of_the_door() {
        settled.with(Crowd.of(CUSTOMERS));
        Opened one = settled.relation.relationships().one("K00001", Crowd.NOW).orElseThrow();
        Listed listed = one.listed().orElseThrow();
        double latent = Optional.ofNullable(listed.leavingOpen()).orElseThrow()
                - Optional.ofNullable(listed.leavingAsIs()).orElseThrow();
        assertThat(one.drawn().course().standing().latentLeaving()).isCloseTo(latent, within(1e-12));
    }
}
