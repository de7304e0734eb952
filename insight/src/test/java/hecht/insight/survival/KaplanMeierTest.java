package hecht.insight.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hecht.insight.regression.Interval;
import hecht.insight.regression.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KaplanMeierTest {
    private static final double TEXTBOOK = 5e-5; // four digits are printed

    private static Durations durations(double[] times, String left) {
        boolean[] gone = new boolean[times.length];
        for (int i = 0; i < gone.length; i++) gone[i] = left.charAt(i) == '1';
        return Durations.of(times, gone);
    }

    @Test
    void the_textbook_of_Freireich_comes_out() {
        KaplanMeier curve = KaplanMeier.of(Leukaemia.ON_DRUG);
        double[][] rows = {
            {6, .8571, .0764},
            {7, .8067, .0869},
            {10, .7529, .0963},
            {13, .6902, .1068},
            {16, .6275, .1141},
            {22, .5378, .1282},
            {23, .4482, .1346}
        };
        for (double[] row : rows) {
            assertThat(curve.survival(row[0])).isCloseTo(row[1], within(TEXTBOOK));
            assertThat(curve.standardError(row[0])).isCloseTo(row[2], within(TEXTBOOK));
        }
        assertThat(curve.survival(5.9)).isEqualTo(1);
        assertThat(curve.survival(100)).isEqualTo(curve.survival(23));
        assertThat(curve.atRisk(7)).isEqualTo(17);
        assertThat(curve.atRisk(8)).isEqualTo(16);
        assertThat(curve.atRisk(36)).isZero();
        assertThat(curve.median(Band.LOG, .95).at()).hasValue(23);
        assertThat(curve.median(Band.LOG, .95).low()).hasValue(16);
        assertThat(curve.median(Band.LOG, .95).high()).isEmpty();
    }

    @Test
    void without_censoring_it_is_the_share_that_is_left_and_its_binomial_error() {
        Random random = new Random(20260401);
        double[] times = random.doubles(50, 0, 9).map(Math::floor).toArray();
        KaplanMeier curve = KaplanMeier.of(durations(times, "1".repeat(50)));
        for (int t = 0; t < 9; t++) {
            int limit = t;
            double share = (double) Arrays.stream(times).filter(x -> x > limit).count() / 50;
            assertThat(curve.survival(t)).isCloseTo(share, within(1e-14));
            assertThat(curve.standardError(t)).isCloseTo(Math.sqrt(share * (1 - share) / 50), within(1e-14));
        }
    }

    @Test
    void whoever_is_censored_as_others_leave_was_still_there() {
        KaplanMeier curve = KaplanMeier.of(durations(new double[] {3, 3, 5}, "010"));
        assertThat(curve.steps().getFirst())
                .isEqualTo(new KaplanMeier.Step(3, 3, 1, 1, 2 / 3.0, curve.standardError(3)));
    }

    @ParameterizedTest
    @EnumSource(Band.class)
    void an_interval_holds_the_share_and_stays_between_none_and_all(Band band) {
        Random random = new Random(20260402);
        for (int n = 1; n < 60; n++) {
            double[] times = random.doubles(n, 0, 12).map(Math::floor).toArray();
            boolean[] left = new boolean[n];
            for (int i = 0; i < n; i++) left[i] = random.nextInt(3) > 0;
            KaplanMeier curve = KaplanMeier.of(Durations.of(times, left));
            for (double t = 0; t < 13; t += .5) {
                Interval interval = curve.interval(t, band, .95);
                assertThat(interval.contains(curve.survival(t)))
                        .as("%s of %d at %s", interval, n, t)
                        .isTrue();
                assertThat(interval.low()).isBetween(0.0, 1.0);
                assertThat(interval.high()).isBetween(0.0, 1.0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Band.class)
    void once_all_have_left_none_is_left_and_no_figure_is_missing(Band band) {
        KaplanMeier curve = KaplanMeier.of(durations(new double[] {1, 2, 3, 3}, "1111"));
        assertThat(curve.survival(3)).isZero();
        assertThat(curve.standardError(3)).isZero();
        assertThat(curve.interval(3, band, .95))
                .isEqualTo(new Interval(0, curve.interval(2, band, .95).high()));
        KaplanMeier atOnce = KaplanMeier.of(durations(new double[] {4, 4}, "11"));
        assertThat(atOnce.interval(4, band, .95)).isEqualTo(new Interval(0, 1));
        assertThat(atOnce.median(band, .95).at()).hasValue(4);
    }

    @Test
    void where_nobody_left_everybody_stays_and_there_is_no_median() {
        KaplanMeier curve = KaplanMeier.of(durations(new double[] {1, 2, 0}, "000"));
        assertThat(curve.survival(2)).isEqualTo(1);
        assertThat(curve.interval(2, Band.LOG_LOG, .95)).isEqualTo(new Interval(1, 1));
        assertThat(curve.median(Band.LOG, .95).at()).isEmpty();
    }

    @Test
    void a_median_lies_halfway_where_half_stays_for_a_while() {
        KaplanMeier curve = KaplanMeier.of(durations(new double[] {1, 2, 3, 8}, "1111"));
        assertThat(curve.median(Band.LOG, .95).at()).hasValue(2.5);
    }

    @Test
    void one_who_never_was_there_is_refused() {
        assertThatThrownBy(() -> Durations.of(new double[0], new boolean[0]))
                .hasMessage("expected at least one subject, found none");
        assertThatThrownBy(() -> Durations.of(new double[] {1, -2}, new boolean[2]))
                .hasMessage("row 1: expected a time of zero or more, found -2.0");
        assertThatThrownBy(() -> Durations.of(new double[] {Double.NaN}, new boolean[1]))
                .hasMessage("row 0: expected a time of zero or more, found NaN");
        assertThatThrownBy(() -> Durations.of(new double[] {1}, new boolean[2]))
                .hasMessage("expected one time and one outcome a subject, found 1 and 2");
        assertThatThrownBy(() -> KaplanMeier.of(Leukaemia.ON_DRUG).interval(3, Band.LOG, 95))
                .hasMessage("level must be in (0, 1), was 95.0");
    }

    // ---- log-rank

    @Test
    void the_log_rank_test_of_Freireich_is_the_textbooks() {
        assertThat(LogRank.of(Leukaemia.ALL, Leukaemia.GROUPS))
                .isInstanceOfSatisfying(LogRank.Compared.class, found -> {
                    assertThat(found.test().statistic()).isCloseTo(16.79, within(.005));
                    assertThat(found.test().degreesOfFreedom()).isEqualTo(1);
                    assertThat(found.groups().getFirst().observed()).isEqualTo(9);
                    assertThat(found.groups().getFirst().expected()).isCloseTo(19.25, within(.005));
                    assertThat(found.groups().getLast().expected()).isCloseTo(10.75, within(.005));
                });
    }

    @Test
    void groups_alike_to_the_last_customer_do_not_differ() {
        Durations durations = durations(new double[] {1, 2, 5, 1, 2, 5}, "101101");
        assertThat(LogRank.of(durations, List.of("a", "a", "a", "b", "b", "b")))
                .isInstanceOfSatisfying(LogRank.Compared.class, found -> {
                    assertThat(found.test().statistic()).isCloseTo(0, within(1e-15));
                    assertThat(found.test().pValue()).isCloseTo(1, within(1e-7));
                });
    }

    @Test
    void what_cannot_be_compared_is_said() {
        Durations all = durations(new double[] {4, 4, 4}, "111");
        assertThat(LogRank.of(all, List.of("a", "a", "b"))).isEqualTo(new LogRank.Undecided(new Reason.NobodyStayed()));
        Durations none = durations(new double[] {4, 4, 4}, "000");
        assertThat(LogRank.of(none, List.of("a", "a", "b"))).isEqualTo(new LogRank.Undecided(new Reason.NoEvents()));
        assertThatThrownBy(() -> LogRank.of(all, List.of("a", "a", "a")))
                .hasMessage("expected at least two groups to compare, found only [a]");
        assertThatThrownBy(() -> LogRank.of(all, List.of("a")))
                .hasMessage("expected a group for each of 3 subjects, found 1");
    }

    @Test
    void a_group_that_was_gone_before_anybody_left_takes_no_part() {
        Durations durations = durations(new double[] {1, 2, 3, 4, 5, 6}, "011110");
        assertThat(LogRank.of(durations, List.of("gone", "a", "b", "a", "b", "b")))
                .isInstanceOfSatisfying(LogRank.Compared.class, found -> {
                    assertThat(found.test().degreesOfFreedom()).isEqualTo(1);
                    assertThat(found.groups()).hasSize(3);
                });
    }
}
