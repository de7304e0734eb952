package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Holds a likelihood's slope against what small steps either way show.
final class Slopes {
    private static final double STEP = 1e-5; // relative: the difference is then right to about 1e−9 of it

    private Slopes() {}

    static void check(Likelihood likelihood, double... at) {
        double[] slope = new double[at.length];
        double[] none = new double[at.length];
        likelihood.at(at, slope);
        for (int i = 0; i < at.length; i++) {
            double[] near = at.clone();
            near[i] = at[i] * (1 + STEP);
            double above = likelihood.at(near, none);
            near[i] = at[i] * (1 - STEP);
            double below = likelihood.at(near, none);
            double shown = (above - below) / (2 * STEP * at[i]);
            assertThat(slope[i])
                    .as(likelihood.names()[i])
                    .isCloseTo(shown, within(1e-6 * (1 + Math.abs(shown)) * Math.max(1, 1 / at[i])));
        }
    }
}
