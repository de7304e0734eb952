package hecht.demo;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Parameters;
import hecht.core.relation.Usual;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The law by which the hidden conditions of Lichtland move: that of `health.md` with the parameters that hecht starts
/// with, so that what hecht expects can be right.
final class Law {
    /// The share of invitations that is answered.
    static final double ANSWERED = .0275;

    /// What is usual in Lichtland, as its own events count; a test holds it against them.
    static final Usual USUAL = new Usual(usualEncounters(), ANSWERED, true, .62, true);

    private static final int SQUARINGS = 40;

    private final Matrix[] moves = new Matrix[Encounter.values().length];
    private final Parameters parameters;
    private final Model model;
    private final Map<Double, double[]> bases = new ConcurrentHashMap<>();

    Law(Parameters parameters) {
        this.parameters = parameters;
        this.model = Model.builtIn(Timeline.ZONE, Mode.CONTRACT).with(USUAL);
        for (Encounter each : Encounter.values()) {
            Matrix move = parameters.moves().get(each);
            if (move == null) throw new IllegalStateException("moves of " + each + " are missing");
            moves[each.ordinal()] = move;
        }
    }

    private static Map<Encounter, Double> usualEncounters() {
        Map<Encounter, Double> rates = new EnumMap<>(Encounter.class);
        rates.put(Encounter.GOOD, 1.19);
        rates.put(Encounter.BAD, .62);
        rates.put(Encounter.SEVERE, .256);
        rates.put(Encounter.DOUBLE_FAILURE, .052);
        rates.put(Encounter.RECOVERY, .071);
        return rates;
    }

    /// μ, leaving by choice a year with the door open.
    double leaving(int condition) {
        return parameters.leaving().at(condition);
    }

    double up(int condition) {
        return condition + 1 < parameters.conditions() ? parameters.up().at(condition) : 0;
    }

    double down(int condition) {
        return condition > 0 ? parameters.down().at(condition - 1) : 0;
    }

    /// Where an encounter of this weight brings a customer in a condition.
    int moved(int condition, Encounter encounter, double weight, Chance lot) {
        return lot.happens(weight) ? drawn(moves[encounter.ordinal()], condition, lot) : condition;
    }

    /// The condition of a new customer.
    int atStart(Chance lot) {
        return drawn(parameters.start(), 0, lot);
    }

    /// The condition of a customer who has been there for long behind a door at φ.
    int longThere(double phi, Chance lot) {
        return lot.among(bases.computeIfAbsent(phi, this::base));
    }

    /// What an answer says: 0 detractor, 1 passive, 2 promoter.
    int answer(int condition, Chance lot) {
        return drawn(parameters.answers(), condition, lot);
    }

    /// ρ, answering when asked.
    double answering(int condition) {
        return model.answering().at(condition);
    }

    /// p(answer | condition).
    double answerChance(int condition, int answer) {
        return parameters.answers().at(condition, answer);
    }

    /// s in points: how many of a hundred in this condition would stay twelve months with the door open.
    double points(int condition) {
        return 100 * model.staying().at(condition);
    }

    double usualRate(Encounter encounter) {
        return USUAL.encounters().getOrDefault(encounter, 0.0);
    }

    private static int drawn(Matrix rows, int row, Chance lot) {
        double left = lot.uniform();
        int last = rows.columns() - 1;
        for (int i = 0; i < last; i++) {
            left -= rows.at(row, i);
            if (left < 0) return i;
        }
        return last;
    }

    /// The quasi-stationary law of G = Q + Σ r_c (M_c − I) − φ·diag(μ): the leading left vector, by squaring exp(G).
    private double[] base(double phi) {
        int k = parameters.conditions();
        double[][] drift = new double[k][k];
        for (int i = 0; i < k; i++) {
            if (i + 1 < k) drift[i][i + 1] = up(i);
            if (i > 0) drift[i][i - 1] = down(i);
            drift[i][i] = -up(i) - down(i) - phi * leaving(i);
        }
        Matrix change = Matrix.of(drift);
        for (Encounter each : Encounter.values()) {
            Matrix moved = moves[each.ordinal()].plus(Matrix.identity(k).times(-1));
            change = change.plus(moved.times(usualRate(each)));
        }
        Matrix power = change.exp();
        for (int i = 0; i < SQUARINGS; i++) {
            power = power.times(power);
            power = power.times(1 / power.rowSums().at(0));
        }
        double[] base = new double[k];
        double sum = power.rowSums().at(0);
        for (int i = 0; i < k; i++) base[i] = power.at(0, i) / sum;
        return base;
    }
}
