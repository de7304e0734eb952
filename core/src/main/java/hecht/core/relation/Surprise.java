package hecht.core.relation;

import hecht.core.episode.Encounter;

/// How likely a model in rhythm finds what it is told, step by step: a belief that is moved as the fold moves it, with the
/// logarithm of every scale on the way. Encounters and words move the belief too, but are not themselves judged: only purchases
/// and their absence are. One after the other; for one thread.
public final class Surprise implements Evidence {
    private final Model model;
    private final RhythmTables tables;
    private final double[] belief;
    private final double[] warm;
    private double logLikelihood;
    private boolean isRunning;

    /// @throws IllegalStateException when the model is not in rhythm
    public Surprise(Model model) {
        this.model = model;
        tables = model.tables();
        belief = new double[model.size()];
        warm = new double[model.conditions()];
        warm[Condition.WARM.ordinal()] = 1;
    }

    /// ln of how likely the purchases and silences so far are, in purchases a week.
    public double logLikelihood() {
        return logLikelihood;
    }

    /// The chance of any purchase in the next days, where the telling stands; by whole days, at most four hundred at once.
    public double buysWithin(int days) {
        double[] value = new double[belief.length];
        java.util.Arrays.fill(value, 1);
        tables.back(value, days);
        return isRunning ? 1 - Beliefs.mean(belief, value) : 0;
    }

    @Override
    public void begun(Beginning how, double phi) {
        isRunning = true;
        tables.born(
                belief, how == Beginning.WON_BACK ? model.parameters().wonBack().toArray() : warm);
    }

    @Override
    public void passedDays(int days) {
        logLikelihood += StrictMath.log(tables.pass(belief, days));
    }

    @Override
    public void bought() {
        logLikelihood += StrictMath.log(tables.purchase(belief));
    }

    @Override
    public void lived(Encounter encounter, double weight) {
        Beliefs.move(belief, model.parameters().move(encounter), weight);
    }

    @Override
    public void said(Observation heard, Observation.Answer answer, boolean halved) {
        Beliefs.weigh(belief, model.likelihood(heard, answer, halved));
    }

    @Override
    public void invited(boolean answered) {
        if (!model.usual().invitationsJudged()) return;
        double[] factor = model.answeringByCondition().clone();
        if (!answered) for (int i = 0; i < factor.length; i++) factor[i] = 1 - factor[i];
        Beliefs.weigh(belief, factor);
    }
}
