package hecht.insight.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// An estimate that the data can tell, held against published figures.
record Identified<M>(Estimation.Identified<M> found) {
    static <M> Identified<M> of(Estimation<M> estimation) {
        assertThat(estimation).isInstanceOf(Estimation.Identified.class);
        return new Identified<>((Estimation.Identified<M>) estimation);
    }

    M model() {
        return found.model();
    }

    Identified<M> hasParameters(double... expected) {
        for (int i = 0; i < expected.length; i++)
            assertThat(found.parameters().get(i).estimate())
                    .as(found.parameters().get(i).name())
                    .isCloseTo(expected[i], within(1e-4));
        return this;
    }

    Identified<M> hasErrors(double tolerance, double... expected) {
        for (int i = 0; i < expected.length; i++)
            assertThat(found.parameters().get(i).standardError())
                    .as("error of " + found.parameters().get(i).name())
                    .isCloseTo(expected[i], within(tolerance));
        return this;
    }

    Identified<M> hasLogLikelihood(double expected) {
        assertThat(found.logLikelihood()).isCloseTo(expected, within(1e-3));
        return this;
    }
}
