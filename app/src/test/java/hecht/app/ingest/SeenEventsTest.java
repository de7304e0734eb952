package hecht.app.ingest;

import static hecht.app.ingest.SeenEvents.Meeting.CONFLICTING;
import static hecht.app.ingest.SeenEvents.Meeting.FIRST;
import static hecht.app.ingest.SeenEvents.Meeting.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenEventsTest {
    private static final long SEED = 20260301;

    @Test
    void every_event_is_met_first_once_and_known_for_ever() {
        SeenEvents seen = new SeenEvents();
        int events = 200_000;
        for (SeenEvents.Meeting expected : new SeenEvents.Meeting[] {FIRST, REPEATED}) {
            Random random = new Random(SEED);
            for (int i = 0; i < events; i++)
                assertThat(seen.meet(random.nextLong(), random.nextLong(), random.nextLong()))
                        .isEqualTo(expected);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < events; i++)
            assertThat(seen.meet(random.nextLong(), random.nextLong(), ~random.nextLong()))
                    .isEqualTo(CONFLICTING);
    }

    @Test
    void names_that_share_one_half_are_two() {
        SeenEvents seen = new SeenEvents();
        assertThat(seen.meet(0, 1L << 40, 0)).isEqualTo(FIRST);
        assertThat(seen.meet(0, 1L << 41, 0)).isEqualTo(FIRST);
        assertThat(seen.meet(5, 1L << 40, 0)).isEqualTo(FIRST);
        assertThat(seen.meet(0, 1L << 40, 0)).isEqualTo(REPEATED);
    }

    @Test
    void the_first_content_stays_the_one_that_counts() {
        SeenEvents seen = new SeenEvents();
        assertThat(seen.meet(5, 0, 1L << 40)).isEqualTo(FIRST);
        assertThat(seen.meet(5, 0, 2L << 40)).isEqualTo(CONFLICTING);
        assertThat(seen.meet(5, 0, 2L << 40)).isEqualTo(CONFLICTING);
        assertThat(seen.meet(5, 0, 1L << 40)).isEqualTo(REPEATED);
    }

    /// Ids of one form that differ in few letters, as systems hand them out: all 238,328 of them are apart.
    @Test
    void ids_that_differ_in_three_letters_are_never_taken_for_one() {
        String letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        SeenEvents seen = new SeenEvents();
        for (int i = 0; i < 62 * 62 * 62; i++) {
            String id = "order" + letters.charAt(i % 62) + "abc" + letters.charAt(i / 62 % 62) + "zde"
                    + letters.charAt(i / 62 / 62);
            byte[] name = ("\1\34" + id).getBytes(StandardCharsets.ISO_8859_1); // as Encoding writes source and id
            long one = Fingerprint.of(name, 0, name.length, 1);
            long other = Fingerprint.of(name, 0, name.length, 2);
            assertThat(seen.meet(one, other, 0)).as(id).isEqualTo(FIRST);
        }
    }
}
