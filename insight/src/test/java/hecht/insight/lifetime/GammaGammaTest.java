package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.ScienceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaGammaTest {
    private static List<Spending> exact() {
        return Cdnow.exact().stream()
                .map(Purchaser::spending)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Spending> rounded() {
        ScienceData file = ScienceData.read("cdnow-summary-with-spend.csv");
        double[] x = file.numbers("x");
        double[] mean = file.numbers("zbar");
        List<Spending> all = new ArrayList<>();
        for (int i = 0; i < x.length; i++) if (x[i] > 0) all.add(new Spending((int) x[i], mean[i]));
        return all;
    }

    @Test
    void the_parameters_are_those_of_the_paper() {
        List<Spending> customers = exact();
        assertThat(customers.stream().filter(each -> each.mean() > 0)).hasSize(946);
        Identified<GammaGamma> found = Identified.of(GammaGamma.fit(customers))
                .hasParameters(6.249572, 3.744225, 15.443521)
                .hasErrors(2e-5, 1.19006, .29013, 4.15942)
                .hasLogLikelihood(-4055.917695);
        assertThat(found.model().mean().orElseThrow()).isCloseTo(35.17037, within(1e-5));
    }

    @Test
    void with_averages_in_cents_they_are_those_of_the_reference() {
        GammaGamma found = Identified.of(GammaGamma.fit(rounded()))
                .hasParameters(6.248802, 3.744588, 15.447748)
                .hasErrors(2e-5, 1.18969, .29017, 4.15999)
                .hasLogLikelihood(-4055.923244)
                .model();
        assertThat(found.mean().orElseThrow()).isCloseTo(35.17100, within(1e-5));
        assertThat(found.mean(new Spending(2, 22.35)).orElseThrow()).isCloseTo(24.65862, within(1e-5));
        assertThat(found.mean(new Spending(2, 40)).orElseThrow()).isCloseTo(39.13047, within(1e-5));
    }

    @Test
    void in_cents_only_gamma_changes() {
        List<Spending> cents = exact().stream()
                .map(each -> new Spending(each.purchases(), 100 * each.mean()))
                .toList();
        GammaGamma found = Identified.of(GammaGamma.fit(cents)).model();
        assertThat(found.p()).isCloseTo(6.249572, within(1e-4));
        assertThat(found.gamma()).isCloseTo(1544.3521, within(1e-2));
    }

    @Test
    void the_slope_is_what_a_small_step_shows() {
        Random random = new Random(20261127);
        List<Spending> customers = new ArrayList<>();
        for (int i = 0; i < 40; i++) customers.add(new Spending(1 + random.nextInt(9), 100 * random.nextDouble()));
        Slopes.check(new GammaGammaLikelihood(customers), 3, 2, 40);
    }

    @Test
    void who_spent_little_often_is_expected_to_go_on_and_who_is_new_to_do_as_all_do() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        double all = model.mean().orElseThrow();
        double last = all;
        for (int x = 1; x < 200; x++) {
            double mean = model.mean(new Spending(x, 10)).orElseThrow();
            assertThat(mean).isBetween(10.0, last);
            last = mean;
        }
    }

    @Test
    void a_law_without_a_mean_gives_none() {
        assertThat(new GammaGamma(.5, .9, 10).mean()).isEqualTo(OptionalDouble.empty());
        assertThat(new GammaGamma(.05, .9, 10).mean(new Spending(1, 10))).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void customers_who_all_spend_the_same_differ_in_nothing() {
        List<Spending> same = new ArrayList<>();
        for (int i = 0; i < 500; i++) same.add(new Spending(1 + i % 5, 20));
        assertThat(GammaGamma.fit(same)).isInstanceOf(Estimation.NoHeterogeneity.class);
    }

    @Test
    void nothing_spent_or_one_customer_teaches_nothing() {
        assertThat(GammaGamma.fit(List.of(new Spending(3, 0))))
                .isEqualTo(new Estimation.Undecided<GammaGamma>(Reason.NOTHING_SPENT));
        assertThat(GammaGamma.fit(List.of(new Spending(3, 7), new Spending(2, 0))))
                .isEqualTo(new Estimation.Undecided<GammaGamma>(Reason.ONE_CUSTOMER));
    }
}
