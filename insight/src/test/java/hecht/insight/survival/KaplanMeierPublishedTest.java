package hecht.insight.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.Interval;
import hecht.insight.regression.ScienceData;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against R's survival 3.5.3 on IBM's sample of 7,043 telephone customers. Shares to 9 digits, intervals to the 6 that were kept.
class KaplanMeierPublishedTest {
    private static Durations durations(ScienceData telco) {
        return Durations.of(telco.numbers("tenure"), telco.holds("Churn", "Yes"));
    }

    @Test
    void shares_errors_and_intervals_are_those_of_R() {
        Durations durations = durations(ScienceData.read("telco-customer-churn.csv.gz"));
        assertThat(durations.events()).isEqualTo(1869);
        KaplanMeier curve = KaplanMeier.of(durations);
        double[][] rows = {
            // t, at risk, S, error, log, plain, log-log
            {12, 4974, .843199554, .004492160, .834441, .852050, .834395, .852004, .834169, .851783},
            {24, 3927, .788736398, .005208964, .778593, .799012, .778527, .798946, .778313, .798735},
            {72, 362, .592790152, .009918767, .573665, .612553, .573350, .612231, .573063, .611936},
        };
        Band[] bands = {Band.LOG, Band.PLAIN, Band.LOG_LOG};
        for (double[] row : rows) {
            assertThat(curve.atRisk(row[0])).isEqualTo((int) row[1]);
            assertThat(curve.survival(row[0])).isCloseTo(row[2], within(5e-10));
            assertThat(curve.standardError(row[0])).isCloseTo(row[3], within(5e-10));
            for (int b = 0; b < bands.length; b++) {
                Interval interval = curve.interval(row[0], bands[b], .95);
                assertThat(interval.low()).as("%s at %s", bands[b], row[0]).isCloseTo(row[4 + 2 * b], within(1e-6));
                assertThat(interval.high()).as("%s at %s", bands[b], row[0]).isCloseTo(row[5 + 2 * b], within(1e-6));
            }
        }
    }

    @Test
    void customers_without_a_month_make_no_difference_after_it() {
        ScienceData telco = ScienceData.read("telco-customer-churn.csv.gz");
        Durations durations = durations(telco);
        int[] some = IntStream.range(0, durations.size())
                .filter(i -> durations.time(i) > 0)
                .toArray();
        assertThat(durations.size() - some.length).isEqualTo(11);
        assertThat(KaplanMeier.of(durations.of(some)).survival(72))
                .isEqualTo(KaplanMeier.of(durations).survival(72));
    }

    @Test
    void by_contract_the_shares_and_the_median_are_those_of_R() {
        ScienceData telco = ScienceData.read("telco-customer-churn.csv.gz");
        Map<String, KaplanMeier> curves = KaplanMeier.byGroup(durations(telco), telco.words("Contract"));
        assertThat(curves.keySet()).containsExactly("Month-to-month", "One year", "Two year");
        shares(of(curves, "Month-to-month"), .703097, .585915, .128952);
        shares(of(curves, "One year"), .990808, .978272, .568146);
        shares(of(curves, "Two year"), 1, 1, .935739);
        KaplanMeier.Median median = of(curves, "Month-to-month").median(Band.LOG, .95);
        assertThat(median.at()).hasValue(35);
        assertThat(median.low()).hasValue(32);
        assertThat(median.high()).hasValue(38);
        assertThat(of(curves, "Two year").median(Band.LOG, .95).at()).isEmpty();
    }

    private static KaplanMeier of(Map<String, KaplanMeier> curves, String group) {
        return Objects.requireNonNull(curves.get(group));
    }

    private static void shares(KaplanMeier curve, double... shares) {
        assertThat(curve.survival(12)).isCloseTo(shares[0], within(5e-7));
        assertThat(curve.survival(24)).isCloseTo(shares[1], within(5e-7));
        assertThat(curve.survival(72)).isCloseTo(shares[2], within(5e-7));
    }

    @Test
    void the_log_rank_test_of_contracts_is_that_of_R() {
        ScienceData telco = ScienceData.read("telco-customer-churn.csv.gz");
        LogRank compared = LogRank.of(durations(telco), telco.words("Contract"));
        assertThat(compared).isInstanceOfSatisfying(LogRank.Compared.class, found -> {
            assertThat(found.test().statistic()).isCloseTo(2352.9, within(.05));
            assertThat(found.test().degreesOfFreedom()).isEqualTo(2);
            assertThat(found.test().pValue()).isZero(); // e^−1176 is none
            assertThat(found.groups().stream().mapToInt(LogRank.Group::observed).sum())
                    .isEqualTo(1869);
            assertThat(found.groups().stream()
                            .mapToDouble(LogRank.Group::expected)
                            .sum())
                    .isCloseTo(1869, within(1e-9));
        });
    }

    @Test
    void four_ways_to_pay_are_compared_as_by_survdiff() {
        ScienceData telco = ScienceData.read("telco-customer-churn.csv.gz");
        LogRank compared = LogRank.of(durations(telco), telco.words("PaymentMethod"));
        assertThat(compared).isInstanceOfSatisfying(LogRank.Compared.class, found -> {
            assertThat(found.test().statistic()).isCloseTo(865.2394631, within(1e-6));
            assertThat(found.test().degreesOfFreedom()).isEqualTo(3);
            double[] expected = {512.1514288, 501.7169242, 527.8380941, 327.2935529};
            for (int g = 0; g < 4; g++)
                assertThat(found.groups().get(g).expected()).isCloseTo(expected[g], within(1e-7));
        });
        KaplanMeier check = of(KaplanMeier.byGroup(durations(telco), telco.words("PaymentMethod")), "Electronic check");
        for (Band band : new Band[] {Band.LOG, Band.LOG_LOG})
            assertThat(check.median(band, .95))
                    .isEqualTo(new KaplanMeier.Median(
                            OptionalDouble.of(47), OptionalDouble.of(42), OptionalDouble.of(51)));
    }
}
