package hecht.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.demo.Reckoning.Customer;
import hecht.demo.Reckoning.Read;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// *A letter cools the silent.*
class LetterTest {
    private final Reckoning demo = Reckoning.demo();

    @Test
    void about_7_900_on_the_variable_tariff_get_the_price_letter() {
        // What is left of the variable tariff on that day is chance; two in a hundred either way.
        assertThat(demo.count(Customer::gotTheLetter)).isBetween(7_740L, 8_060L);
        assertThat(demo.customers)
                .filteredOn(Customer::gotTheLetter)
                .allMatch(it -> before(it).door() == 1);
    }

    @Test
    void the_variable_tariff_falls_one_and_a_half_to_four_points_more_than_the_fixed_one() {
        Estimate gap = fall(Customer::gotTheLetter, LetterTest::isAnybody)
                .minus(fall(LetterTest::isLocked, LetterTest::isAnybody));
        assertThat(gap.mean()).as("%s", gap).isBetween(1.5, 4.0);
    }

    @Test
    void so_it_does_among_those_not_in_view_before() {
        Estimate gap = fall(Customer::gotTheLetter, LetterTest::isNotInView)
                .minus(fall(LetterTest::isLocked, LetterTest::isNotInView));
        assertThat(gap.mean()).as("%s", gap).isBetween(1.5, 4.0);
    }

    @Test
    void it_did_what_hecht_believes_it_did() {
        Estimate planted =
                demo.estimate(Customer::gotTheLetter, it -> -it.truth().points().getOrDefault(Story.PRICE_LETTER, 0.0));
        Estimate found = fall(Customer::gotTheLetter, LetterTest::isAnybody);
        // What really moved is a draw for each customer: three standard errors of its chance.
        assertThat(found.mean()).isCloseTo(planted.mean(), within(3 * planted.error()));
    }

    /// How far health fell on the day of the letter.
    private Estimate fall(Predicate<Customer> who, Predicate<Customer> also) {
        Predicate<Customer> there = it -> before(it).runs() && after(it).runs();
        return demo.estimate(
                there.and(who).and(also), it -> before(it).health() - after(it).health());
    }

    private static boolean isAnybody(Customer it) {
        return true;
    }

    private static boolean isNotInView(Customer it) {
        return !before(it).inView();
    }

    private static boolean isLocked(Customer it) {
        return !it.gotTheLetter() && before(it).opensOn() != null;
    }

    private static Read before(Customer it) {
        return it.on(Reckoning.BEFORE_THE_LETTER);
    }

    private static Read after(Customer it) {
        return it.on(Reckoning.OF_THE_LETTER);
    }
}
