package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Evidence;
import hecht.core.relation.Evidence.Beginning;
import hecht.core.relation.Matrix;
import hecht.core.relation.Observation;
import hecht.core.relation.Observation.Answer;
import hecht.core.relation.Parameters;
import java.util.random.RandomGenerator;

/// Customers simulated in months, as `health.md` section 9 has it: at each month's start an encounter (none .62, good .25, bad
/// .10, severe .03, w = 1, no wearing off); invited every sixth month, an unanswered invitation judged at once; door open.
final class Months {
    static final double YEARS = 1 / 12.0;
    private static final double GOOD = .25;
    private static final double BAD = .10;
    private static final double SEVERE = .03;
    private static final int INVITED_EVERY = 6;

    private final Parameters truth;
    private final double[] answering; // by condition
    private final RandomGenerator random;
    private int condition;
    private boolean hasLeft;

    Months(Parameters truth, double answerRate, RandomGenerator random) {
        this.truth = truth;
        this.random = random;
        answering = new double[truth.conditions()];
        double usual = Math.log(answerRate / (1 - answerRate));
        for (int i = 0; i < answering.length; i++)
            answering[i] = 1 / (1 + Math.exp(-(usual + truth.answering().at(i))));
    }

    void begin(Evidence to) {
        hasLeft = false;
        condition = draw(truth.start(), 0);
        to.begun(Beginning.NEW, 1);
    }

    boolean hasLeft() {
        return hasLeft;
    }

    /// Lives through one month.
    ///
    /// @param number from 0
    void live(int number, Evidence to) {
        if (hasLeft) return;
        Encounter encounter = encounter();
        if (encounter != null) {
            to.lived(encounter, 1);
            condition = draw(truth.move(encounter), condition);
        }
        if (number % INVITED_EVERY == INVITED_EVERY - 1) {
            boolean answers = random.nextDouble() < answering[condition];
            to.invited(answers);
            if (answers)
                to.said(
                        Observation.RECOMMENDATION,
                        Answer.values()[draw(truth.answers(Observation.RECOMMENDATION), condition)],
                        false);
        }
        pass(to);
    }

    private @org.jspecify.annotations.Nullable Encounter encounter() {
        double u = random.nextDouble();
        if (u < GOOD) return Encounter.GOOD;
        if (u < GOOD + BAD) return Encounter.BAD;
        return u < GOOD + BAD + SEVERE ? Encounter.SEVERE : null;
    }

    private void pass(Evidence to) {
        Matrix drift = truth.drift();
        double left = YEARS;
        while (true) {
            double leaving = truth.leaving().at(condition);
            double moving = -drift.at(condition, condition);
            double wait = -Math.log1p(-random.nextDouble()) / (leaving + moving);
            if (wait >= left) {
                to.passed(YEARS, 1);
                return;
            }
            left -= wait;
            if (random.nextDouble() * (leaving + moving) < leaving) {
                to.passed(YEARS - left, 1);
                to.left(1);
                hasLeft = true;
                return;
            }
            double up = condition + 1 < truth.conditions() ? drift.at(condition, condition + 1) : 0;
            condition += random.nextDouble() * moving < up ? 1 : -1;
        }
    }

    private int draw(Matrix rows, int row) {
        double u = random.nextDouble();
        int at = 0;
        while (at + 1 < rows.columns() && u >= rows.at(row, at)) u -= rows.at(row, at++);
        return at;
    }
}
