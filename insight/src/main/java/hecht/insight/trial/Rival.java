package hecht.insight.trial;

import hecht.core.episode.Combining;
import hecht.core.event.Event;
import java.time.Instant;
import java.util.List;

/// A way of forecasting. For one thread.
public interface Rival {
    /// What it is.
    Name name();

    /// @param seen events of one customer up to `at`, in canonical order
    /// @return the chance to leave by choice within each of these months after `at`; in rhythm, to buy
    double[] chances(List<Event> seen, Instant at, int[] months);

    /// The ways there are, in the order in which they are told of.
    enum Name {
        /// The model as it was learned.
        MODEL,
        /// The same chance for everybody.
        BASE_RATE,
        /// A logistic regression on how long ago and how often customers acted, and for how long they are there.
        RECENCY_FREQUENCY,
        /// The model with the parameters that are built in.
        NOT_FITTED,
        /// One chance for all encounters, up and down alike.
        WITHOUT_ASYMMETRY,
        /// What customers live through changes nothing.
        WITHOUT_ENCOUNTERS,
        /// The parts of an episode averaged in place of multiplied.
        AVERAGED,
        /// The mean of the worst and the last part of an episode in place of the product.
        PEAK_END,
        /// Silence says nothing: that somebody did not leave or did not answer; in rhythm, that it did not buy since it last did.
        WITHOUT_SILENCE,
        /// One pace for everybody, in rhythm.
        WITHOUT_RHYTHM,
        /// The model's chances, corrected by what came of those it gave before the cutoff.
        RECALIBRATED;

        /// How this one combines the parts of an episode.
        Combining combining() {
            return switch (this) {
                case AVERAGED -> Combining.AVERAGED;
                case PEAK_END -> Combining.PEAK_END;
                default -> Combining.MULTIPLIED;
            };
        }
    }
}
