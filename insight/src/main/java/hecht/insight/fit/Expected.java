package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Observation;

/// Sums over customers of what is expected of their hidden ways, given what was seen of them: all that the new parameters are
/// made from (Dempster, Laird & Rubin 1977). Mutable; for one thread.
final class Expected {
    final int k;
    double logLikelihood; // natural logarithm, without what does not depend on the parameters
    final double[] started; // of new relationships, [condition]
    final double[] wonBack; // of those who return, [condition]
    final double[][] cutOff; // of histories that are cut off, [band of the door][condition]
    final double[] left; // departures by choice, [condition]
    final double[] answered; // invitations answered, [condition]
    final double[] unanswered; // [condition]
    final double[][][] said; // answers of each kind, each as much as it is believed, [observation][condition][answer]
    final double[][] moved; // [encounter][from · K + to], what was moved and not left alone
    final double[][] passed; // time in the modes of each door, [door][mode · K + mode]; see [Flows]

    Expected(int conditions, int doors) {
        k = conditions;
        started = new double[k];
        wonBack = new double[k];
        cutOff = new double[Entry.bands()][k];
        left = new double[k];
        answered = new double[k];
        unanswered = new double[k];
        said = new double[Observation.values().length][k][Observation.Answer.values().length];
        moved = new double[Encounter.values().length][k * k];
        passed = new double[doors][k * k];
    }

    void add(Expected other) {
        logLikelihood += other.logLikelihood;
        add(started, other.started);
        add(wonBack, other.wonBack);
        for (int i = 0; i < cutOff.length; i++) add(cutOff[i], other.cutOff[i]);
        add(left, other.left);
        add(answered, other.answered);
        add(unanswered, other.unanswered);
        for (int o = 0; o < said.length; o++) for (int i = 0; i < k; i++) add(said[o][i], other.said[o][i]);
        for (int i = 0; i < moved.length; i++) add(moved[i], other.moved[i]);
        for (int i = 0; i < passed.length; i++) add(passed[i], other.passed[i]);
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) to[i] += from[i];
    }
}
