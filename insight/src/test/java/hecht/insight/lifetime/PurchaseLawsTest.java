package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws that hold for every customer and every parameter, tried on 200 of each.
class PurchaseLawsTest {
    private static final long SEED = 20261201;

    static List<PurchaseModel> models() {
        Random random = new Random(SEED);
        List<PurchaseModel> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            double r = wide(random);
            double alpha = 10 * wide(random);
            double third = wide(random);
            double fourth = wide(random);
            all.add(new BgNbd(r, alpha, third, fourth));
            all.add(new MbgNbd(r, alpha, third, fourth));
            all.add(new ParetoNbd(r, alpha, third, 10 * fourth));
            all.add(new Nbd(r, alpha));
        }
        return all;
    }

    private static double wide(Random random) {
        return Math.exp(2 * random.nextGaussian());
    }

    private static Summary customer(Random random) {
        double age = 100 * random.nextDouble();
        int x = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 30);
        return new Summary(x, x == 0 ? 0 : age * random.nextDouble(), age);
    }

    @ParameterizedTest
    @MethodSource("models")
    void chances_are_chances_and_fall_in_silence_while_purchases_add_up(PurchaseModel model) {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < 20; i++) {
            Summary now = customer(random);
            Summary later = new Summary(now.frequency(), now.recency(), now.age() + 10);
            assertThat(model.alive(now)).isBetween(0.0, 1.0);
            assertThat(model.alive(later)).isLessThanOrEqualTo(model.alive(now));
            assertThat(model.logLikelihood(now)).isFinite();
            double before = 0;
            for (double t : new double[] {0, .01, 1, 10, 100, 1000}) {
                double expected = model.expected(now, t);
                assertThat(expected).isGreaterThanOrEqualTo(before * (1 - 1e-9)).isFinite();
                before = expected;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_later_purchase_is_worth_less_and_without_discount_as_much(PurchaseModel model) {
        Summary customer = new Summary(3, 20, 30);
        double whole = model.expected(customer, 52);
        assertThat(model.discounted(customer, 52, 0)).isEqualTo(whole);
        assertThat(model.discounted(customer, 52, .01)).isBetween(whole * Math.exp(-.52) * (1 - 1e-9), whole);
        assertThat(model.discounted(customer, 0, .1)).isZero();
    }

    @Test
    void where_all_stay_the_value_of_purchases_is_an_annuity() {
        double value = new Nbd(1, 10).discounted(new Summary(4, 10, 10), 100, .02);
        assertThat(value).isCloseTo(5 / 20.0 * -Math.expm1(-2) / .02, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_new_customer_is_one_of_whom_nothing_is_known(PurchaseModel model) {
        assertThat(model.expectedOfNew(20))
                .isCloseTo(model.expected(new Summary(0, 0, 0), 20), within(1e-12 + 1e-9 * model.expectedOfNew(20)));
    }

    @Test
    void slopes_are_what_small_steps_show() {
        Summaries customers = Summaries.of(VerdictTest.bought(SEED, 60, .9, 2));
        Random random = new Random(SEED + 2);
        for (int i = 0; i < 10; i++) {
            double r = wide(random);
            double alpha = 10 * wide(random);
            double third = wide(random);
            double fourth = wide(random);
            Slopes.check(new NbdLikelihood(customers), r, alpha);
            Slopes.check(new BetaGeometricLikelihood(customers, 0), r, alpha, third, fourth);
            Slopes.check(new BetaGeometricLikelihood(customers, 1), r, alpha, third, fourth);
            Slopes.check(new ParetoLikelihood(customers), r, alpha, third, fourth);
        }
    }

    @Test
    void the_likelihood_of_all_is_the_sum_over_each() {
        List<Summary> customers = VerdictTest.bought(SEED, 200, .9, 2);
        Summaries together = Summaries.of(customers);
        double[] at = {.7, 5, .8, 2.5};
        double[] slope = new double[4];
        sums(customers, new BgNbd(.7, 5, .8, 2.5), new BetaGeometricLikelihood(together, 0).at(at, slope));
        sums(customers, new MbgNbd(.7, 5, .8, 2.5), new BetaGeometricLikelihood(together, 1).at(at, slope));
        sums(customers, new ParetoNbd(.7, 5, .8, 2.5), new ParetoLikelihood(together).at(at, slope));
        sums(customers, new Nbd(.7, 5), new NbdLikelihood(together).at(at, slope));
    }

    private static void sums(List<Summary> customers, PurchaseModel model, double whole) {
        assertThat(customers.stream().mapToDouble(model::logLikelihood).sum()).isCloseTo(whole, within(1e-8));
    }
}
