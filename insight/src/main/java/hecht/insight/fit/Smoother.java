package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Model;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import java.util.Arrays;

/// Smoothing: given all that was seen of a customer, before a moment and after it, what is expected of the hidden way in
/// between. Forwards as the fold goes, backwards from the end, each scaled (Rabiner 1989, section V.A), over intervals of any
/// length (Liu et al. 2015). For one thread; [Laws] are shared.
final class Smoother {
    private static final int ENCOUNTERS = Encounter.values().length;

    private final Laws laws;
    private final int k;
    private double[] filtered = new double[1 << 12]; // belief before each step, scaled, [step · K + condition]
    private double[] growth = new double[1 << 12]; // of a step in time, [step · K + mode]
    private final double[] after; // β, what comes after a moment says of each condition; its scale is arbitrary
    private final double[] then;
    private final double[] modes;

    /// What parameters make of each kind of step. Immutable, for several threads.
    ///
    /// Behaviour says nothing here. The fold believes it a little when somebody drops a product or asks how to leave, but that others
    /// did not is no evidence to it, so that what is believed is no likelihood: a fit would explain behaviour by calling everybody
    /// loose. See docs/decisions/0017-what-a-fit-learns-from.md.
    static final class Laws {
        final Parameters parameters;
        final Flows flows;
        final boolean judgesInvitations;
        private final int k;
        private final double[] start;
        private final double[] wonBack;
        private final double[] leaving;
        private final double[][] entry; // of histories that are cut off, [band]
        private final int[] bands; // [door]
        private final double[][] moves; // [encounter][from · K + to]
        private final double[][] words; // p^η, [word][condition]
        private final double[] answering;

        /// @param doors φ by number
        Laws(Model model, Entry entry, double[] doors) {
            parameters = model.parameters();
            k = parameters.conditions();
            flows = new Flows(parameters, doors);
            judgesInvitations = model.usual().invitationsJudged();
            start = parameters.start().toArray();
            wonBack = parameters.wonBack().toArray();
            leaving = parameters.leaving().toArray();
            this.entry = entry.shares();
            bands = Arrays.stream(doors).mapToInt(Entry::band).toArray();
            moves = new double[ENCOUNTERS][];
            for (Encounter each : Encounter.values())
                moves[each.ordinal()] = parameters.move(each).toArray();
            words = new double[Step.WORDS][k];
            for (int word = 0; word < Step.WORDS; word++) {
                Observation kind = Step.observation(word);
                double eta = kind.isBehaviour() ? 0 : Step.eta(word);
                for (int i = 0; i < k; i++)
                    words[word][i] = StrictMath.pow(parameters.answers(kind).at(i, Step.answer(word)), eta);
            }
            answering = model.answering().toArray();
        }

        Expected nothing() {
            return new Expected(k, bands.length);
        }

        private double[] beginning(int which) {
            return switch (Step.beginning(which)) {
                case NEW -> start;
                case CUT_OFF -> entry[bands[Step.doorOfBeginning(which)]];
                case WON_BACK -> wonBack;
            };
        }
    }

    Smoother(Laws laws) {
        this.laws = laws;
        k = laws.k;
        after = new double[k];
        then = new double[k];
        modes = new double[k];
    }

    /// Adds what is expected of a customer's relationships, the steps `from` to before `to`.
    void smooth(Sequences.Block in, int from, int to, Expected sums) {
        int n = to - from;
        if ((n + 1) * k > filtered.length) {
            filtered = new double[2 * (n + 1) * k];
            growth = new double[2 * (n + 1) * k];
        }
        sums.logLikelihood += filter(in, from, n);
        Arrays.fill(after, 1);
        for (int t = n - 1; t >= 0; t--) {
            back(in.codes()[from + t], in.amounts()[from + t], t, sums);
            scale(after);
        }
    }

    // ---- forwards

    /// @return the logarithm of how likely all of it is
    private double filter(Sequences.Block in, int from, int n) {
        double logLikelihood = 0;
        for (int t = 0; t < n; t++) {
            int code = in.codes()[from + t];
            int which = Step.which(code);
            int at = t * k;
            int next = at + k;
            switch (Step.of(code)) {
                case BEGIN -> System.arraycopy(laws.beginning(which), 0, filtered, next, k);
                case TIME -> {
                    logLikelihood += laws.flows.largest[which] * in.amounts()[from + t];
                    pass(which, in.amounts()[from + t], at, next);
                }
                case ENCOUNTER -> move(laws.moves[which], in.amounts()[from + t], at, next);
                case SAID -> weigh(laws.words[which], at, next);
                case INVITED -> {
                    if (laws.judgesInvitations) invited(which == 1, at, next);
                    else System.arraycopy(filtered, at, filtered, next, k);
                }
                case LEFT -> weigh(laws.leaving, at, next);
                case DAYS, BOUGHT -> throw rhythm();
            }
            logLikelihood += scaled(next);
        }
        return logLikelihood;
    }

    private double scaled(int at) {
        double sum = 0;
        for (int i = at; i < at + k; i++) {
            if (filtered[i] < 0) filtered[i] = 0; // rounding of the eigen form
            sum += filtered[i];
        }
        double factor = 1 / sum;
        for (int i = at; i < at + k; i++) filtered[i] *= factor;
        return StrictMath.log(sum);
    }

    private void pass(int door, double years, int at, int next) {
        double[] values = laws.flows.eigenvalues[door];
        double[] right = laws.flows.right[door];
        double[] left = laws.flows.left[door];
        for (int j = 0; j < k; j++) growth[at + j] = StrictMath.exp(values[j] * years);
        for (int i = 0; i < k; i++) filtered[next + i] = 0;
        for (int j = 0; j < k; j++) {
            double mode = 0;
            for (int i = 0; i < k; i++) mode += filtered[at + i] * right[i * k + j];
            mode *= growth[at + j];
            for (int i = 0; i < k; i++) filtered[next + i] += mode * left[j * k + i];
        }
    }

    private void move(double[] moves, double weight, int at, int next) {
        for (int j = 0; j < k; j++) {
            double sum = 0;
            for (int i = 0; i < k; i++) sum += filtered[at + i] * moves[i * k + j];
            filtered[next + j] = (1 - weight) * filtered[at + j] + weight * sum;
        }
    }

    private void weigh(double[] factor, int at, int next) {
        for (int i = 0; i < k; i++) filtered[next + i] = filtered[at + i] * factor[i];
    }

    private void invited(boolean answered, int at, int next) {
        for (int i = 0; i < k; i++)
            filtered[next + i] = filtered[at + i] * (answered ? laws.answering[i] : 1 - laws.answering[i]);
    }

    // ---- backwards

    private void back(int code, double amount, int t, Expected sums) {
        int which = Step.which(code);
        int at = t * k;
        switch (Step.of(code)) {
            case BEGIN -> begin(which, sums);
            case TIME -> backThroughTime(which, amount, at, sums.passed[which]);
            case ENCOUNTER -> backThroughMove(laws.moves[which], amount, at, sums.moved[which]);
            case SAID -> {
                double[][] said = sums.said[Step.observation(which).ordinal()];
                int answer = Step.answer(which);
                double eta = Step.eta(which);
                double all = meet(at + k);
                for (int i = 0; i < k; i++) said[i][answer] += eta * filtered[at + k + i] * after[i] / all;
                for (int i = 0; i < k; i++) after[i] *= laws.words[which][i];
            }
            case INVITED -> {
                if (!laws.judgesInvitations) return;
                count(at + k, which == 1 ? sums.answered : sums.unanswered);
                for (int i = 0; i < k; i++) after[i] *= which == 1 ? laws.answering[i] : 1 - laws.answering[i];
            }
            case LEFT -> {
                Arrays.fill(after, 1); // what comes later is another relationship's
                count(at + k, sums.left);
                System.arraycopy(laws.leaving, 0, after, 0, k);
            }
            case DAYS, BOUGHT -> throw rhythm();
        }
    }

    private static IllegalArgumentException rhythm() {
        return new IllegalArgumentException("this evidence was told in rhythm; see RhythmFitting");
    }

    /// Σ_i α_i·β_i at a moment.
    private double meet(int at) {
        double all = 0;
        for (int i = 0; i < k; i++) all += filtered[at + i] * after[i];
        return all;
    }

    private void count(int at, double[] into) {
        double all = meet(at);
        for (int i = 0; i < k; i++) into[i] += filtered[at + i] * after[i] / all;
    }

    private void begin(int which, Expected sums) {
        double[] from = laws.beginning(which);
        double all = 0;
        for (int i = 0; i < k; i++) all += from[i] * after[i];
        double[] into = switch (Step.beginning(which)) {
            case NEW -> sums.started;
            case WON_BACK -> sums.wonBack;
            case CUT_OFF -> sums.cutOff[laws.bands[Step.doorOfBeginning(which)]];
        };
        for (int i = 0; i < k; i++) into[i] += from[i] * after[i] / all;
        Arrays.fill(after, 1); // what was before is another relationship's
    }

    private void backThroughMove(double[] moves, double weight, int at, double[] moved) {
        double all = 0;
        for (int i = 0; i < k; i++) {
            double sum = 0;
            for (int j = 0; j < k; j++) sum += moves[i * k + j] * after[j];
            then[i] = (1 - weight) * after[i] + weight * sum;
            all += filtered[at + i] * then[i];
        }
        for (int i = 0; i < k; i++) {
            double here = filtered[at + i] * weight / all;
            for (int j = 0; j < k; j++) moved[i * k + j] += here * moves[i * k + j] * after[j];
        }
        System.arraycopy(then, 0, after, 0, k);
    }

    private void backThroughTime(int door, double years, int at, double[] passed) {
        double[] values = laws.flows.eigenvalues[door];
        double[] right = laws.flows.right[door];
        double[] left = laws.flows.left[door];
        double all = 0;
        for (int j = 0; j < k; j++) {
            double before = 0;
            double behind = 0;
            for (int i = 0; i < k; i++) {
                before += filtered[at + i] * right[i * k + j];
                behind += left[j * k + i] * after[i];
            }
            modes[j] = before;
            then[j] = behind;
            all += before * growth[at + j] * behind;
        }
        for (int a = 0; a < k; a++) {
            double here = modes[a] / all;
            for (int b = 0; b < k; b++)
                passed[a * k + b] +=
                        here * then[b] * Flows.together(values[a], values[b], growth[at + a], growth[at + b], years);
        }
        for (int i = 0; i < k; i++) {
            double sum = 0;
            for (int j = 0; j < k; j++) sum += right[i * k + j] * growth[at + j] * then[j];
            after[i] = Math.max(0, sum);
        }
    }

    private static void scale(double[] x) {
        double sum = 0;
        for (double each : x) sum += each;
        for (int i = 0; i < x.length; i++) x[i] /= sum;
    }
}
