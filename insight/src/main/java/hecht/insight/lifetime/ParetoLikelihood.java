package hecht.insight.lifetime;

/// The log-likelihood of [ParetoNbd] over all customers, and its slope by r, α, s and β: the integral's slope is what the factors'
/// slopes are on average over its integrand, which the same places of the quadrature give.
final class ParetoLikelihood implements Likelihood {
    private final Summaries rows;
    private final Rising rising;
    private final int[] place; // [row]
    private final ParetoIntegral integral = new ParetoIntegral();

    ParetoLikelihood(Summaries rows) {
        this.rows = rows;
        rising = new Rising(rows.frequency);
        place = rising.places(rows.frequency);
    }

    @Override
    public String[] names() {
        return new String[] {"r", "alpha", "s", "beta"};
    }

    @Override
    public double observations() {
        return rows.customers();
    }

    @Override
    public double[] units() {
        double age = rows.exposure() / rows.customers();
        return new double[] {1, age, 1, age};
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        double logAlpha = Math.log(alpha);
        double logS = Math.log(s);
        double logBeta = Math.log(beta);
        rising.from(r);
        double sum = 0;
        double sumR = 0;
        double sumAlpha = 0;
        double sumS = 0;
        double sumBeta = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double w = rows.weight[i];
            double shape = r + rows.frequency[i];
            double purchaseRate = alpha + rows.age[i];
            double stopRate = beta + rows.age[i];
            double logPurchases = Math.log(purchaseRate);
            double logStops = Math.log(stopRate);
            integral.of(shape, alpha, s, beta, rows.recency[i], rows.age[i]);
            double there = -shape * logPurchases - s * logStops;
            double d = logS + integral.logarithm - there;
            double small = Math.exp(-Math.abs(d));
            double stopped = d > 0 ? 1 / (1 + small) : small / (1 + small);
            double alive = d > 0 ? small / (1 + small) : 1 / (1 + small);
            sum += w
                    * (rising.logarithm(place[i])
                            + r * logAlpha
                            + s * logBeta
                            + there
                            + Math.max(0, d)
                            + Math.log1p(small));
            sumR += w * (rising.slope(place[i]) + logAlpha - alive * logPurchases - stopped * integral.meanLogAlpha);
            sumAlpha += w * (r / alpha - shape * (alive / purchaseRate + stopped * integral.meanInverseAlpha));
            sumS += w * (logBeta - alive * logStops + stopped * (1 / s - integral.meanLogBeta));
            sumBeta += w * (s / beta - alive * s / stopRate - stopped * (s + 1) * integral.meanInverseBeta);
        }
        slope[0] = sumR;
        slope[1] = sumAlpha;
        slope[2] = sumS;
        slope[3] = sumBeta;
        return sum;
    }
}
