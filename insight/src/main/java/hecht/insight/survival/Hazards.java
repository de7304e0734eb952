package hecht.insight.survival;

import java.util.Arrays;

/// What was found at each time at which somebody left, given β: the common hazard and the average covariates behind it. All for a
/// subject with the largest predictor seen, so that nothing overflows; covariates standardised. `[time]` or `[time][covariate]`,
/// times in order, and only those at which somebody left.
final class Hazards {
    final double largest; // η of that subject
    final double[] risk; // [place], exp(η − largest)
    final int[] time; // number of the time in RiskSets
    final double[] hazard; // Σᵣ 1/cᵣ: Efron's, or Breslow's, jump of the cumulative hazard
    final double[] square; // Σᵣ 1/cᵣ²: its variance
    final double[] mean; // Σᵣ x̄ᵣ/d
    final double[] meanHazard; // Σᵣ x̄ᵣ/cᵣ
    final double[] tiedHazard; // Σᵣ fᵣ/cᵣ: what a tied leaver is spared
    final double[] tiedMeanHazard; // Σᵣ fᵣx̄ᵣ/cᵣ

    private Hazards(RiskSets sets, double largest, double[] risk) {
        this.largest = largest;
        this.risk = risk;
        int count = (int) Arrays.stream(sets.deaths).filter(d -> d > 0).count();
        time = new int[count];
        hazard = new double[count];
        square = new double[count];
        tiedHazard = new double[count];
        mean = new double[count * sets.columns];
        meanHazard = new double[count * sets.columns];
        tiedMeanHazard = new double[count * sets.columns];
    }

    static Hazards of(RiskSets sets, Ties ties, double[] beta) {
        double[] risk = new double[sets.rows];
        double largest = sets.predict(beta, risk);
        for (int i = 0; i < risk.length; i++) risk[i] = Math.exp(risk[i] - largest);
        Hazards found = new Hazards(sets, largest, risk);
        sets.walk(risk, found.filling(ties, sets.columns));
        return found;
    }

    private RiskSets.Visitor filling(Ties ties, int columns) {
        Tied tied = new Tied();
        int[] next = {time.length};
        return (t, deaths, all, dying) -> {
            int at = --next[0]; // the walk goes backwards
            tied.sum(ties, deaths, all.weight, dying.weight);
            time[at] = t;
            hazard[at] = tied.inverse;
            square[at] = tied.square;
            tiedHazard[at] = tied.part;
            for (int j = 0, cell = at * columns; j < columns; j++, cell++) {
                double d = deaths > 1 ? dying.first[j] : 0;
                mean[cell] = (all.first[j] * tied.inverse - d * tied.part) / deaths;
                meanHazard[cell] = all.first[j] * tied.square - d * tied.partSquare;
                tiedMeanHazard[cell] = all.first[j] * tied.partSquare - d * tied.partsSquare;
            }
        };
    }
}
