package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.episode.Encounter;
import hecht.core.episode.EpisodeRecord;
import hecht.demo.Reckoning.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// *Twice wrong with MeetWel.*
class MeetWelTest {
    private static final int OLD = 1975;

    private final Reckoning demo = Reckoning.demo();
    private final Instant august =
            LocalDate.of(2026, 8, 1).atStartOfDay(demo.lichtland.zone()).toInstant();

    @Test
    void from_august_2026_a_promised_repair_fails_three_times_as_often() {
        List<EpisodeRecord> failed =
                demo.closed(Goal.METER).filter(it -> it.contacts() > 1).toList();
        double before = twiceWrong(
                failed.stream().filter(it -> it.opened().isBefore(august)).toList());
        double since = twiceWrong(
                failed.stream().filter(it -> !it.opened().isBefore(august)).toList());
        // Three times, at more than four hundred swaps that failed in the three months and some hundreds before.
        assertThat(since / before).isBetween(2.0, 4.5);
    }

    private static double twiceWrong(List<EpisodeRecord> swaps) {
        return swaps.stream().filter(MeetWelTest::isTwiceWrong).count() / (double) swaps.size();
    }

    private static boolean isTwiceWrong(EpisodeRecord swap) {
        return swap.encounters().contains(Encounter.DOUBLE_FAILURE);
    }

    @Test
    void most_of_it_happens_in_older_houses() {
        List<Customer> twice = demo.customers.stream()
                .filter(it -> swaps(it).anyMatch(MeetWelTest::isTwiceWrong))
                .toList();
        assertThat(twice).hasSizeGreaterThan(100);
        assertThat(twice.stream().filter(it -> it.built() < OLD).count() / (double) twice.size())
                .isGreaterThan(.75);
        assertThat(demo.count(it -> it.built() < OLD) / (double) demo.customers.size())
                .as("though fewer than half of the houses are old")
                .isLessThan(.5);
    }

    private static Stream<EpisodeRecord> swaps(Customer it) {
        return it.episodes().stream().filter(episode -> Goal.METER.equals(episode.goal()));
    }

    @Test
    void meetwel_does_harm_and_seems_to_do_more_until_old_houses_are_compared_with_old_ones() {
        double seems = difference(it -> true).mean();
        Estimate old = difference(it -> it.built() < OLD);
        Estimate young = difference(it -> it.built() >= OLD);
        // Compared within each kind of house, and weighed by the houses in which meters were swapped.
        double is = (old.n() * old.mean() + young.n() * young.mean()) / (old.n() + young.n());
        assertThat(is).isLessThan(0).isGreaterThan(seems);
    }

    /// How health changed in the last three months with a swap, less how it did without.
    private Estimate difference(Predicate<Customer> which) {
        Predicate<Customer> there =
                it -> it.atMonth(33).runs() && it.atMonth(36).runs();
        Predicate<Customer> swapped =
                it -> swaps(it).anyMatch(swap -> !swap.opened().isBefore(august));
        return change(there.and(which).and(swapped))
                .minus(change(there.and(which).and(swapped.negate())));
    }

    private Estimate change(Predicate<Customer> which) {
        return demo.estimate(
                which, it -> it.atMonth(36).health() - it.atMonth(33).health());
    }
}
