package hecht.app.web.pulse;

import hecht.app.words.Figures;
import hecht.app.words.Messages;

/// Figures as sentences have them.
///
/// @param fewest a count of fewer is not told to this reader
record Spoken(Messages words, Figures figures, int fewest) {
    /// Whether a count is too small to be told.
    boolean isHidden(long count) {
        return count > 0 && count < fewest;
    }

    /// Points of a change without its sign, which the words around it say.
    String size(Estimate change) {
        return figures.tenths(Math.abs(change.mean()));
    }

    /// The ends of a change without their sign, the smaller first; with it where they differ.
    String interval(Estimate change) {
        if (change.low() < 0 && change.high() > 0)
            return words.say("range", signed(change.low()), signed(change.high()));
        double small = Math.min(Math.abs(change.low()), Math.abs(change.high()));
        double large = Math.max(Math.abs(change.low()), Math.abs(change.high()));
        return words.say("range", figures.tenths(small), figures.tenths(large));
    }

    String signed(double points) {
        return figures.change(Math.round(points * 10));
    }

    String hundredths(double points) {
        return (Math.round(points * 100) > 0 ? "+" : "") + figures.hundredths(points);
    }

    String hundred(double share) {
        return figures.whole(Math.round(100 * share));
    }

    String whole(double count) {
        return figures.whole(Math.round(count));
    }
}
