package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.event.Arm;
import hecht.demo.Reckoning.Customer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What must stay quiet.
class DecoysTest {
    private final Reckoning demo = Reckoning.demo();

    @Test
    void the_renewal_mail_does_nothing() {
        Estimate effect = mailed(Arm.TREATED).minus(mailed(Arm.HELD_OUT));
        assertThat(effect.n()).isGreaterThan(1_000);
        assertThat(effect.mean()).isCloseTo(0, within(3 * effect.error()));
    }

    /// The change of health within thirty days.
    private Estimate mailed(Arm arm) {
        return Estimate.of(demo.customers.stream()
                .flatMap(it -> it.approaches().stream())
                .filter(it -> Lichtland.RENEWAL_MAIL.equals(it.event().experiment())
                        && it.event().arm() == arm)
                .filter(it -> it.before().runs() && it.after().runs())
                .map(it -> it.after().health() - it.before().health())
                .toList());
    }

    @Test
    void groningen_calls_more() {
        assertThat(callsAYear(DecoysTest::isThere) / callsAYear(it -> !isThere(it)))
                .isBetween(1.25, 1.6);
    }

    /// Against other homes that are not on heat, of which there are none in Groningen.
    @Test
    void groningen_is_no_less_healthy() {
        Predicate<Customer> elsewhere =
                it -> !isThere(it) && !"heat".equals(it.truth().segment());
        for (int month = 12; month <= 36; month += 12) {
            int at = month;
            Predicate<Customer> there = it -> it.atMonth(at).runs();
            Estimate gap = demo.estimate(
                            there.and(DecoysTest::isThere), it -> it.atMonth(at).health())
                    .minus(demo.estimate(
                            there.and(elsewhere), it -> it.atMonth(at).health()));
            assertThat(gap.mean()).as("month %d: %s", month, gap).isGreaterThan(-gap.error());
        }
    }

    private static boolean isThere(Customer it) {
        return "Groningen".equals(it.truth().region());
    }

    private double callsAYear(Predicate<Customer> who) {
        return demo.customers.stream().filter(who).mapToDouble(Customer::calls).sum()
                / demo.customers.stream()
                        .filter(who)
                        .mapToDouble(Customer::years)
                        .sum();
    }
}
