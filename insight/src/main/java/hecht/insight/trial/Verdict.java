package hecht.insight.trial;

import hecht.core.relation.Mode;
import hecht.insight.judgement.CalibrationLine;
import hecht.insight.judgement.Predictions;
import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Regression;
import hecht.insight.trial.Rival.Name;
import java.util.List;
import java.util.Optional;

/// How the ways of forecasting did.
///
/// @param horizons by months ahead, the longest last
public record Verdict(Period period, Mode mode, List<Horizon> horizons) {
    private static final double FOUR_IN_FIVE = 1.2815515655446004;
    private static final double NOTHING = .0005; // a difference in log-loss that makes none to anybody
    private static final int FEWEST = 20; // of either outcome
    private static final double EDGE =
            1e-9; // a forecast of never or always is held as far from 0 and 1, for its loss alone

    public Verdict {
        horizons = List.copyOf(horizons);
    }

    /// The one that is told of first: the longest.
    public Horizon main() {
        return horizons.getLast();
    }

    /// @param months ahead  @param customers who were forecast
    /// @param lines the model first, each rival after it
    public record Horizon(int months, int customers, List<Line> lines) {
        public Horizon {
            lines = List.copyOf(lines);
        }

        public Line model() {
            return lines.getFirst();
        }

        /// How many of these came to leave; in rhythm, to buy.
        public long yes() {
            return model().yes();
        }

        /// Whether enough came, and enough did not, to say anything of how well it was forecast.
        public boolean isEnough() {
            return yes() >= FEWEST && customers - yes() >= FEWEST;
        }

        public Optional<Line> of(Name name) {
            return lines.stream().filter(each -> each.name() == name).findFirst();
        }
    }

    /// How one rival did.
    ///
    /// @param predictions what it said and what came
    /// @param logLoss mean over customers, natural logarithm
    /// @param behind its log-loss less that of the model: above 0 the model did better
    /// @param standardError of that difference, customer by customer
    public record Line(
            Name name, Predictions predictions, long yes, double logLoss, double behind, double standardError) {
        static Line of(Name name, double[] chances, double[] model, boolean[] came) {
            double sum = 0;
            double difference = 0;
            double square = 0;
            long yes = 0;
            for (int i = 0; i < came.length; i++) {
                double loss = loss(chances[i], came[i]);
                double d = loss - loss(model[i], came[i]);
                sum += loss;
                difference += d;
                square += d * d;
                if (came[i]) yes++;
            }
            int n = came.length;
            double mean = difference / n;
            double variance = n < 2 ? 0 : Math.max(0, (square - n * mean * mean) / (n - 1));
            return new Line(name, Predictions.of(chances, came), yes, sum / n, mean, Math.sqrt(variance / n));
        }

        private static double loss(double chance, boolean came) {
            double p = Math.clamp(chance, EDGE, 1 - EDGE);
            return -Math.log(came ? p : 1 - p);
        }

        /// Whether the model did better than this, worse, or as well as can be told: four in five of the differences that
        /// chance alone makes are smaller, and what is below .0005 is none.
        public Order order() {
            double reach = Math.max(NOTHING, FOUR_IN_FIVE * standardError);
            if (behind > reach) return Order.MODEL_BETTER;
            return behind < -reach ? Order.MODEL_WORSE : Order.ALIKE;
        }

        public Optional<Double> auc() {
            return predictions.auc().isPresent() ? Optional.of(predictions.auc().getAsDouble()) : Optional.empty();
        }

        /// Of the calibration line: 1 where its chances are as bold as they should be; empty where that cannot be told.
        public Optional<Coefficient> slope() {
            return predictions.calibrationLine() instanceof Regression.Converged<CalibrationLine>(var line, var rounds)
                    ? Optional.of(line.slope())
                    : Optional.empty();
        }
    }

    /// The model against a rival.
    public enum Order {
        MODEL_BETTER,
        ALIKE,
        MODEL_WORSE
    }
}
