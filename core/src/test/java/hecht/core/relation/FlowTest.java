package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlowTest {
    private static final double ROUNDING = 1e-12; // four sums of a few terms

    /// With such a law hardly anybody is still there, and of those who are the belief is a probability all the same.
    @Test
    void a_belief_outlasts_any_silence_under_any_law() {
        Matrix leaving = Matrix.row(20, 20, 20, 20);
        Matrix drift = Parameters.DEFAULT.drift();
        Flow flow = new Flow(drift.plus(Matrix.diagonal(leaving).times(-1)));
        double[] belief = {.1, .4, .4, .1};
        double[] silent = belief.clone();
        flow.pass(belief, silent, 60);
        assertThat(belief[0] + belief[1] + belief[2] + belief[3]).isCloseTo(1, within(ROUNDING));
        assertThat(silent).containsExactly(belief);
        double[] unhurried = {.1, .4, .4, .1};
        new Flow(drift).pass(unhurried, silent, 60); // equal leaving everywhere tells nothing
        for (int i = 0; i < belief.length; i++) assertThat(belief[i]).isCloseTo(unhurried[i], within(1e-9));
    }
}
