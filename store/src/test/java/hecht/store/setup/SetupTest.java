package hecht.store.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.LifeEventKind;
import hecht.core.event.Problem;
import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import hecht.store.Store;
import hecht.store.TestStore;
import hecht.store.event.Answer;
import hecht.store.setup.Imports.Counts;
import hecht.store.setup.Imports.Progress;
import hecht.store.setup.Quarantine.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupTest {
    private static final Store STORE = TestStore.fresh();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeEach
    void empty() {
        STORE.database()
                .jdbc()
                .sql("TRUNCATE quarantine, import, import_reason, setting")
                .update();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static Event asked(String id, String customer) {
        return Event.Contact.of(
                Envelope.of("crm", id, NOW.minusSeconds(60), customer), Direction.IN, ContactKind.QUESTION, null);
    }

    private static Kept aside(String id, String customer, String found) {
        return new Kept(
                "contacts.csv",
                7,
                "crm",
                id,
                customer,
                List.of(new Problem("time", "a moment", found, "")),
                false,
                "{\"id\":\"" + id + "\",\"who\":\"" + customer + "\",\"when\":\"" + found + "\"}");
    }

    private static List<String> heldIds() {
        return STORE.quarantine().held(Long.MAX_VALUE, 100).stream()
                .map(each -> String.valueOf(each.row().id()))
                .toList();
    }

    @Test
    void an_organisation_is_read_back_as_it_was_put() {
        assertThat(STORE.settings().isDecided()).isFalse();
        assertThat(STORE.settings().organisation()).isEqualTo(Organisation.UNDECIDED);
        Organisation shop = new Organisation(
                "Winkel & Zn", ZoneId.of("UTC"), "GBP", Preset.SHOP, Mode.RHYTHM, Mode.RHYTHM, Set.of(Purpose.ILL));
        STORE.settings().put(shop);
        assertThat(STORE.settings().organisation()).isEqualTo(shop);
        STORE.settings().put(shop.proposing(null).keeping(Set.of()));
        assertThat(STORE.settings().organisation().proposed()).isNull();
        assertThat(STORE.settings().purposes()).isEmpty();
    }

    @Test
    void illness_is_kept_once_a_purpose_is_named() {
        Event ill = new Event.LifeEvent(Envelope.of("hr", "ill", NOW, "ilse"), LifeEventKind.ILL);
        assertThat(STORE.intake().take(List.of(ill))).containsExactly(Answer.NOT_SWITCHED_ON);
        STORE.settings().put(Organisation.UNDECIDED.keeping(Set.of(Purpose.ILL)));
        assertThat(STORE.intake().take(List.of(ill))).containsExactly(Answer.ACCEPTED);
    }

    @Test
    void models_are_numbered_and_one_is_active() {
        assertThat(STORE.models().active()).isEmpty();
        assertThat(STORE.models().activate("{}", Models.Origin.BUILT_IN, NOW)).isEqualTo(1);
        assertThat(STORE.models().activate("{\"a\":1}", Models.Origin.COUNTED, NOW))
                .isEqualTo(2);
        assertThat(STORE.models().active()).contains(new Models.Kept(2, NOW, Models.Origin.COUNTED, "{\"a\":1}", true));
        assertThat(STORE.models().all()).extracting(Models.Kept::isActive).containsExactly(true, false);
    }

    @Test
    void rules_mappings_and_moments_are_kept_as_they_are() {
        STORE.ruleFiles().activate("a: 1", NOW);
        STORE.ruleFiles().activate("b: 2", NOW);
        assertThat(STORE.ruleFiles().active()).contains("b: 2");
        STORE.ruleFiles().deactivate();
        assertThat(STORE.ruleFiles().active()).isEmpty();
        STORE.mappings().put("shop", "zone: UTC\n", NOW);
        assertThat(STORE.mappings().find("shop")).contains(new Mappings.Kept("shop", "zone: UTC\n", NOW));
        STORE.moments().write(LocalDate.of(2025, 10, 6), "the price letter");
        assertThat(STORE.moments().all()).extracting(Moments.Written::text).containsExactly("the price letter");
    }

    @Test
    void an_import_runs_and_ends_with_counts_that_add_up() {
        long number = STORE.imports().begin("contacts.csv", null, NOW);
        Counts counts = new Counts(10, 1, 4, 1, 1, 2, 0, 1, 0);
        STORE.imports().tell(number, new Progress(50, 100), counts, NOW);
        assertThat(STORE.imports().find(number)).get().satisfies(each -> {
            assertThat(each.state()).isEqualTo(Imports.State.RUNNING);
            assertThat(each.progress()).isEqualTo(new Progress(50, 100));
        });
        STORE.imports()
                .end(
                        number,
                        new Progress(100, 100),
                        counts,
                        List.of(new Imports.Reason("time", 2, "contacts.csv, row 7, time: …", "anna")),
                        null,
                        NOW.plusSeconds(5));
        assertThat(STORE.imports().find(number)).get().satisfies(each -> {
            assertThat(each.state()).isEqualTo(Imports.State.DONE);
            assertThat(each.counts().eventsRead()).isEqualTo(9);
            assertThat(each.rate(NOW)).contains(2.0);
        });
        assertThat(STORE.imports().isAnyDone()).isTrue();
        assertThat(STORE.imports().reasons(number)).hasSize(1);
    }

    @Test
    void an_import_of_which_nothing_is_heard_is_broken_off_until_it_is_heard_again() {
        long number = STORE.imports().begin("contacts.csv", "crm", NOW);
        STORE.imports().breakOffUnheard(NOW.plusSeconds(300));
        assertThat(state(number)).isEqualTo(Imports.State.BROKEN_OFF);
        assertThat(STORE.imports().isAnyRunning()).isFalse();
        STORE.imports().tell(number, Progress.UNKNOWN, Counts.NONE, NOW.plusSeconds(301));
        assertThat(state(number)).isEqualTo(Imports.State.RUNNING);
        STORE.imports().breakOffUnheard(NOW.plusSeconds(600));
        STORE.imports().end(number, Progress.UNKNOWN, Counts.NONE, List.of(), null, NOW.plusSeconds(601));
        assertThat(state(number)).isEqualTo(Imports.State.DONE);
    }

    private static Imports.State state(long number) {
        return STORE.imports().find(number).orElseThrow().state();
    }

    @Test
    void a_row_that_is_kept_aside_again_stands_there_once() {
        STORE.quarantine().put(1, List.of(aside("q1", "anna", "yesterday")), false, NOW);
        STORE.quarantine().put(2, List.of(aside("q1", "anna", "yesterday"), aside("q1", "anna", "today")), false, NOW);
        assertThat(STORE.quarantine().size()).isEqualTo(2);
        assertThat(STORE.quarantine().reasons()).containsExactly(new Quarantine.Reason("time", "a moment", 2));
        assertThat(STORE.quarantine().held(STORE.quarantine().reasons().getFirst(), Long.MAX_VALUE, 10))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.importNumber()).isEqualTo(2));
    }

    @Test
    void a_row_leaves_when_its_event_comes_in_and_does_not_come_back_after_that() {
        STORE.quarantine().put(1, List.of(aside("q2", "anna", "x"), aside("q3", "anna", "x")), false, NOW);
        STORE.intake().take(List.of(asked("q2", "anna")));
        assertThat(heldIds()).containsExactly("q3");
        STORE.quarantine().put(2, List.of(aside("q2", "anna", "x")), false, NOW);
        assertThat(heldIds()).containsExactly("q3");
    }

    @Test
    void a_row_leaves_when_it_is_dismissed_or_old() {
        STORE.quarantine()
                .put(
                        1,
                        List.of(aside("q4", "anna", "x")),
                        false,
                        NOW.minus(Quarantine.KEPT).minusSeconds(1));
        STORE.quarantine().put(1, List.of(aside("q5", "anna", "x"), aside("q6", "anna", "x")), false, NOW);
        STORE.quarantine().removeOld(NOW);
        assertThat(heldIds()).containsExactlyInAnyOrder("q5", "q6");
        STORE.quarantine()
                .dismiss(List.of(
                        STORE.quarantine().held(Long.MAX_VALUE, 1).getFirst().number()));
        assertThat(STORE.quarantine().size()).isEqualTo(1);
    }

    @Test
    void erasing_takes_rows_and_examples_of_the_customer_along() {
        long number = STORE.imports().begin("contacts.csv", null, NOW);
        STORE.imports()
                .end(
                        number,
                        Progress.UNKNOWN,
                        Counts.NONE,
                        List.of(
                                new Imports.Reason("a", 1, "row 1, a: found \"x\"", "eva"),
                                new Imports.Reason("b", 1, "row 2, b: found \"eva\"", null),
                                new Imports.Reason("c", 1, "row 3, c: found \"evaline\"", "evaline")),
                        null,
                        NOW);
        Kept unread =
                new Kept("f", 1, null, null, null, List.of(new Problem("", "e", "f", "")), false, "{\"k\":\"eva\"}");
        STORE.quarantine()
                .put(number, List.of(aside("q7", "eva", "x"), unread, aside("q8", "evaline", "x")), false, NOW);
        STORE.intake().take(List.of(new Event.Erased(Envelope.of("crm", "gone", NOW, "eva"))));
        assertThat(heldIds()).containsExactly("q8");
        assertThat(STORE.imports().reasons(number))
                .extracting(Imports.Reason::example)
                .containsExactly("", "", "row 3, c: found \"evaline\"");
    }
}
