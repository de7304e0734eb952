package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Matrix;
import hecht.core.relation.Model;
import hecht.core.relation.Parameters;
import hecht.core.relation.Standing;
import hecht.core.relation.State;
import java.time.Instant;
import java.util.List;

/// Forecasts leaving by what a model believes: the chance of each condition to stay under the door's calendar as known.
final class Believer implements Rival {
    private final Name name;
    private final Folding believing;
    private final Folding forecasting;

    /// @param believing what is believed at a moment  @param forecasting what each condition does after it
    Believer(Name name, Fold believing, Fold forecasting) {
        this.name = name;
        this.believing = believing.begin(State.NEW);
        this.forecasting = believing == forecasting ? this.believing : forecasting.begin(State.NEW);
    }

    /// A model to which it says nothing that somebody did not leave, and nothing that somebody did not answer.
    static Model deafToSilence(Model model) {
        Parameters p = model.parameters();
        Matrix none = Matrix.row(new double[p.conditions()]);
        return model.with(new Parameters(
                p.start(), p.wonBack(), none, p.up(), p.down(), none, p.answers(), p.ownAnswers(), p.moves()));
    }

    @Override
    public Name name() {
        return name;
    }

    @Override
    public double[] chances(List<Event> seen, Instant at, int[] months) {
        Standing standing = settled(believing, seen, at);
        if (forecasting != believing) settled(forecasting, seen, at);
        double[] chances = new double[months.length];
        for (int i = 0; i < chances.length; i++)
            chances[i] = 1 - mean(standing.belief(), forecasting.staying(Period.length(months[i])));
        return chances;
    }

    private static Standing settled(Folding folding, List<Event> seen, Instant at) {
        folding.goOnFrom(State.NEW);
        for (Event each : seen) folding.take(each);
        return folding.settled(at);
    }

    private static double mean(Matrix belief, Matrix value) {
        double sum = 0;
        for (int i = 0; i < belief.columns(); i++) sum += belief.at(i) * value.at(i);
        return Math.clamp(sum, 0, 1);
    }
}
