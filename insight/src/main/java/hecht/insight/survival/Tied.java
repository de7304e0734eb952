package hecht.insight.survival;

/// What tied leavers at one time add up to, r = 0 … d − 1 with fᵣ = r/d by Efron and 0 by Breslow, and cᵣ = Σ_risk − fᵣ·Σ_dying:
/// sums of 1/c, f/c, 1/c², f/c², f²/c² and ln c. With them no sum over covariates is made more than once a time.
final class Tied {
    double inverse;
    double part;
    double square;
    double partSquare;
    double partsSquare;
    double log;

    void sum(Ties ties, int deaths, double risk, double dying) {
        inverse = part = square = partSquare = partsSquare = log = 0;
        if (deaths == 1 || ties == Ties.BRESLOW) {
            double c = 1 / risk;
            inverse = deaths * c;
            square = deaths * c * c;
            log = deaths * Math.log(risk);
            return;
        }
        for (int r = 0; r < deaths; r++) {
            double f = (double) r / deaths;
            double sum = risk - f * dying;
            double c = 1 / sum;
            inverse += c;
            part += f * c;
            square += c * c;
            partSquare += f * c * c;
            partsSquare += f * f * c * c;
            log += Math.log(sum);
        }
    }
}
