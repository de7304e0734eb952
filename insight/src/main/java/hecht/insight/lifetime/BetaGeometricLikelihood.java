package hecht.insight.lifetime;

/// The log-likelihood of [BetaGeometric] over all customers, and its slope by r, α, a and b.
final class BetaGeometricLikelihood implements Likelihood {
    private final Summaries rows;
    private final int first;
    private final Rising byR;
    private final Rising byB;
    private final Rising byBoth; // of a + b
    private final int[] place; // [row] in the first
    private final int[] occasion; // [row] in the others

    /// @param first 1 where the first purchase is an occasion to stop, else 0
    BetaGeometricLikelihood(Summaries rows, int first) {
        this.rows = rows;
        this.first = first;
        int[] occasions = new int[rows.rows()];
        for (int i = 0; i < occasions.length; i++) occasions[i] = rows.frequency[i] + first;
        byR = new Rising(rows.frequency);
        byB = new Rising(occasions);
        byBoth = new Rising(occasions);
        place = byR.places(rows.frequency);
        occasion = byB.places(occasions);
    }

    @Override
    public String[] names() {
        return new String[] {"r", "alpha", "a", "b"};
    }

    @Override
    public double observations() {
        return rows.customers();
    }

    @Override
    public double[] units() {
        return new double[] {1, rows.exposure() / rows.customers(), 1, 1};
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        double logAlpha = Math.log(alpha);
        double logA = Math.log(a);
        byR.from(r);
        byB.from(b);
        byBoth.from(a + b);
        double sum = 0;
        double sumR = 0;
        double sumAlpha = 0;
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double w = rows.weight[i];
            double shape = r + rows.frequency[i];
            double rate = alpha + rows.age[i];
            double logRate = Math.log(rate);
            int at = place[i];
            int on = occasion[i];
            double value =
                    byR.logarithm(at) + r * logAlpha - shape * logRate + byB.logarithm(on) - byBoth.logarithm(on);
            double slopeR = byR.slope(at) + logAlpha - logRate;
            double slopeAlpha = r / alpha - shape / rate;
            double slopeA = -byBoth.slope(on);
            double slopeB = byB.slope(on) - byBoth.slope(on);
            int occasions = rows.frequency[i] + first;
            if (occasions > 0) {
                double sooner = alpha + rows.recency[i];
                double silence = logRate - Math.log(sooner);
                double before = b + occasions - 1;
                double d = logA - Math.log(before) + shape * silence;
                double small = Math.exp(-Math.abs(d));
                double stopped = d > 0 ? 1 / (1 + small) : small / (1 + small);
                value += Math.max(0, d) + Math.log1p(small);
                slopeR += stopped * silence;
                slopeAlpha += stopped * shape * (1 / rate - 1 / sooner);
                slopeA += stopped / a;
                slopeB -= stopped / before;
            }
            sum += w * value;
            sumR += w * slopeR;
            sumAlpha += w * slopeAlpha;
            sumA += w * slopeA;
            sumB += w * slopeB;
        }
        slope[0] = sumR;
        slope[1] = sumAlpha;
        slope[2] = sumA;
        slope[3] = sumB;
        return sum;
    }
}
