package hecht.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.Identities;
import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WhoTest {
    private static final Store STORE = TestStore.fresh();

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static Envelope at(String id, int day, String customer) {
        return Envelope.of("crm", id, Instant.parse("2025-01-01T10:00:00Z").plusSeconds(86_400L * day), customer);
    }

    private static Event asked(String id, int day, String customer) {
        return Event.Contact.of(at(id, day, customer), Direction.IN, ContactKind.QUESTION, null);
    }

    private static Event merged(String id, int day, String from, String into) {
        return new Event.Merged(at(id, day, into), from);
    }

    private static Event erased(String id, int day, String customer) {
        return new Event.Erased(at(id, day, customer));
    }

    private static Answer take(Event event) {
        return STORE.intake().take(List.of(event)).getFirst();
    }

    @Test
    void events_of_an_old_key_follow_before_and_after_the_merge() {
        take(asked("f1", 1, "fleur-old"));
        take(merged("f2", 5, "fleur-old", "fleur"));
        take(asked("f3", 9, "fleur-old"));
        assertThat(STORE.events().of("fleur"))
                .extracting(each -> each.envelope().id())
                .containsExactly("f1", "f2", "f3");
        assertThat(STORE.events().of("fleur-old")).isEmpty();
        assertThat(STORE.events().finalKey("fleur-old")).isEqualTo("fleur");
        assertThat(STORE.events().mergedInto("fleur")).containsExactly("fleur-old");
        assertThat(take(asked("f1", 1, "fleur-old"))).isEqualTo(Answer.REPEATED);
    }

    @Test
    void a_merge_that_closes_a_circle_is_kept_aside_and_told_again_when_it_comes_again() {
        assertThat(take(merged("c1", 1, "c-a", "c-b"))).isEqualTo(Answer.ACCEPTED);
        assertThat(take(merged("c2", 2, "c-b", "c-a"))).isEqualTo(Answer.CIRCULAR);
        assertThat(take(merged("c2", 2, "c-b", "c-a"))).isEqualTo(Answer.CIRCULAR);
        assertThat(take(merged("c2", 3, "c-b", "c-a"))).isEqualTo(Answer.CONFLICTING);
        assertThat(STORE.events().of("c-b")).hasSize(1);
    }

    @Test
    void an_erased_customer_is_refused_when_it_comes_again_and_begins_anew_afterwards() {
        take(asked("g1", 1, "gijs"));
        assertThat(take(erased("g2", 5, "gijs"))).isEqualTo(Answer.ERASED);
        assertThat(STORE.events().of("gijs")).isEmpty();
        assertThat(take(asked("g1", 1, "gijs"))).isEqualTo(Answer.ERASED);
        assertThat(take(asked("g3", 6, "gijs"))).isEqualTo(Answer.ACCEPTED);
        String everything = STORE.database()
                .jdbc()
                .sql("SELECT string_agg(encode(hash, 'escape'), ' ') FROM tombstone")
                .query(String.class)
                .single();
        assertThat(everything).doesNotContain("gijs");
    }

    /// 50 stories of five keys from one seed, each told in two orders, in batches of several sizes: the rows must be those
    /// that [Identities] names when it knows everything at once.
    @Test
    void whatever_order_merges_and_an_erasure_come_in_the_rows_are_those_of_a_replay() {
        Random random = new Random(20260301);
        for (int story = 0; story < 50; story++) {
            List<Event> told = story(random, "s" + story);
            Map<String, List<Event>> expected = replay(told);
            for (int order = 0; order < 2; order++) {
                empty();
                Collections.shuffle(told, random);
                for (int from = 0; from < told.size(); ) {
                    int to = Math.min(told.size(), from + 1 + random.nextInt(6));
                    STORE.intake().take(told.subList(from, to));
                    from = to;
                }
                assertThat(rows()).as("story %d told as %s", story, told).isEqualTo(expected);
                Totals totals = STORE.events().totals();
                assertThat(totals.events())
                        .isEqualTo(
                                expected.values().stream().mapToInt(List::size).sum());
                assertThat(totals.latest())
                        .isEqualTo(expected.values().stream()
                                .flatMap(List::stream)
                                .map(Event::time)
                                .max(Instant::compareTo));
                assertThat(STORE.marks().take(100).stream().map(Marks.Mark::customer))
                        .as("everybody who has events is to be folded")
                        .containsAll(expected.keySet());
            }
        }
    }

    /// 20 stories of two systems each: once one of them is taken out, the rows must be those of the other alone.
    @Test
    void what_one_system_told_can_be_taken_out_again_as_if_it_had_never_been() {
        Random random = new Random(20260302);
        for (int story = 0; story < 20; story++) {
            empty();
            List<Event> told = story(random, "t" + story);
            told.removeIf(Event.Erased.class::isInstance);
            List<Event> kept = new ArrayList<>();
            List<Event> all = new ArrayList<>();
            for (Event each : told) {
                boolean gone = random.nextBoolean();
                all.add(gone ? madeUp(each) : each);
                if (!gone) kept.add(each);
            }
            STORE.intake().take(all);
            STORE.marks().take(100);
            STORE.sources().remove("lichtland.");
            assertThat(rows()).as("story %d", story).isEqualTo(replay(kept));
            assertThat(STORE.sources().isAny("lichtland.")).isFalse();
            assertThat(STORE.events().totals().events())
                    .isEqualTo(rows().values().stream().mapToInt(List::size).sum());
        }
    }

    private static Event madeUp(Event event) {
        Envelope e = event.envelope();
        Envelope other = Envelope.of("lichtland.crm", e.id(), e.time(), e.customer());
        return event instanceof Event.Merged merged
                ? new Event.Merged(other, merged.from())
                : Event.Contact.of(other, Direction.IN, ContactKind.QUESTION, null);
    }

    private static void empty() {
        STORE.database()
                .jdbc()
                .sql("TRUNCATE event, merge, alias, tombstone, mark, intake")
                .update();
        STORE.database().jdbc().sql("INSERT INTO intake DEFAULT VALUES").update();
    }

    private static Map<String, List<Event>> rows() {
        Map<String, List<Event>> found = new TreeMap<>(CanonicalOrder::compareUtf8);
        STORE.events()
                .each(each -> found.computeIfAbsent(each.customer(), unseen -> new ArrayList<>())
                        .add(each));
        return found;
    }

    private static List<Event> story(Random random, String name) {
        List<String> keys = List.of(name + "a", name + "b", name + "c", name + "d", name + "e");
        List<Event> told = new ArrayList<>();
        for (int i = 0; i < 12; i++) told.add(asked(name + "-asked-" + i, random.nextInt(20), keys.get(i % 5)));
        int merges = 1 + random.nextInt(5);
        for (int i = 0; i < merges; i++) {
            int from = random.nextInt(5);
            int into = (from + 1 + random.nextInt(4)) % 5;
            told.add(merged(name + "-merged-" + i, random.nextInt(20), keys.get(from), keys.get(into)));
        }
        if (random.nextBoolean()) told.add(erased(name + "-erased", random.nextInt(20), keys.get(random.nextInt(5))));
        return told;
    }

    private static Map<String, List<Event>> replay(List<Event> told) {
        Identities who =
                Identities.of(told.stream().filter(Identities::concerns).toList());
        Map<String, List<Event>> rows = new TreeMap<>(CanonicalOrder::compareUtf8);
        for (Event each : told) {
            if (each instanceof Event.Erased) continue;
            who.counted(each)
                    .ifPresent(counted -> rows.computeIfAbsent(counted.customer(), unseen -> new ArrayList<>())
                            .add(counted));
        }
        for (List<Event> each : rows.values()) each.sort(CanonicalOrder.INSTANCE);
        return rows;
    }
}
