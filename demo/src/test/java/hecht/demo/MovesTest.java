package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import hecht.core.episode.Encounter;
import hecht.core.episode.EpisodeRecord;
import hecht.demo.Reckoning.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// *Three suppliers, one move.*
class MovesTest {
    private final Reckoning demo = Reckoning.demo();
    private final List<EpisodeRecord> moves = demo.closed(Goal.MOVE).toList();

    @Test
    void a_move_is_counted_twice() {
        assertThat(share(it -> Boolean.TRUE.equals(it.rightByUs())))
                .as("right first time by our count")
                .isCloseTo(.97, offset(.015));
        assertThat(share(it -> Boolean.TRUE.equals(it.rightByCustomer())))
                .as("right first time by the customer's count")
                .isBetween(.35, .45);
        assertThat(moves.stream().mapToInt(EpisodeRecord::contacts).average().orElseThrow())
                .isBetween(2.0, 2.5);
    }

    private double share(Predicate<EpisodeRecord> right) {
        return moves.stream().filter(right).count() / (double) moves.size();
    }

    @Test
    void the_quality_of_a_move_falls_with_each_contact() {
        double before = Double.POSITIVE_INFINITY;
        for (int contacts = 1; contacts <= 5; contacts++) {
            int needed = contacts;
            double quality = moves.stream()
                    .filter(it -> it.contacts() == needed)
                    .mapToDouble(EpisodeRecord::quality)
                    .average()
                    .orElseThrow();
            assertThat(quality).as("%d contacts", contacts).isLessThan(before);
            before = quality;
        }
    }

    @Test
    void anneke_terpstra_needed_six_contacts_for_a_move_that_was_right_by_our_count() {
        Customer anneke = anneke();
        EpisodeRecord move = anneke.episodes().stream()
                .filter(it -> Goal.MOVE.equals(it.goal()))
                .findFirst()
                .orElseThrow();
        assertThat(move.contacts()).isEqualTo(6);
        assertThat(move.rightByUs()).isTrue();
        assertThat(move.rightByCustomer()).isFalse();
        assertThat(move.encounters()).contains(Encounter.DOUBLE_FAILURE).endsWith(Encounter.RECOVERY);
    }

    @Test
    void the_move_loosened_anneke_terpstra_and_her_door_opens_after_the_three_years() {
        Customer anneke = anneke();
        assertThat(anneke.atMonth(27).health() - anneke.atMonth(33).health())
                .as("what it cost, as believed")
                .isGreaterThan(20);
        assertThat(anneke.truth().points().get(Story.MOVE)).as("and as it was").isLessThan(-20);
        Instant opens = Objects.requireNonNull(anneke.atMonth(36).opensOn());
        assertThat(LocalDate.ofInstant(opens, demo.lichtland.zone())).isEqualTo("2027-01-31");
    }

    private Customer anneke() {
        return demo.customers.stream()
                .filter(it -> it.truth().customer().equals(demo.lichtland.mover()))
                .findFirst()
                .orElseThrow();
    }
}
