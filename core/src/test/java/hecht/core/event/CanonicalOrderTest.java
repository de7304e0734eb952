package hecht.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Event event(String source, String id, Instant time) {
        return new Event.MessageOpened(Envelope.of(source, id, time, "anna"));
    }

    @Test
    void time_comes_first_and_is_cut_to_microseconds() {
        Event sooner = event("z", "z", NOON);
        Event later = event("a", "a", NOON.plusNanos(1_000));
        Event sameMicrosecond = event("a", "a", NOON.plusNanos(999));
        assertThat(CanonicalOrder.INSTANCE.compare(sooner, later)).isNegative();
        assertThat(CanonicalOrder.INSTANCE.compare(sameMicrosecond, sooner))
                .as("by source then")
                .isNegative();
    }

    @Test
    void of_one_moment_a_start_comes_before_its_contract_and_leaving_last() {
        List<EventType> inOrder = new ArrayList<>(List.of(EventType.values()));
        inOrder.sort((a, b) -> Integer.compare(CanonicalOrder.rank(a), CanonicalOrder.rank(b)));
        assertThat(inOrder)
                .startsWith(
                        EventType.STARTED,
                        EventType.CONTRACT,
                        EventType.PRODUCT_ADDED,
                        EventType.ORDERED,
                        EventType.CASE_OPENED,
                        EventType.INVOICED);
        assertThat(inOrder).endsWith(EventType.CASE_CLOSED, EventType.RETURNED, EventType.LEFT);
        assertThat(inOrder.subList(6, 31)).extracting(CanonicalOrder::rank).containsOnly(6);
    }

    @Test
    void then_come_source_and_id() {
        List<Event> events = new ArrayList<>(
                List.of(event("b", "1", NOON), event("a", "2", NOON), event("a", "10", NOON), event("a", "1", NOON)));
        events.sort(CanonicalOrder.INSTANCE);
        assertThat(events)
                .extracting(e -> e.envelope().source() + e.envelope().id())
                .containsExactly("a1", "a10", "a2", "b1");
    }

    @Test
    void an_emoji_comes_after_every_character_of_the_basic_plane() {
        assertThat("😀".compareTo("\uffee")).as("Java's own order").isNegative();
        assertThat(CanonicalOrder.compareUtf8("😀", "\uffee")).isPositive();
        assertThat(CanonicalOrder.compareUtf8("a😀", "a\ue000")).isPositive();
        assertThat(CanonicalOrder.compareUtf8("😀", "😁")).isNegative();
        assertThat(CanonicalOrder.compareUtf8("é", "z")).isPositive();
        assertThat(CanonicalOrder.compareUtf8("", "a")).isNegative();
    }

    /// 20,000 pairs of texts from seed 11, of letters from every length of UTF-8.
    @Test
    void texts_are_ordered_as_their_unsigned_utf8_bytes() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String a = text(random);
            String b = text(random);
            int bytes = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(CanonicalOrder.compareUtf8(a, b)))
                    .as("%s and %s", a, b)
                    .isEqualTo(Integer.signum(bytes));
        }
    }

    private static String text(Random random) {
        int[] alphabet = {'a', 'b', 0x7f, 0x80, 'é', 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffee, 0x10000, 0x1f600, 0x10ffff};
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--)
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        return text.toString();
    }

    @Test
    void any_arrival_gives_the_same_order() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) events.add(event("s" + i % 3, "i" + i, NOON.plusNanos(i % 7 * 1_000L)));
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(5));
        events.sort(CanonicalOrder.INSTANCE);
        shuffled.sort(CanonicalOrder.INSTANCE);
        assertThat(shuffled).isEqualTo(events);
    }
}
