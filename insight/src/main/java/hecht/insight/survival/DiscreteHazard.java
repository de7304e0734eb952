package hecht.insight.survival;

import hecht.insight.regression.Covariates;
import hecht.insight.regression.Logistic;
import hecht.insight.regression.LogisticModel;
import hecht.insight.regression.Reason;
import hecht.insight.regression.Regression;
import java.util.ArrayList;
import java.util.List;

/// The chance of leaving in a period, of those there when it began: a logistic regression on customers by period. With it the
/// likelihood of whole histories factors into periods. Cox (1972), section 6; Singer & Willett (1993), *J. Educational Statistics* 18(2).
public final class DiscreteHazard {
    private DiscreteHazard() {}

    public static Regression<HazardModel> fit(CustomerPeriods rows, PeriodEffect effect) {
        int[] periods = rows.periods();
        List<String> names = new ArrayList<>(names(effect, periods));
        int added = names.size();
        names.addAll(rows.covariates.names());
        int columns = names.size();
        double[] values = new double[Math.multiplyExact(rows.rows(), columns)];
        for (int i = 0; i < rows.rows(); i++) {
            fill(effect, periods, rows.period[i], values, i * columns);
            for (int j = added; j < columns; j++) values[i * columns + j] = rows.covariates.at(i, j - added);
        }
        Covariates covariates = Covariates.of(names, rows.rows(), values);
        return switch (Logistic.fit(covariates, rows.left, rows.atRisk)) {
            case Regression.Converged<LogisticModel>(var model, var rounds) ->
                new Regression.Converged<>(new HazardModel(model, effect, periods), rounds);
            case Regression.Undecided<LogisticModel>(Reason.OneOutcome(var all))
            when !all -> new Regression.Undecided<>(new Reason.NoEvents());
            case Regression.Undecided<LogisticModel>(var why) -> new Regression.Undecided<>(why);
        };
    }

    static List<String> names(PeriodEffect effect, int[] periods) {
        return switch (effect) {
            case EACH -> {
                List<String> names = new ArrayList<>();
                for (int i = 1; i < periods.length; i++) names.add("period " + periods[i]);
                yield names;
            }
            case LINEAR -> List.of("period");
            case LOGARITHMIC -> List.of("ln period");
            case NONE -> List.of();
        };
    }

    static void fill(PeriodEffect effect, int[] periods, int period, double[] row, int at) {
        switch (effect) {
            case EACH -> {
                for (int i = 1; i < periods.length; i++) row[at + i - 1] = periods[i] == period ? 1 : 0;
            }
            case LINEAR -> row[at] = period;
            case LOGARITHMIC -> row[at] = Math.log(period);
            case NONE -> {}
        }
    }
}
