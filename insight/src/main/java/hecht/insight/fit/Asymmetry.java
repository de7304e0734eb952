package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Model;

/// How much faster trust goes than it comes: points of health that a bad encounter costs for each point that a good one gives, at
/// the base of those who stay.
///
/// @param ratio above 1 where it goes faster  @param low  @param high in four of five the true one lies between
/// @param likelihoodRatio 2·(ln L − ln L₀) against one chance for all encounters, up and down alike
/// @param degreesOfFreedom of its χ² law: how many numbers more are free
public record Asymmetry(double ratio, double low, double high, double likelihoodRatio, int degreesOfFreedom) {

    /// @param logLikelihood of the model that was learned  @param symmetric the same of [Moves#SYMMETRIC], on the same evidence
    public static Asymmetry of(Model learned, Uncertainty uncertainty, double logLikelihood, double symmetric) {
        double logarithm = Math.log(ratio(learned));
        double error = uncertainty.of(model -> Math.log(ratio(model)));
        int free = -1; // the one chance
        for (Encounter each : Encounter.values()) {
            Matrix move = learned.parameters().move(each);
            for (int i = 0; i < move.rows(); i++) {
                free--;
                for (int j = 0; j < move.columns(); j++) if (move.at(i, j) > 0) free++;
            }
        }
        return new Asymmetry(
                Math.exp(logarithm),
                Math.exp(logarithm - Estimate.FOUR_IN_FIVE * error),
                Math.exp(logarithm + Estimate.FOUR_IN_FIVE * error),
                2 * (logLikelihood - symmetric),
                free);
    }

    private static double ratio(Model model) {
        return -points(model, Encounter.BAD) / points(model, Encounter.GOOD);
    }

    /// What an encounter does to the health of the base.
    private static double points(Model model, Encounter encounter) {
        Matrix base = model.base();
        Matrix moved = base.times(model.parameters().move(encounter)).plus(base.times(-1));
        double points = 0;
        for (int i = 0; i < moved.columns(); i++)
            points += 100 * moved.at(i) * model.staying().at(i);
        return points;
    }
}
