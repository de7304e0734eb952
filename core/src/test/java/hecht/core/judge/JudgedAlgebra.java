package hecht.core.judge;

import hecht.core.relation.Matrix;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// From the steps of a belief to every number that is read off it, each belief computed from the start.
final class JudgedAlgebra {
    private static final double NANOS_A_YEAR = 365.25 * 86_400e9;
    private static final int LEVELS = 24;

    private final boolean rhythm;
    private final ZoneId zone;
    private final Parameters given;
    private final RhythmParameters law;
    private final double[] rates;
    private final double[] weights;
    private final double[][] worth; // s, [level][condition]
    private final Map<String, double[][]> powers = new HashMap<>();

    JudgedAlgebra(boolean rhythm, ZoneId zone, Parameters given, RhythmParameters law) {
        this.rhythm = rhythm;
        this.zone = zone;
        this.given = given;
        this.law = law;
        int levels = rhythm ? LEVELS : 1;
        rates = new double[levels];
        weights = new double[levels];
        weights[0] = 1;
        if (rhythm) levels();
        worth = new double[levels][];
        double[] ones = {1, 1, 1, 1};
        for (int l = 0; l < levels; l++) {
            worth[l] = Dense.timesColumn(rhythm ? days(l, 365.25) : Dense.exp(g(1), 1), ones);
            if (rhythm) for (int k = 0; k < 4; k++) worth[l][k] = 1 - worth[l][k];
        }
    }

    static double[][] dense(Matrix m) {
        double[][] entries = new double[m.rows()][m.columns()];
        for (int i = 0; i < m.rows(); i++) for (int j = 0; j < m.columns(); j++) entries[i][j] = m.at(i, j);
        return entries;
    }

    // ---- the laws

    private void levels() {
        double d = Math.log(6 / 3e-4) / (LEVELS - 1);
        double sum = 0;
        for (int l = 0; l < LEVELS; l++) {
            rates[l] = 3e-4 * Math.exp(l * d);
            double scaled = law.rate() * rates[l];
            weights[l] = d * Math.pow(scaled, law.shape()) * Math.exp(-scaled) / gamma(law.shape());
            if (l == 0) weights[0] += Math.pow(scaled * Math.exp(-d / 2), law.shape()) / gamma(law.shape() + 1);
            sum += weights[l];
        }
        for (int l = 0; l < LEVELS; l++) weights[l] /= sum;
    }

    /// Γ(x) = Γ(x + 30)/(x(x + 1)…(x + 29)), and Stirling's series far out, where three terms leave less than 1e−13.
    private static double gamma(double x) {
        double product = 1;
        for (int i = 0; i < 30; i++) product *= x + i;
        double z = x + 30;
        double log = (z - .5) * Math.log(z)
                - z
                + .5 * Math.log(2 * Math.PI)
                + 1 / (12 * z)
                - 1 / (360 * z * z * z)
                + 1 / (1260 * Math.pow(z, 5));
        return Math.exp(log) / product;
    }

    private double[][] q() {
        double[][] q = new double[4][4];
        for (int i = 0; i < 3; i++) {
            double up = rhythm ? law.up().at(i) : given.up().at(i);
            double down = rhythm ? law.down().at(i) : given.down().at(i);
            q[i][i + 1] += up;
            q[i][i] -= up;
            q[i + 1][i] += down;
            q[i + 1][i + 1] -= down;
        }
        return q;
    }

    /// A = Q − φ·diag(μ), a year.
    private double[][] a(double phi) {
        double[][] a = q();
        for (int k = 0; k < 4; k++) a[k][k] -= phi * given.leaving().at(k);
        return a;
    }

    /// G = A + Σ r(M − I), with the encounters that are usual, built in.
    private double[][] g(double phi) {
        double[][] g = a(phi);
        double[] rates = {3, 1.2, .36, .05, .3};
        hecht.core.episode.Encounter[] all = hecht.core.episode.Encounter.values();
        for (int c = 0; c < all.length; c++) {
            Matrix move = given.moves().get(all[c]);
            if (move == null) throw new AssertionError("no moves of " + all[c]);
            g = Dense.plus(g, rates[c], Dense.plus(dense(move), -1, Dense.identity(4)));
        }
        return g;
    }

    private double[][] days(int level, double days) {
        return powers.computeIfAbsent(level + " " + days, unseen -> {
            double[][] silence = q();
            double[] m = {0, law.cool(), 1, 1};
            for (int k = 0; k < 4; k++) silence[k][k] -= rates[level] * m[k];
            return Dense.exp(silence, days / 7);
        });
    }

    /// The base among those who stay: exp(G·t) for a very long t, a row of it scaled.
    double[] base(double phi) {
        double[][] long_ = Dense.exp(g(phi), 40);
        double[] row = long_[2].clone();
        for (int i = 0; i < 30; i++) row = scaled(Dense.rowTimes(row, long_));
        return row;
    }

    // ---- beliefs, [level][condition]

    private static double[] scaled(double[] row) {
        double sum = 0;
        for (double each : row) sum += each;
        double[] then = row.clone();
        for (int i = 0; i < then.length; i++) then[i] /= sum;
        return then;
    }

    private static double[][] scaled(double[][] x) {
        double sum = 0;
        for (double[] row : x) for (double each : row) sum += each;
        double[][] then = new double[x.length][];
        for (int l = 0; l < x.length; l++) {
            then[l] = x[l].clone();
            for (int k = 0; k < then[l].length; k++) then[l][k] /= sum;
        }
        return then;
    }

    private double[][] born(double[] conditions) {
        double[][] x = new double[rates.length][4];
        for (int l = 0; l < rates.length; l++) for (int k = 0; k < 4; k++) x[l][k] = weights[l] * conditions[k];
        return x;
    }

    private double[][] after(double[][] x, Judge.Step step) {
        double[][] then = new double[x.length][];
        for (int l = 0; l < x.length; l++) then[l] = step.effect().on(x[l], rates[l]);
        return scaled(then);
    }

    /// The matrices of silence from one moment to another, one a level.
    private double[][][] silence(Instant from, Instant to, JudgedDoor door) {
        if (rhythm) {
            LocalDate first = from.atZone(zone).toLocalDate();
            double days =
                    (double) ChronoUnit.DAYS.between(first, to.atZone(zone).toLocalDate());
            double[][][] passed = new double[rates.length][][];
            for (int l = 0; l < rates.length; l++) passed[l] = days(l, days);
            return passed;
        }
        double[][] passed = Dense.identity(4);
        List<Instant> cuts = door.cuts(from, to);
        for (int i = 0; i + 1 < cuts.size(); i++)
            passed = Dense.times(passed, Dense.exp(a(door.phi(cuts.get(i))), years(cuts.get(i), cuts.get(i + 1))));
        return new double[][][] {passed};
    }

    private static double years(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS_A_YEAR;
    }

    private static double[][] through(double[][] x, double[][][] passed) {
        double[][] then = new double[x.length][];
        for (int l = 0; l < x.length; l++) then[l] = Dense.rowTimes(x[l], passed[l]);
        return scaled(then);
    }

    private static double mean(double[][] x, double[][] value) {
        double sum = 0;
        for (int l = 0; l < x.length; l++) for (int k = 0; k < x[l].length; k++) sum += x[l][k] * value[l][k];
        return sum;
    }

    // ---- figures

    record Contribution(Judge.Step step, double day, double now) {}

    record Figures(
            Matrix belief,
            Matrix silent,
            double health,
            double low,
            double high,
            double spread,
            double information,
            double door,
            double attitude,
            double staying,
            double usual,
            double base,
            List<Contribution> contributions) {}

    Figures figures(List<Judge.Step> steps, Instant begun, double[] start, Instant asOf, JudgedDoor door) {
        List<double[][][]> gaps = new ArrayList<>();
        for (int i = 0; i <= steps.size(); i++)
            gaps.add(silence(
                    i == 0 ? begun : steps.get(i - 1).time(),
                    i == steps.size() ? asOf : steps.get(i).time(),
                    door));

        List<Contribution> contributions = new ArrayList<>();
        double base = 100 * mean(until(gaps.size(), 0, steps, gaps, start), worth);
        double before = base;
        for (int i = 0; i < steps.size(); i++) {
            double[][] onItsDay = through(until(i, i, steps, gaps, start), gaps.get(i));
            double day = 100 * (mean(after(onItsDay, steps.get(i)), worth) - mean(onItsDay, worth));
            double now = 100 * mean(until(gaps.size(), i + 1, steps, gaps, start), worth);
            contributions.add(new Contribution(steps.get(i), day, now - before));
            before = now;
        }
        double[][] x = until(gaps.size(), steps.size(), steps, gaps, start);
        double[][] silent = born(start);
        for (int i = 0; i <= steps.size(); i++) {
            silent = through(silent, gaps.get(i));
            if (i < steps.size() && steps.get(i).unasked()) silent = after(silent, steps.get(i));
        }
        return figures(x, silent, base, contributions, asOf, door);
    }

    /// The belief after some gaps of silence, with only the first `counted` steps taken in between.
    private double[][] until(int passed, int counted, List<Judge.Step> steps, List<double[][][]> gaps, double[] start) {
        double[][] x = born(start);
        for (int i = 0; i < passed; i++) {
            x = through(x, gaps.get(i));
            if (i < counted && i < steps.size()) x = after(x, steps.get(i));
        }
        return x;
    }

    private Figures figures(
            double[][] x,
            double[][] silent,
            double base,
            List<Contribution> contributions,
            Instant asOf,
            JudgedDoor door) {
        double mean = mean(x, worth);
        double variance = 0;
        double information = 0;
        double least = 1;
        double most = 0;
        for (int l = 0; l < x.length; l++)
            for (int k = 0; k < 4; k++) {
                variance += x[l][k] * Math.pow(worth[l][k] - mean, 2);
                if (x[l][k] > 0) information += x[l][k] * Math.log(x[l][k] / silent[l][k]);
                least = Math.min(least, worth[l][k]);
                most = Math.max(most, worth[l][k]);
            }
        double spread = 100 * Math.sqrt(variance);
        double[] conditions = byCondition(x);
        return new Figures(
                Matrix.row(conditions),
                Matrix.row(byCondition(silent)),
                100 * mean,
                Math.max(100 * mean - 1.28 * spread, 100 * least),
                Math.min(100 * mean + 1.28 * spread, 100 * most),
                spread,
                information,
                door.phi(asOf),
                conditions[2] + conditions[3],
                rhythm ? ninety(x, false) : staying(conditions, asOf, door),
                rhythm ? ninety(x, true) / 2 : dot(base(1), worth[0]),
                base,
                contributions);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] byCondition(double[][] x) {
        double[] sums = new double[4];
        for (double[] row : x) for (int k = 0; k < 4; k++) sums[k] += row[k];
        return sums;
    }

    private double ninety(double[][] x, boolean asIfWarm) {
        double sum = 0;
        for (int l = 0; l < x.length; l++) {
            double[] silentStill = Dense.timesColumn(days(l, 90), new double[] {1, 1, 1, 1});
            for (int k = 0; k < 4; k++) sum += x[l][k] * (1 - silentStill[asIfWarm ? 2 : k]);
        }
        return sum;
    }

    /// Twelve months under the known calendar of the door, with usual encounters.
    private double staying(double[] conditions, Instant asOf, JudgedDoor door) {
        Instant end = asOf.plus(31_557_600_000_000L, ChronoUnit.MICROS);
        double[] row = conditions;
        List<Instant> cuts = door.cuts(asOf, end);
        for (int i = 0; i + 1 < cuts.size(); i++)
            row = Dense.rowTimes(row, Dense.exp(g(door.known(cuts.get(i), true)), years(cuts.get(i), cuts.get(i + 1))));
        double sum = 0;
        for (double each : row) sum += each;
        return sum;
    }
}
