package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.demo.Reckoning.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// *Held, then gone*, as seen at the end of October 2025.
class HeldTest {
    private static final int AS_OF = 24; // months

    private final Reckoning demo = Reckoning.demo();

    @Test
    void as_many_of_the_locked_go_as_were_expected_month_by_month_of_their_locks_end() {
        double allExpected = 0;
        double allWent = 0;
        for (int month = 1; month <= 12; month++) {
            LocalDate from = Reckoning.endOfMonth(AS_OF + month - 1).plusDays(1);
            LocalDate until = Reckoning.endOfMonth(AS_OF + month);
            List<Customer> held =
                    demo.running(AS_OF).filter(it -> opens(it, from, until)).toList();
            double expected = held.stream()
                    .mapToDouble(it -> 1 - it.atMonth(AS_OF).staying())
                    .sum();
            double went = held.stream().filter(HeldTest::went).count();
            // They go one by one, so √expected is a standard error; three of them, for twelve months at once.
            assertThat(went).as("locks that end from %s", from).isCloseTo(expected, within(3 * Math.sqrt(expected)));
            allExpected += expected;
            allWent += went;
        }
        assertThat(allWent).as("in the year").isCloseTo(allExpected, within(2 * Math.sqrt(allExpected)));
    }

    private boolean opens(Customer it, LocalDate from, LocalDate until) {
        return opensBy(it, AS_OF, until) && !opensBy(it, AS_OF, from.minusDays(1));
    }

    /// Whether a lock was known at a month's end that ends by a day.
    private boolean opensBy(Customer it, int month, LocalDate day) {
        Instant opens = it.atMonth(month).opensOn();
        return opens != null
                && !LocalDate.ofInstant(opens, demo.lichtland.zone()).isAfter(day);
    }

    private static boolean went(Customer it) {
        return it.truth().byChoice();
    }

    @Test
    void the_health_of_those_who_go_was_low_half_a_year_and_more_before() {
        Predicate<Customer> held =
                it -> it.atMonth(AS_OF).runs() && opens(it, LocalDate.of(2026, 5, 1), Reckoning.endOfMonth(36));
        Estimate went =
                demo.estimate(held.and(HeldTest::went), it -> it.atMonth(AS_OF).health());
        Estimate stayed = demo.estimate(
                held.and(it -> it.truth().left() == 0), it -> it.atMonth(AS_OF).health());
        Estimate gap = stayed.minus(went);
        assertThat(gap.mean()).as("%s", gap).isGreaterThan(1);
        assertThat(gap.covers(0)).isFalse();
    }

    @Test
    void they_go_in_the_month_in_which_the_lock_ends() {
        double ending = share(true);
        double held = share(false);
        assertThat(ending).isGreaterThan(5 * held); // 1.5 against .05, less what the month's days share with the window
    }

    /// Of the locked, the share that went within a month, where their lock ended in it or did not.
    private double share(boolean ending) {
        int all = 0;
        int went = 0;
        for (int month = 12; month < 36; month += Reckoning.QUARTER)
            for (Customer it : demo.customers) {
                if (!it.atMonth(month).runs() || it.atMonth(month).opensOn() == null) continue;
                if (opensBy(it, month, Reckoning.endOfMonth(month + 1)) != ending) continue;
                all++;
                if (went(it) && it.truth().left() == month + 1) went++;
            }
        return went / (double) all;
    }
}
