package hecht.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
    /// The ends are those shares for which what was counted lies just 1.645 standard deviations away: the definition.
    @Test
    void its_ends_are_the_shares_that_what_was_counted_just_allows() {
        for (double share : new double[] {.1, .42, .95})
            for (int side : new int[] {-1, 1}) {
                double end = Wilson.end(share, 55, side);
                assertThat((end - share) / Math.sqrt(end * (1 - end) / 55)).isCloseTo(side * 1.645, within(1e-9));
            }
    }

    @Test
    void all_right_is_not_surely_right() {
        assertThat(Wilson.end(1, 40, -1)).isBetween(.9, .95);
        assertThat(Wilson.end(1, 40, 1)).isEqualTo(1);
        assertThat(Wilson.end(0, 40, -1)).isZero();
    }
}
