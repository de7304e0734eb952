package hecht.insight.trial;

import hecht.core.event.Event;
import hecht.core.relation.Folding;
import hecht.core.relation.Mode;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Logistic;
import hecht.insight.regression.LogisticModel;
import hecht.insight.regression.Regression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Recency and frequency: how long ago a customer last acted, how often, and since when it is known; and what these say of what
/// comes next, by logistic regression.
final class Habit {
    private static final List<String> NAMES = List.of("recency", "frequency", "tenure");
    private static final double DAYS_A_YEAR = 365.25;
    private static final int FEWEST = 20; // of either outcome, for a regression that means something

    private Habit() {}

    /// ln(1 + days since the last own act), ln(1 + own acts a year), ln(1 + years known).
    static double[] of(List<Event> seen, Instant at, Mode mode) {
        Instant last = seen.getFirst().time();
        int acts = 0;
        for (Event each : seen) {
            if (mode == Mode.RHYTHM ? !(each instanceof Event.Ordered) : !Folding.isOwnAct(each)) continue;
            last = each.time();
            acts++;
        }
        double years = days(seen.getFirst().time(), at) / DAYS_A_YEAR;
        return new double[] {
            Math.log1p(days(last, at)), Math.log1p(acts / Math.max(years, 1 / DAYS_A_YEAR)), Math.log1p(years)
        };
    }

    private static double days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / 86_400.0);
    }

    /// What is learned from, row by row, for one horizon.
    static final class Rows {
        private final List<double[]> rows = new ArrayList<>();
        private final List<Boolean> outcomes = new ArrayList<>();

        void add(double[] habit, Outcome outcome) {
            if (outcome == Outcome.UNKNOWN) return;
            rows.add(habit);
            outcomes.add(outcome == Outcome.YES);
        }

        /// The share of yes; half a yes off where there is none or nothing else.
        Optional<Double> rate() {
            if (rows.isEmpty()) return Optional.empty();
            return Optional.of(Math.clamp(yes(), .5, outcomes.size() - .5) / outcomes.size());
        }

        private double yes() {
            return outcomes.stream().filter(each -> each).count();
        }

        /// Empty where there is too little to learn from, or it cannot be learned.
        Optional<LogisticModel> learned() {
            if (yes() < FEWEST || outcomes.size() - yes() < FEWEST) return Optional.empty();
            boolean[] came = new boolean[outcomes.size()];
            for (int i = 0; i < came.length; i++) came[i] = outcomes.get(i);
            return switch (Logistic.fit(Covariates.of(NAMES, rows.toArray(double[][]::new)), came)) {
                case Regression.Converged<LogisticModel>(var model, var rounds) -> Optional.of(model);
                case Regression.Undecided<LogisticModel> none -> Optional.empty();
            };
        }
    }

    /// Everybody alike.
    record BaseRate(List<Double> rates) implements Rival {
        @Override
        public Name name() {
            return Name.BASE_RATE;
        }

        @Override
        public double[] chances(List<Event> seen, Instant at, int[] months) {
            return rates.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /// @param models by horizon
    record RecencyFrequency(Mode mode, List<LogisticModel> models) implements Rival {
        @Override
        public Name name() {
            return Name.RECENCY_FREQUENCY;
        }

        @Override
        public double[] chances(List<Event> seen, Instant at, int[] months) {
            double[] habit = of(seen, at, mode);
            double[] chances = new double[months.length];
            for (int i = 0; i < chances.length; i++) chances[i] = models.get(i).probability(habit);
            return chances;
        }
    }

    /// A rival of each horizon's rows, where all of them allow it.
    static @Nullable Rival baseRate(List<Rows> horizons) {
        List<Double> rates = new ArrayList<>();
        for (Rows each : horizons) each.rate().ifPresent(rates::add);
        return rates.size() == horizons.size() ? new BaseRate(rates) : null;
    }

    static @Nullable Rival recencyFrequency(Mode mode, List<Rows> horizons) {
        List<LogisticModel> models = new ArrayList<>();
        for (Rows each : horizons) each.learned().ifPresent(models::add);
        return models.size() == horizons.size() ? new RecencyFrequency(mode, models) : null;
    }
}
