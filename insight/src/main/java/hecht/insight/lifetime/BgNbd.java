package hecht.insight.lifetime;

/// BG/NBD: purchases as in the [Nbd], and after each purchase but the first a chance to stop for good. Who never returned cannot have
/// stopped, which is its weakness: P(alive) is 1 then. Fader, Hardie & Lee (2005), *Marketing Science* 24(2).
///
/// @param r     shape of the gamma law of purchase rates    @param alpha its rate, in the unit of time of the summaries
/// @param a,b   of the beta law of the chance to stop
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    private static final int FIRST = 0; // occasions to stop at the first purchase: none

    public BgNbd {
        new BetaGeometric(r, alpha, a, b, FIRST);
    }

    public static Estimation<BgNbd> fit(Summaries customers) {
        BetaGeometricLikelihood likelihood = new BetaGeometricLikelihood(customers, FIRST);
        return Dropout.estimation(
                customers,
                start -> Summit.of(likelihood, start[0], start[1], 1, 2.5),
                found -> new BgNbd(found[0], found[1], found[2], found[3]));
    }

    private BetaGeometric law() {
        return new BetaGeometric(r, alpha, a, b, FIRST);
    }

    @Override
    public double alive(Summary customer) {
        return law().alive(customer);
    }

    @Override
    public double expectedWhileAlive(Summary customer, double duration) {
        return law().expectedWhileAlive(customer, duration);
    }

    @Override
    public double expectedOfNew(double duration) {
        return law().expectedOfNew(duration);
    }

    @Override
    public double logLikelihood(Summary customer) {
        return law().logLikelihood(customer);
    }
}
