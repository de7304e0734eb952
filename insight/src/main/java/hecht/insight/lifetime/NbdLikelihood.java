package hecht.insight.lifetime;

/// Σ w·[ln Γ(r+x) − ln Γ(r) + r ln α − (r+x) ln(α+T)] and its slope by r and α.
final class NbdLikelihood implements Likelihood {
    private final Summaries rows;
    private final Rising rising;
    private final int[] place; // [row]

    NbdLikelihood(Summaries rows) {
        this.rows = rows;
        rising = new Rising(rows.frequency);
        place = rising.places(rows.frequency);
    }

    @Override
    public String[] names() {
        return new String[] {"r", "alpha"};
    }

    @Override
    public double observations() {
        return rows.customers();
    }

    @Override
    public double[] units() {
        return new double[] {1, rows.exposure() / rows.customers()};
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        double r = parameters[0];
        double alpha = parameters[1];
        double logAlpha = Math.log(alpha);
        rising.from(r);
        double sum = 0;
        double byR = 0;
        double byAlpha = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double w = rows.weight[i];
            double shape = r + rows.frequency[i];
            double rate = alpha + rows.age[i];
            double logRatio = logAlpha - Math.log(rate);
            sum += w * (rising.logarithm(place[i]) + shape * logRatio - rows.frequency[i] * logAlpha);
            byR += w * (rising.slope(place[i]) + logRatio);
            byAlpha += w * (r / alpha - shape / rate);
        }
        slope[0] = byR;
        slope[1] = byAlpha;
        return sum;
    }
}
