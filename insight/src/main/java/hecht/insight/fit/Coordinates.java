package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Parameters as a point in space, and back: logarithms of rates and shares, and what conditions add to the logit of answering.
/// What is impossible has no coordinate, nor has what is certain. Any point is the point of some parameters: shares are scaled to
/// sum 1.
final class Coordinates {
    private static final double LEAST_RATE = 1e-4; // a year, as Parameters ask
    private static final double LEAST_SHARE = 1e-9;
    private static final double MOST = 6; // e⁶ a year, or six added to a logit: beyond it nothing is meant

    private final double[] at;
    private int next;

    private Coordinates(double[] at) {
        this.at = at;
    }

    static double[] of(Parameters of) {
        Coordinates to = new Coordinates(new double[512]);
        to.write(of);
        return Arrays.copyOf(to.at, to.next);
    }

    /// The same, with the conditions of those whose history is cut off behind it.
    static double[] of(Parameters of, Entry entry) {
        Coordinates to = new Coordinates(new double[512]);
        to.write(of);
        to.writeShares(Matrix.of(entry.shares()));
        return Arrays.copyOf(to.at, to.next);
    }

    static Entry entryAt(double[] point, Entry like) {
        Matrix shares = Matrix.of(like.shares());
        Coordinates from = new Coordinates(point);
        from.next = point.length - shares.rows() * shares.columns();
        Matrix found = from.shares(shares);
        double[][] rows = new double[found.rows()][found.columns()];
        for (int i = 0; i < rows.length; i++) for (int j = 0; j < rows[i].length; j++) rows[i][j] = found.at(i, j);
        return new Entry(rows);
    }

    private void write(Parameters of) {
        writeShares(of.start());
        writeShares(of.wonBack());
        writeRates(of.leaving());
        writeRates(of.up());
        writeRates(of.down());
        for (double each : of.answering().toArray()) write(each);
        for (Observation each : Observation.values())
            if (of.ownAnswers().containsKey(each)) writeShares(of.answers(each));
        for (Encounter each : Encounter.values()) writeShares(of.move(each));
    }

    /// @param like parameters in which the same is impossible
    static Parameters at(double[] point, Parameters like) {
        Coordinates from = new Coordinates(point);
        Matrix start = from.shares(like.start());
        Matrix wonBack = from.shares(like.wonBack());
        Matrix leaving = from.rates(like.leaving());
        Matrix up = from.rates(like.up());
        Matrix down = from.rates(like.down());
        double[] answering = new double[like.answering().columns()];
        for (int i = 0; i < answering.length; i++) answering[i] = Math.clamp(point[from.next++], -MOST, MOST);
        Map<Observation, Matrix> answers = new EnumMap<>(Observation.class);
        for (Observation each : Observation.values())
            if (like.ownAnswers().containsKey(each)) answers.put(each, from.shares(like.answers(each)));
        Map<Encounter, Matrix> moves = new EnumMap<>(Encounter.class);
        for (Encounter each : Encounter.values()) moves.put(each, from.shares(like.move(each)));
        return new Parameters(start, wonBack, leaving, up, down, Matrix.row(answering), like.answers(), answers, moves);
    }

    private Matrix rates(Matrix like) {
        double[] rates = like.toArray();
        for (int i = 0; i < rates.length; i++)
            rates[i] = Math.max(LEAST_RATE, StrictMath.exp(Math.min(MOST, at[next++])));
        return Matrix.row(rates);
    }

    private void write(double logarithm) {
        at[next++] = logarithm;
    }

    private void writeRates(Matrix of) {
        for (double each : of.toArray()) write(StrictMath.log(Math.max(LEAST_RATE, each)));
    }

    private void writeShares(Matrix of) {
        for (int i = 0; i < of.rows(); i++)
            if (!isCertain(of, i))
                for (int j = 0; j < of.columns(); j++) if (of.at(i, j) > 0) write(StrictMath.log(of.at(i, j)));
    }

    /// Whether only one thing is possible from there.
    private static boolean isCertain(Matrix of, int row) {
        int possible = 0;
        for (int j = 0; j < of.columns(); j++) if (of.at(row, j) > 0) possible++;
        return possible == 1;
    }

    private Matrix shares(Matrix like) {
        double[][] rows = new double[like.rows()][like.columns()];
        for (int i = 0; i < rows.length; i++) {
            boolean certain = isCertain(like, i);
            double sum = 0;
            for (int j = 0; j < rows[i].length; j++) {
                if (!(like.at(i, j) > 0)) continue;
                rows[i][j] = certain ? 1 : Math.max(LEAST_SHARE, StrictMath.exp(Math.min(MOST, at[next++])));
                sum += rows[i][j];
            }
            for (int j = 0; j < rows[i].length; j++) rows[i][j] /= sum;
        }
        return Matrix.of(rows);
    }

    /// Rates of which none is above the one before it.
    static Matrix falling(Matrix rates) {
        double[] falling = rates.toArray();
        for (int i = 1; i < falling.length; i++) falling[i] = Math.min(falling[i], falling[i - 1]);
        return Matrix.row(falling);
    }
}
