package hecht.insight.fit;

/// Sums over customers of what is expected of their hidden ways, given what was seen of them: all that the new parameters are
/// made from (Dempster, Laird & Rubin 1977). Mutable; for one thread.
final class Expected {
    final int k;
    double logLikelihood; // natural logarithm, without what does not depend on the parameters
    final double[] started; // of new relationships, [condition]
    final double[] wonBack; // of those who return, [condition]
    final double[] left; // departures by choice, [condition]
    final double[] answered; // invitations answered, [condition]
    final double[] unanswered; // [condition]
    final double[][] said; // answers, each as much as it is believed, [condition][answer]
    final double[][] moved; // [encounter][from · K + to], what was moved and not left alone
    final double[][] passed; // time in the modes of each door, [door][mode · K + mode]; see [Flows]

    Expected(int conditions, int encounters, int answers, int doors) {
        k = conditions;
        started = new double[k];
        wonBack = new double[k];
        left = new double[k];
        answered = new double[k];
        unanswered = new double[k];
        said = new double[k][answers];
        moved = new double[encounters][k * k];
        passed = new double[doors][k * k];
    }

    void add(Expected other) {
        logLikelihood += other.logLikelihood;
        add(started, other.started);
        add(wonBack, other.wonBack);
        add(left, other.left);
        add(answered, other.answered);
        add(unanswered, other.unanswered);
        for (int i = 0; i < said.length; i++) add(said[i], other.said[i]);
        for (int i = 0; i < moved.length; i++) add(moved[i], other.moved[i]);
        for (int i = 0; i < passed.length; i++) add(passed[i], other.passed[i]);
    }

    private static void add(double[] to, double[] from) {
        for (int i = 0; i < to.length; i++) to[i] += from[i];
    }
}
