package hecht.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.ContactKind;
import hecht.core.event.Direction;
import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.LifeEventKind;
import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Store STORE = TestStore.fresh();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static Envelope at(String id, int minute, String customer) {
        return Envelope.of("crm", id, NOON.plusSeconds(60L * minute), customer);
    }

    private static Event asked(String id, int minute, String customer) {
        return Event.Contact.of(at(id, minute, customer), Direction.IN, ContactKind.QUESTION, null);
    }

    private static List<Answer> take(Event... events) {
        return STORE.intake().take(List.of(events));
    }

    private static List<Event> of(String customer) {
        return STORE.events().of(customer);
    }

    @Test
    void what_came_before_is_repeated_and_changes_nothing() {
        Event asked = asked("again-1", 1, "anna");
        assertThat(take(asked)).containsExactly(Answer.ACCEPTED);
        assertThat(take(asked)).containsExactly(Answer.REPEATED);
        assertThat(of("anna")).containsExactly(asked);
    }

    @Test
    void of_two_with_one_id_the_first_to_come_stays() {
        Event first = asked("one-id", 1, "bram");
        assertThat(take(first, asked("one-id", 2, "bram"), first))
                .containsExactly(Answer.ACCEPTED, Answer.CONFLICTING, Answer.REPEATED);
        assertThat(take(asked("one-id", 1, "chris"))).containsExactly(Answer.CONFLICTING);
        assertThat(of("bram")).containsExactly(first);
        assertThat(of("chris")).isEmpty();
    }

    @Test
    void events_come_back_in_canonical_order_whatever_order_they_came_in() {
        Event start = new Event.Started(at("order-9", 5, "dora"), null, null, null);
        Event question = asked("order-1", 5, "dora");
        Event early = asked("order-5", 1, "dora");
        take(question, start);
        take(early);
        assertThat(of("dora")).containsExactly(early, start, question);
    }

    @Test
    void customers_come_in_the_order_of_their_bytes() {
        Event beyond = asked("bytes-1", 1, "\uD83D\uDE00"); // 😀, after U+FFFD in UTF-8 and before it in UTF-16
        Event basic = asked("bytes-2", 1, "\uFFFD");
        take(beyond, basic);
        List<Event> read = new ArrayList<>();
        STORE.events().each(List.of("\uD83D\uDE00", "\uFFFD"), read::add);
        assertThat(read).containsExactly(basic, beyond);
    }

    @Test
    void keys_are_taken_literally() {
        for (String key : List.of("null", "NULL", "007", "a,b", "{a}", "\"", "\\", " ", "'")) {
            Event asked = asked("literal-" + key, 1, key);
            take(asked);
            assertThat(of(key)).as(key).containsExactly(asked);
        }
    }

    @Test
    void every_intake_marks_its_customers_with_the_earliest_moment_that_came() {
        take(asked("mark-2", 2, "mark"), asked("mark-1", 1, "mark"), asked("mark-3", 3, "marianne"));
        take(asked("mark-4", 4, "mark"));
        List<Marks.Mark> marks = STORE.marks().take(1_000);
        assertThat(marks)
                .contains(
                        new Marks.Mark("mark", NOON.plusSeconds(60)),
                        new Marks.Mark("marianne", NOON.plusSeconds(180)));
        assertThat(STORE.marks().isEmpty()).isTrue();
        take(asked("mark-4", 4, "mark"));
        assertThat(STORE.marks().isEmpty()).as("a repetition marks nobody").isTrue();
    }

    @Test
    void who_is_marked_again_comes_after_those_who_wait() {
        Store other = TestStore.fresh();
        try {
            for (String key : List.of("a", "b", "c", "d")) other.intake().take(List.of(asked("round-" + key, 1, key)));
            assertThat(keys(other.marks().take(2))).containsExactly("a", "b");
            other.intake().take(List.of(asked("round-again", 2, "a")));
            assertThat(keys(other.marks().take(2))).containsExactly("c", "d");
            assertThat(keys(other.marks().take(2))).containsExactly("a");
            assertThat(other.marks().isEmpty()).isTrue();
        } finally {
            other.close();
        }
    }

    private static List<String> keys(List<Marks.Mark> marks) {
        return marks.stream().map(Marks.Mark::customer).toList();
    }

    @Test
    void illness_is_dropped_before_anything_is_stored() {
        Event ill = new Event.LifeEvent(at("ill-1", 1, "ilse"), LifeEventKind.ILL);
        Event married = new Event.LifeEvent(at("ill-2", 1, "ilse"), LifeEventKind.MARRIED);
        assertThat(take(ill, married)).containsExactly(Answer.NOT_SWITCHED_ON, Answer.ACCEPTED);
        assertThat(of("ilse")).containsExactly(married);
    }

    @Test
    void as_of_is_the_end_of_the_day_of_the_latest_event_and_never_later_than_now() {
        take(new Event.Described(Envelope.of("crm", "latest", Instant.parse("2030-05-05T22:30:00Z"), "late")));
        Totals totals = STORE.events().totals();
        ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
        assertThat(totals.asOf(amsterdam, Instant.parse("2031-01-01T00:00:00Z")))
                .isEqualTo("2030-05-06T21:59:59.999999Z");
        assertThat(totals.asOf(amsterdam, Instant.parse("2030-05-06T08:00:00Z")))
                .isEqualTo("2030-05-06T08:00:00Z");
    }

    /// An intake that lets the table's keys refuse what came before, against one that looks first: 60 batches from one seed, of
    /// which some repeat and contradict what came before.
    @Test
    void left_to_the_keys_of_the_table_the_answers_are_the_same() {
        Store other = TestStore.fresh();
        try {
            Intake trusting =
                    new Intake(other.database(), Set::of, List.of(), List.of(), new Marks(other.database()), true);
            Random random = new Random(20260303);
            int next = 0;
            for (int batch = 0; batch < 60; batch++) {
                List<Event> events = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    boolean again = next > 0 && random.nextInt(batch % 3 == 0 ? 10 : 1_000) == 0;
                    int number = again ? random.nextInt(next) : next++;
                    events.add(asked(
                            "trust-" + number, again && random.nextBoolean() ? -1 : number, "trust-" + number % 9));
                }
                assertThat(trusting.take(events))
                        .as("batch %d", batch)
                        .isEqualTo(STORE.intake().take(events));
            }
            for (int i = 0; i < 9; i++)
                assertThat(other.events().of("trust-" + i)).isEqualTo(of("trust-" + i));
            assertThat(other.events().totals().events()).isEqualTo(next);
        } finally {
            other.close();
        }
    }

    /// What stands between an intake that leaves out a mark that stands already and a fold that takes that mark away.
    @Test
    void nobody_who_got_an_event_is_ever_without_a_mark_or_a_fold_that_read_it() throws Exception {
        Store other = TestStore.fresh();
        Map<String, Integer> folded = new ConcurrentHashMap<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<?> intake = two.submit(() -> {
                for (int i = 0; i < 600; i++) other.intake().take(List.of(asked("race-" + i, i, "race-" + i % 3)));
            });
            Future<?> fold = two.submit(() -> {
                while (!intake.isDone() || !other.marks().isEmpty())
                    other.database().transaction(connection -> {
                        List<Marks.Mark> marks = other.marks().take(10);
                        for (Marks.Mark each : marks)
                            folded.put(
                                    each.customer(),
                                    other.events().of(each.customer()).size());
                        return marks.size();
                    });
            });
            intake.get();
            fold.get();
        } finally {
            other.close();
        }
        assertThat(folded).isEqualTo(Map.of("race-0", 200, "race-1", 200, "race-2", 200));
    }

    @Test
    void many_at_once_count_each_event_once() throws Exception {
        int threads = 8;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) events.add(asked("at-once-" + i, i, "at-once-" + i % 7));
        long before = STORE.events().totals().events();
        try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
            List<Callable<List<Answer>>> takes = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                List<Event> mine = new ArrayList<>(events);
                Collections.shuffle(mine, new Random(i));
                takes.add(() -> {
                    List<Answer> answers = new ArrayList<>();
                    for (int from = 0; from < mine.size(); from += 50)
                        answers.addAll(STORE.intake().take(mine.subList(from, from + 50)));
                    return answers;
                });
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> each : all.invokeAll(takes)) answers.addAll(each.get());
            assertThat(answers.stream().filter(Answer.ACCEPTED::equals)).hasSize(events.size());
            assertThat(answers.stream().filter(Answer.REPEATED::equals)).hasSize(events.size() * (threads - 1));
        }
        assertThat(STORE.events().totals().events()).isEqualTo(before + events.size());
        for (int i = 0; i < 7; i++) assertThat(of("at-once-" + i)).hasSize(400 / 7 + (i < 400 % 7 ? 1 : 0));
    }
}
