package hecht.insight.lifetime;

import java.util.List;
import org.hipparchus.special.Gamma;

/// The log-likelihood of [GammaGamma] over customers who spent something, and its slope by p, q and γ.
final class GammaGammaLikelihood implements Likelihood {
    private final int[] purchases; // [customer]
    private final double[] mean; // [customer], positive

    GammaGammaLikelihood(List<Spending> customers) {
        purchases = customers.stream().mapToInt(Spending::purchases).toArray();
        mean = customers.stream().mapToDouble(Spending::mean).toArray();
    }

    double average() {
        double sum = 0;
        for (double each : mean) sum += each;
        return sum / mean.length;
    }

    @Override
    public String[] names() {
        return new String[] {"p", "q", "gamma"};
    }

    @Override
    public double observations() {
        return mean.length;
    }

    @Override
    public double[] units() {
        return new double[] {1, 1, average()};
    }

    @Override
    public double at(double[] parameters, double[] slope) {
        double p = parameters[0];
        double q = parameters[1];
        double gamma = parameters[2];
        double logGamma = Math.log(gamma);
        double constant = q * logGamma - Gamma.logGamma(q);
        double slopeOfQ = logGamma - Gammas.digamma(q);
        double sum = 0;
        double sumP = 0;
        double sumQ = 0;
        double sumGamma = 0;
        for (int i = 0; i < mean.length; i++) {
            double x = purchases[i];
            double shape = p * x + q;
            double total = gamma + x * mean[i];
            double logTotal = Math.log(total);
            double logSpent = Math.log(x * mean[i]);
            double digamma = Gammas.digamma(shape);
            sum += Gamma.logGamma(shape)
                    - Gamma.logGamma(p * x)
                    + constant
                    + p * x * logSpent
                    - Math.log(mean[i])
                    - shape * logTotal;
            sumP += x * (digamma - Gammas.digamma(p * x) + logSpent - logTotal);
            sumQ += slopeOfQ + digamma - logTotal;
            sumGamma += q / gamma - shape / total;
        }
        slope[0] = sumP;
        slope[1] = sumQ;
        slope[2] = sumGamma;
        return sum;
    }
}
