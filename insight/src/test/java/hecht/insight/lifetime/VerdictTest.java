package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the data cannot tell is said so, and what they can is found again.
class VerdictTest {
    static List<Function<Summaries, Estimation<?>>> models() {
        return List.of(BgNbd::fit, MbgNbd::fit, ParetoNbd::fit);
    }

    /// @param a,b of the beta law of stopping after a purchase, also the first; b = 0: each stops with chance a
    static List<Summary> bought(long seed, int customers, double a, double b) {
        Random random = new Random(seed);
        GammaDistribution rates = new GammaDistribution(.8, 1 / 6.0);
        BetaDistribution stops = b > 0 ? new BetaDistribution(a, b) : new BetaDistribution(1, 1);
        List<Summary> all = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = rates.inverseCumulativeProbability(random.nextDouble());
            double stop = b > 0 ? stops.inverseCumulativeProbability(random.nextDouble()) : a;
            double age = 40 + Math.floor(12 * random.nextDouble());
            double time = 0;
            double last = 0;
            int count = 0;
            while (random.nextDouble() >= stop) {
                time -= Math.log(1 - random.nextDouble()) / rate;
                if (time > age) break;
                last = time;
                count++;
            }
            all.add(new Summary(count, last, age));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("models")
    void where_nobody_stops_dropout_is_not_identifiable(Function<Summaries, Estimation<?>> fit) {
        Estimation<?> found = fit.apply(Summaries.of(bought(20261129, 3000, 0, 0)));
        assertThat(found).isInstanceOfSatisfying(Estimation.NoDropout.class, it -> {
            assertThat(it.likelihoodRatio()).isLessThan(Estimation.LEAST_RATIO);
            assertThat(it.instead()).isInstanceOf(Estimation.Identified.class);
        });
    }

    @Test
    void where_everybody_stops_alike_heterogeneity_is_not_identifiable() {
        Estimation<MbgNbd> found = MbgNbd.fit(Summaries.of(bought(20261130, 3000, .25, 0)));
        assertThat(found).isInstanceOfSatisfying(Estimation.NoHeterogeneity.class, it -> {
            MbgNbd model = (MbgNbd) it.model();
            assertThat(model.a() / (model.a() + model.b())).isCloseTo(.25, within(.03)); // only this can be told
        });
    }

    @Test
    void what_made_the_purchases_is_found_again() {
        MbgNbd found = Identified.of(MbgNbd.fit(Summaries.of(bought(20261131, 40_000, .9, 2))))
                .model();
        assertThat(found.r()).isCloseTo(.8, within(.08)); // three standard errors
        assertThat(found.alpha()).isCloseTo(6, within(.5));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(.9 / 2.9, within(.03));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_teaches_nothing_is_told_by_name(Function<Summaries, Estimation<?>> fit) {
        assertThat(fit.apply(Summaries.of(List.of(new Summary(3, 5, 9)))))
                .isEqualTo(new Estimation.Undecided<>(Reason.ONE_CUSTOMER));
        assertThat(fit.apply(Summaries.of(List.of(new Summary(0, 0, 0), new Summary(0, 0, 0)))))
                .isEqualTo(new Estimation.Undecided<>(Reason.ONE_DAY));
        double[] age = new double[1_000_000];
        for (int i = 0; i < age.length; i++) age[i] = 1 + i % 500;
        assertThat(fit.apply(Summaries.of(new int[age.length], new double[age.length], age)))
                .isEqualTo(new Estimation.Undecided<>(Reason.NOBODY_RETURNED));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_few_odd_customers_never_give_NaN_or_go_on_for_ever(Function<Summaries, Estimation<?>> fit) {
        List<List<Summary>> odd = List.of(
                List.of(new Summary(1, 1, 1), new Summary(1, 1, 1)),
                List.of(new Summary(100_000, 10, 10), new Summary(0, 0, 10)),
                List.of(new Summary(5, 5, 10), new Summary(5, 5, 10), new Summary(5, 5, 10)),
                List.of(new Summary(1, 0, 1e-9), new Summary(2, 1e9, 1e9)));
        for (List<Summary> each : odd) {
            Estimation<?> found = fit.apply(Summaries.of(each));
            if (found instanceof Estimation.Identified<?> it)
                it.parameters()
                        .forEach(parameter -> assertThat(parameter.standardError())
                                .isPositive()
                                .isFinite());
        }
    }

    @Test
    void equal_customers_count_as_often_as_they_are() {
        List<Summary> once = bought(20261132, 500, .9, 2);
        List<Summary> thrice = new ArrayList<>(once);
        thrice.addAll(once);
        thrice.addAll(once);
        Summaries together = Summaries.of(thrice);
        assertThat(together.rows()).isEqualTo(Summaries.of(once).rows());
        assertThat(together.customers()).isEqualTo(1500);
        BgNbd found = Identified.of(BgNbd.fit(together)).model();
        assertThat(Identified.of(BgNbd.fit(Summaries.of(once))).model().a()).isCloseTo(found.a(), within(1e-6));
    }

    @Test
    void what_cannot_be_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Summaries.of(new int[] {1, 2}, new double[] {3, 9}, new double[] {4, 8}))
                .hasMessage("row 1: recency must be between 0 and the age of 8.0, was 9.0");
        assertThatThrownBy(() -> new Summary(0, 3, 9))
                .hasMessage("recency must be 0 for who did not buy again, was 3.0; is the first purchase counted?");
        assertThatThrownBy(() -> new Summary(2, Double.NaN, 9)).hasMessageContaining("recency must be between 0");
        Transactions transactions = new Transactions();
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> transactions.add("anna", day, -1))
                .hasMessage("amount must be a number of zero or more, was -1.0");
        assertThatThrownBy(() -> transactions.add("anna", day, Double.NaN))
                .hasMessage("amount must be a number of zero or more, was NaN");
    }

    @Test
    void purchases_on_one_day_are_one_and_the_first_is_where_counting_starts() {
        Transactions transactions = new Transactions();
        LocalDate day = LocalDate.of(2026, 3, 1);
        transactions.add("anna", day.plusDays(14), 20);
        transactions.add("anna", day, 100);
        transactions.add("anna", day.plusDays(14), 5);
        transactions.add("anna", day.plusDays(21));
        transactions.add("anna", day.plusDays(90), 7);
        transactions.add("bram", day.plusDays(60), 7);
        assertThat(transactions.until(day.plusDays(28), 7))
                .containsExactly(
                        new Purchaser("anna", new Summary(2, 3, 4), java.util.Optional.of(new Spending(1, 25))));
        assertThat(transactions.last()).isEqualTo(day.plusDays(90));
    }
}
