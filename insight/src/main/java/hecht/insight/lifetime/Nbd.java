package hecht.insight.lifetime;

/// Nobody ever stops: purchases are Poisson, and their rates differ between customers by a gamma law with shape r and rate α.
/// It is what every model with dropout is held against. Ehrenberg (1959), *Applied Statistics* 8(1).
///
/// `L = Γ(r+x)/Γ(r) · αʳ(α+T)^−(r+x)`
///
/// @param alpha in the unit of time of the summaries
public record Nbd(double r, double alpha) implements PurchaseModel {
    public Nbd {
        Positive.check("r", r);
        Positive.check("alpha", alpha);
    }

    public static Estimation<Nbd> fit(Summaries customers) {
        return customers
                .shortage()
                .<Estimation<Nbd>>map(Estimation.Undecided::new)
                .orElseGet(() -> summit(customers).estimation(Nbd::of));
    }

    static Summit summit(Summaries customers) {
        double rate = customers.purchases() / customers.exposure();
        return Summit.of(new NbdLikelihood(customers.withoutRecency()), .5, .5 / rate);
    }

    static Nbd of(double[] parameters) {
        return new Nbd(parameters[0], parameters[1]);
    }

    /// Always 1.
    @Override
    public double alive(Summary customer) {
        return 1;
    }

    @Override
    public double expectedWhileAlive(Summary customer, double duration) {
        return (r + customer.frequency()) / (alpha + customer.age()) * Positive.orZero("duration", duration);
    }

    @Override
    public double expectedOfNew(double duration) {
        return r / alpha * Positive.orZero("duration", duration);
    }

    @Override
    public double logLikelihood(Summary customer) {
        return Gammas.rising(r, customer.frequency())
                + r * Math.log(alpha)
                - (r + customer.frequency()) * Math.log(alpha + customer.age());
    }
}
