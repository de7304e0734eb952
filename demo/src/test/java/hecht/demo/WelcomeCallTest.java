package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Arm;
import hecht.demo.Reckoning.Customer;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// *A call that works*, judged two months after joining.
class WelcomeCallTest {
    private final Reckoning demo = Reckoning.demo();
    private final double planted = demo.estimate(
                    called(Arm.TREATED), it -> it.truth().points().getOrDefault(Story.WELCOME_CALL, 0.0))
            .mean();

    @Test
    void one_in_five_new_customers_is_held_back_from_march_2026_on() {
        long treated = demo.count(called(Arm.TREATED));
        long heldOut = demo.count(called(Arm.HELD_OUT));
        assertThat(heldOut / (double) (treated + heldOut)).isBetween(.16, .24); // three standard errors of chance
        assertThat(demo.customers)
                .filteredOn(called(Arm.TREATED).or(called(Arm.HELD_OUT)))
                .allMatch(joined(LocalDate.of(2026, 3, 1), demo.lichtland.lastDay()));
    }

    @Test
    void what_is_found_by_lot_covers_the_truth() {
        Estimate effect = settledIn(called(Arm.TREATED)).minus(settledIn(called(Arm.HELD_OUT)));
        assertThat(planted).isGreaterThan(1);
        assertThat(effect.covers(planted))
                .as("%s, planted %.2f", effect, planted)
                .isTrue();
        assertThat(effect.covers(0)).isFalse();
    }

    @Test
    void what_is_found_without_lot_takes_the_better_season_for_the_call() {
        Predicate<Customer> winter = joined(LocalDate.of(2025, 9, 15), LocalDate.of(2026, 3, 1));
        Estimate comparison = settledIn(called(Arm.TREATED)).minus(settledIn(winter));
        assertThat(comparison.covers(planted))
                .as("%s, planted %.2f", comparison, planted)
                .isFalse();
        assertThat(comparison.mean()).isGreaterThan(planted);
    }

    private static Predicate<Customer> called(Arm arm) {
        return it -> it.approaches().stream()
                .anyMatch(each -> Lichtland.WELCOME_CALL.equals(each.event().experiment())
                        && each.event().arm() == arm);
    }

    private Predicate<Customer> joined(LocalDate from, LocalDate until) {
        return it -> it.started() != null
                && !it.started()
                        .isBefore(from.atStartOfDay(demo.lichtland.zone()).toInstant())
                && it.started()
                        .isBefore(until.atStartOfDay(demo.lichtland.zone()).toInstant());
    }

    private Estimate settledIn(Predicate<Customer> who) {
        return demo.estimate(
                who.and(it -> it.settledIn().runs()), it -> it.settledIn().health());
    }
}
