package hecht.core.relation;

import hecht.core.episode.Encounter;
import java.util.EnumMap;
import java.util.Map;

/// The law by which conditions move and speak, per year. `health.md`, section 3.
///
/// @param start π, the conditions of a new relationship; sums to 1
/// @param wonBack the conditions of one that returns; sums to 1
/// @param leaving μ, leaving by choice a year with the door open
/// @param up Q upward, from each condition but the last to the next, a year
/// @param down Q downward, from each condition but the first to the one before, a year
/// @param answering what each condition adds to the logit of answering when asked
/// @param answers p, `[condition][detractor, passive, promoter]`; rows sum to 1. The one table of all kinds of answers, and for
/// good of behaviour: that somebody did not act is no evidence, so that nothing is learned from who did
/// @param ownAnswers the tables of those kinds that learned their own
/// @param moves M for each encounter, `[from][to]`; rows sum to 1, what cannot happen is exactly 0
public record Parameters(
        Matrix start,
        Matrix wonBack,
        Matrix leaving,
        Matrix up,
        Matrix down,
        Matrix answering,
        Matrix answers,
        Map<Observation, Matrix> ownAnswers,
        Map<Encounter, Matrix> moves) {
    private static final double ROUNDING = 1e-9;
    private static final double LEAST_RATE = 1e-4;

    public Parameters {
        int k = start.columns();
        if (k < 2 || k > 6) throw new IllegalArgumentException("there must be 2 to 6 conditions, were " + k);
        shape("start", start, 1, k);
        shape("wonBack", wonBack, 1, k);
        shape("leaving", leaving, 1, k);
        shape("up", up, 1, k - 1);
        shape("down", down, 1, k - 1);
        shape("answering", answering, 1, k);
        shape("answers", answers, k, 3);
        sumToOne("start", start);
        sumToOne("wonBack", wonBack);
        sumToOne("answers", answers);
        for (int i = 0; i < k; i++)
            if (!(leaving.at(i) >= 0)) throw new IllegalArgumentException("leaving must not be negative");
        for (int i = 0; i < k - 1; i++)
            if (!(up.at(i) >= LEAST_RATE && down.at(i) >= LEAST_RATE))
                throw new IllegalArgumentException("rates up and down must be at least 1e-4 a year");
        ownAnswers = Map.copyOf(ownAnswers);
        for (Map.Entry<Observation, Matrix> each : ownAnswers.entrySet()) {
            shape("answers of " + each.getKey().word(), each.getValue(), k, 3);
            sumToOne("answers of " + each.getKey().word(), each.getValue());
        }
        moves = Map.copyOf(moves);
        for (Encounter each : Encounter.values()) {
            Matrix move = moves.get(each);
            if (move == null) throw new IllegalArgumentException("moves of " + each.word() + " are missing");
            shape("moves of " + each.word(), move, k, k);
            sumToOne("moves of " + each.word(), move);
        }
    }

    /// With one table for all kinds of answers.
    public Parameters(
            Matrix start,
            Matrix wonBack,
            Matrix leaving,
            Matrix up,
            Matrix down,
            Matrix answering,
            Matrix answers,
            Map<Encounter, Matrix> moves) {
        this(start, wonBack, leaving, up, down, answering, answers, Map.of(), moves);
    }

    private static void shape(String what, Matrix m, int rows, int columns) {
        if (m.rows() != rows || m.columns() != columns)
            throw new IllegalArgumentException(what + " must be " + rows + " by " + columns);
    }

    private static void sumToOne(String what, Matrix m) {
        for (int i = 0; i < m.rows(); i++) {
            double sum = 0;
            for (int j = 0; j < m.columns(); j++) {
                if (!(m.at(i, j) >= 0 && m.at(i, j) <= 1))
                    throw new IllegalArgumentException(what + " must hold probabilities, had " + m.at(i, j));
                sum += m.at(i, j);
            }
            if (Math.abs(sum - 1) > ROUNDING) throw new IllegalArgumentException(what + " must sum to 1, was " + sum);
        }
    }

    /// K.
    public int conditions() {
        return start.columns();
    }

    /// p of a kind of answers.
    public Matrix answers(Observation kind) {
        return ownAnswers.getOrDefault(kind, answers);
    }

    /// M of an encounter.
    public Matrix move(Encounter encounter) {
        Matrix move = moves.get(encounter);
        if (move == null) throw new IllegalStateException("moves of " + encounter + " are missing");
        return move;
    }

    /// Q: the drift of conditions by time alone, `[from][to]` a year; rows sum to 0.
    public Matrix drift() {
        int k = conditions();
        double[][] q = new double[k][k];
        for (int i = 0; i + 1 < k; i++) {
            q[i][i + 1] = up.at(i);
            q[i][i] -= up.at(i);
            q[i + 1][i] = down.at(i);
            q[i + 1][i + 1] -= down.at(i);
        }
        return Matrix.of(q);
    }

    /// The defaults, from practice and *not fitted*: to be replaced by what an organisation's own history teaches.
    public static final Parameters DEFAULT = defaults();

    private static Parameters defaults() {
        Map<Encounter, Matrix> moves = new EnumMap<>(Encounter.class);
        moves.put(
                Encounter.GOOD,
                Matrix.of(row(.78, .22, 0, 0), row(0, .82, .18, 0), row(0, 0, .88, .12), row(0, 0, 0, 1)));
        moves.put(
                Encounter.BAD,
                Matrix.of(row(1, 0, 0, 0), row(.22, .78, 0, 0), row(.05, .25, .70, 0), row(0, .04, .18, .78)));
        moves.put(
                Encounter.SEVERE,
                Matrix.of(row(1, 0, 0, 0), row(.50, .50, 0, 0), row(.30, .30, .40, 0), row(.08, .15, .35, .42)));
        moves.put(
                Encounter.DOUBLE_FAILURE,
                Matrix.of(row(1, 0, 0, 0), row(.75, .25, 0, 0), row(.50, .35, .15, 0), row(.15, .30, .35, .20)));
        moves.put(
                Encounter.RECOVERY,
                Matrix.of(row(.70, .30, 0, 0), row(0, .75, .25, 0), row(0, 0, .85, .15), row(0, 0, 0, 1)));
        return new Parameters(
                Matrix.row(.10, .40, .40, .10),
                Matrix.row(.10, .55, .30, .05),
                Matrix.row(1.00, .30, .08, .015),
                Matrix.row(.15, .06, .05),
                Matrix.row(.10, .30, .25),
                Matrix.row(-1.2, -.4, .4, .8),
                Matrix.of(row(.70, .22, .08), row(.35, .45, .20), row(.10, .40, .50), row(.03, .17, .80)),
                moves);
    }

    private static double[] row(double... entries) {
        return entries;
    }
}
