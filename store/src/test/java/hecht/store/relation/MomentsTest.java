package hecht.store.relation;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Envelope;
import hecht.core.event.Event;
import hecht.core.event.MessageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which weeks are called a moment, of a young organisation.
class MomentsTest {
    private static final int CUSTOMERS = 400;
    private static final YearMonth NEWEST = YearMonth.of(2026, 6);

    private final List<Event> events = new ArrayList<>();

    private void started(String day) {
        for (int i = 0; i < CUSTOMERS; i++) events.add(new Event.Started(envelope("start", i, day), null, null, null));
    }

    private void sent(MessageKind kind, String day, int customers) {
        for (int i = 0; i < customers; i++) events.add(new Event.MessageSent(envelope(kind + day, i, day), kind));
    }

    private static Envelope envelope(String id, int customer, String day) {
        return Envelope.of("crm", id + customer, Instant.parse(day + "T10:00:00Z"), "K%05d".formatted(customer));
    }

    private List<Pulse.Moment> moments() {
        try (Settled settled = new Settled().with(events)) {
            return settled.relation
                    .pulses()
                    .of(NEWEST, Optional.empty(), Optional.empty(), Crowd.ZONE)
                    .orElseThrow()
                    .moments();
        }
    }

    /// In the first three months nobody knows what is usual.
    @Test
    void a_letter_to_many_is_a_moment_once_there_are_three_months_to_hold_it_against() {
        started("2026-01-05");
        sent(MessageKind.PRICE, "2026-02-10", 300);
        sent(MessageKind.PRICE, "2026-06-09", 300);
        assertThat(moments())
                .containsExactly(new Pulse.Moment(
                        "message_sent price", LocalDate.of(2026, 6, 9), LocalDate.of(2026, 6, 9), 300));
    }

    @Test
    void fewer_than_thirty_are_no_moment_however_large_a_part_they_are() {
        started("2026-01-05");
        sent(MessageKind.PRICE, "2026-06-09", 29);
        assertThat(moments()).isEmpty();
        sent(MessageKind.PRICE, "2026-06-10", 30);
        assertThat(moments()).extracting(Pulse.Moment::customers).containsExactly(30);
    }
}
