package hecht.insight.lifetime;

/// Pareto/NBD: purchases as in the [Nbd] until the customer stops, which may be at any moment, at a rate that is gamma (s, β) over
/// customers: lifetimes are Pareto. Schmittlein, Morrison & Colombo (1987), *Management Science* 33(1); the likelihood as in Fader &
/// Hardie (2005), *A note on deriving the Pareto/NBD model*:
///
/// `L = Γ(r+x)/Γ(r) αʳβˢ [(α+T)^−(r+x) (β+T)^−s + s ∫ₜₓᵀ (α+u)^−(r+x) (β+u)^−(s+1) du]`, the integral as in [ParetoIntegral].
///
/// @param r     shape of the gamma law of purchase rates    @param alpha its rate, in the unit of time of the summaries
/// @param s     shape of the gamma law of stopping rates    @param beta  its rate, in the same unit
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    public ParetoNbd {
        Positive.check("r", r);
        Positive.check("alpha", alpha);
        Positive.check("s", s);
        Positive.check("beta", beta);
    }

    public static Estimation<ParetoNbd> fit(Summaries customers) {
        ParetoLikelihood likelihood = new ParetoLikelihood(customers);
        return Dropout.estimation(
                customers,
                start -> Summit.of(likelihood, start[0], start[1], .6, customers.exposure() / customers.customers()),
                found -> new ParetoNbd(found[0], found[1], found[2], found[3]));
    }

    @Override
    public double alive(Summary customer) {
        return 1 / (1 + Math.exp(stopped(customer) - there(customer)));
    }

    /// E = (r+x)(β+T)/(α+T) · [1 − ((β+T)/(β+T+t))^(s−1)]/(s−1), which at s = 1 is a logarithm.
    @Override
    public double expectedWhileAlive(Summary customer, double duration) {
        double grown = Math.log1p(Positive.orZero("duration", duration) / (beta + customer.age()));
        double lasting = s == 1 ? grown : -Math.expm1(-(s - 1) * grown) / (s - 1);
        return (r + customer.frequency()) / (alpha + customer.age()) * (beta + customer.age()) * lasting;
    }

    @Override
    public double expectedOfNew(double duration) {
        return expectedWhileAlive(new Summary(0, 0, 0), duration);
    }

    @Override
    public double logLikelihood(Summary customer) {
        double there = there(customer);
        double stopped = stopped(customer);
        double larger = Math.max(there, stopped);
        return Gammas.rising(r, customer.frequency())
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + larger
                + Math.log1p(Math.exp(Math.min(there, stopped) - larger));
    }

    private double there(Summary customer) {
        return -(r + customer.frequency()) * Math.log(alpha + customer.age()) - s * Math.log(beta + customer.age());
    }

    private double stopped(Summary customer) {
        ParetoIntegral integral = new ParetoIntegral();
        integral.of(r + customer.frequency(), alpha, s, beta, customer.recency(), customer.age());
        return Math.log(s) + integral.logarithm;
    }
}
