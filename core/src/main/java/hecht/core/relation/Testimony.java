package hecht.core.relation;

import hecht.core.episode.Encounter;
import hecht.core.event.Dimension;
import hecht.core.perception.Perception;
import org.jspecify.annotations.Nullable;

/// Tells what moves beliefs, and nothing of what is believed.
record Testimony(Evidence to) implements Watch {
    @Override
    public void beginning(Evidence.Beginning how, double phi) {
        to.begun(how, phi);
    }

    @Override
    public void passed(double years, double phi) {
        to.passed(years, phi);
    }

    @Override
    public void passedDays(int days) {
        to.passedDays(days);
    }

    @Override
    public void encounter(Encounter encounter, double weight, Perception by, double[] before, double[] after) {
        to.lived(encounter, weight);
    }

    @Override
    public void said(Observation heard, Observation.Answer answer, boolean halved) {
        to.said(heard, answer, halved);
    }

    @Override
    public void observation(Observation heard, @Nullable Dimension dimension, double[] before, double[] after) {
        if (heard == Observation.PURCHASE) to.bought();
    }

    @Override
    public void invitation(boolean answered) {
        to.invited(answered);
    }

    @Override
    public void departed(double phi) {
        to.left(phi);
    }
}
