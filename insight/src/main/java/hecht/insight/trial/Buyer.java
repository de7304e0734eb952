package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.State;
import hecht.core.relation.Surprise;
import java.time.Instant;
import java.util.List;

/// Forecasts buying by what a model in rhythm believes.
final class Buyer implements Rival {
    private final Name name;
    private final Fold fold;
    private final Folding folding;

    Buyer(Name name, Fold fold) {
        this.name = name;
        this.fold = fold;
        folding = fold.begin(State.NEW);
    }

    @Override
    public Name name() {
        return name;
    }

    @Override
    public double[] chances(List<Event> seen, Instant at, int[] months) {
        Surprise belief = new Surprise(fold.model());
        folding.goOnFrom(State.NEW);
        folding.testify(belief);
        for (Event each : seen) folding.take(each);
        folding.end(at);
        double[] chances = new double[months.length];
        for (int i = 0; i < chances.length; i++)
            chances[i] =
                    Math.clamp(belief.buysWithin((int) Period.length(months[i]).toDays()), 0, 1);
        return chances;
    }
}
