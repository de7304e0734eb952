package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.EventWriter;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LichtlandTest {
    @Test
    void the_same_seed_gives_the_same_lines() {
        assertThat(lines(300, 7)).isEqualTo(lines(300, 7));
    }

    @Test
    void another_seed_gives_other_lines() {
        assertThat(lines(300, 8)).isNotEqualTo(lines(300, 7));
    }

    @Test
    void a_customer_is_the_same_at_every_size() {
        assertThat(lines(300, 7).subList(0, lines(100, 7).size())).isEqualTo(lines(100, 7));
    }

    @Test
    void even_one_customer_is_a_supplier_and_she_is_the_mover() {
        assertThat(lines(1, 7)).isNotEmpty();
        assertThat(Lichtland.of(1, 7).mover()).isEqualTo("LL-0048213");
        assertThatThrownBy(() -> Lichtland.of(0, 7)).hasMessage("expected at least 1 customer, found 0");
    }

    @Test
    void the_demo_has_20_000_customers_and_at_most_a_million_and_a_half_events() {
        assertThat(Reckoning.demo().customers).hasSize(20_000);
        assertThat(Reckoning.demo().events).isBetween(500_000L, 1_500_000L);
    }

    @Test
    void each_customers_events_come_in_canonical_order_within_the_three_years_and_under_the_customers_key() {
        List<Event> history = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Lichtland lichtland = Lichtland.of(2_000, 7);
        lichtland.generate(history::add, truth -> {
            assertThat(history).isSortedAccordingTo(CanonicalOrder.INSTANCE);
            for (Event each : history) {
                assertThat(each.customer()).isEqualTo(truth.customer());
                assertThat(each.envelope().source()).startsWith("lichtland.");
                assertThat(ids.add(
                                each.envelope().source() + " " + each.envelope().id()))
                        .as("each id once")
                        .isTrue();
                assertThat(each.time().atZone(lichtland.zone()).toLocalDate())
                        .isBetween(lichtland.firstDay(), lichtland.lastDay());
            }
            history.clear();
        });
    }

    @Test
    void every_event_is_read_again_as_it_was_written() {
        EventReader reader = new EventReader(null, Timeline.instant(Timeline.endOf(Timeline.DAYS)));
        NamedValues row = new NamedValues();
        Lichtland.of(2_000, 7)
                .generate(
                        event -> {
                            row.clear();
                            EventWriter.write(event, row::put, row::putAttribute);
                            assertThat(reader.read(row)).isEqualTo(new Reading.Accepted(event));
                        },
                        truth -> {});
    }

    @Test
    void the_truth_of_a_customer_is_one_line() {
        List<String> lines = new ArrayList<>();
        Lichtland.of(50, 7).generate(event -> {}, truth -> lines.add(truth.line()));
        assertThat(lines)
                .hasSize(50)
                .allMatch(line -> line.startsWith("{\"customer\":\"LL-00") && !line.contains("\n"));
    }

    private static List<String> lines(int customers, long seed) {
        List<String> lines = new ArrayList<>();
        Lichtland.of(customers, seed).generate(event -> lines.add(line(event)), truth -> lines.add(truth.line()));
        return lines;
    }

    private static String line(Event event) {
        StringBuilder line = new StringBuilder();
        EventWriter.write(
                event,
                (field, value) ->
                        line.append(field.label()).append('=').append(value).append(' '),
                (name, value) -> line.append(name).append('=').append(value).append(' '));
        return line.toString();
    }
}
