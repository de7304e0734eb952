package hecht.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.store.Store;
import hecht.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Store STORE = TestStore.fresh();
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Attempts attempts = STORE.access().attempts();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void five_are_free_then_the_wait_doubles_to_a_quarter_of_an_hour_and_never_becomes_a_lock() {
        Instant now = NOON;
        for (int i = 0; i < Attempts.FREE; i++)
            assertThat(attempts.mayTry("anna", "10.0.0.1", now)).isTrue();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            long seconds = 0;
            while (!attempts.mayTry("anna", "10.0.0.1", now.plusSeconds(seconds))) seconds++;
            waits.add(seconds);
            now = now.plusSeconds(seconds);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L, 900L);
    }

    @Test
    void who_fails_waits_alone() {
        for (int i = 0; i < 20; i++) attempts.mayTry("bram", "10.0.0.1", NOON);
        assertThat(attempts.mayTry("bram", "10.0.0.1", NOON)).isFalse();
        assertThat(attempts.mayTry("BRAM ", "10.0.0.1", NOON))
                .as("written another way")
                .isFalse();
        assertThat(attempts.mayTry("bram", "10.0.0.2", NOON)).isTrue();
        assertThat(attempts.mayTry("chris", "10.0.0.1", NOON)).isTrue();
    }

    @Test
    void a_hundred_at_once_get_no_more_tries_than_one_after_another() {
        long tried = IntStream.range(0, 100)
                .parallel()
                .filter(i -> attempts.mayTry("dora", "10.0.0.1", NOON))
                .count();
        assertThat(tried).isEqualTo(Attempts.FREE);
    }

    @Test
    void success_and_a_day_make_forget() {
        for (int i = 0; i < Attempts.FREE; i++) attempts.mayTry("eva", "10.0.0.1", NOON);
        assertThat(attempts.mayTry("eva", "10.0.0.1", NOON)).isFalse();
        attempts.succeeded("eva", "10.0.0.1");
        assertThat(attempts.mayTry("eva", "10.0.0.1", NOON)).isTrue();

        for (int i = 0; i < 30; i++) attempts.mayTry("fred", "10.0.0.1", NOON.plus(Duration.ofHours(i / 3)));
        Instant later = NOON.plus(Duration.ofDays(2));
        for (int i = 0; i < Attempts.FREE; i++)
            assertThat(attempts.mayTry("fred", "10.0.0.1", later)).isTrue();
    }

    @Test
    void nothing_is_kept_of_what_was_typed() {
        attempts.mayTry("my password, typed where the name belongs", "10.0.0.1", NOON);
        assertThat(STORE.database()
                        .jdbc()
                        .sql("SELECT count(*) FROM attempt AS a WHERE a::text LIKE '%password%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
