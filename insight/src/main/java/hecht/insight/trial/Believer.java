package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Matrix;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import java.time.Instant;
import java.util.List;

/// Forecasts leaving by what a model believes: the chance of each condition to stay under the door's calendar as known.
final class Believer implements Rival {
    private final Name name;
    private final Folding folding;

    Believer(Name name, Fold fold) {
        this.name = name;
        folding = fold.begin(State.NEW);
    }

    @Override
    public Name name() {
        return name;
    }

    @Override
    public double[] chances(List<Event> seen, Instant at, int[] months) {
        folding.goOnFrom(State.NEW);
        for (Event each : seen) folding.take(each);
        Standing standing = folding.settled(at);
        double[] chances = new double[months.length];
        for (int i = 0; i < chances.length; i++)
            chances[i] = 1 - mean(standing.belief(), folding.staying(Period.length(months[i])));
        return chances;
    }

    private static double mean(Matrix belief, Matrix value) {
        double sum = 0;
        for (int i = 0; i < belief.columns(); i++) sum += belief.at(i) * value.at(i);
        return Math.clamp(sum, 0, 1);
    }
}
