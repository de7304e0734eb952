package hecht.insight.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void the_usual_level_goes_1_96_errors_either_way() {
        assertThat(Interval.deviations(.95)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Interval.around(2, .5, .95).high()).isCloseTo(2.979981992270027, within(1e-14));
        assertThatThrownBy(() -> Interval.deviations(1)).hasMessage("level must be in (0, 1), was 1.0");
    }

    /// Newcombe (1998), *Statistics in Medicine* 17(8), table I, method 3.
    @Test
    void Wilsons_interval_is_Newcombes_table() {
        double[][] rows = {{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}};
        for (double[] row : rows) {
            Interval interval = Interval.wilson(row[0], row[1], .95);
            assertThat(interval.low()).isCloseTo(row[2], within(5e-5));
            assertThat(interval.high()).isCloseTo(row[3], within(5e-5));
        }
        assertThat(Interval.wilson(20, 20, .95).high()).isEqualTo(1);
        assertThatThrownBy(() -> Interval.wilson(3, 2, .95))
                .hasMessage("expected 0 ≤ yes ≤ trials and trials > 0, found 3.0 of 2.0");
    }

    @Test
    void a_chi_square_says_how_often_chance_gives_as_much() {
        assertThat(new ChiSquare(3.841458820694124, 1).pValue()).isCloseTo(.05, within(1e-12));
        assertThat(new ChiSquare(5.991464547107979, 2).pValue()).isCloseTo(.05, within(1e-12));
        assertThat(new ChiSquare(0, 3).pValue()).isEqualTo(1);
        assertThatThrownBy(() -> new ChiSquare(Double.NaN, 1)).hasMessage("a chi-square is not negative, was NaN on 1");
    }
}
