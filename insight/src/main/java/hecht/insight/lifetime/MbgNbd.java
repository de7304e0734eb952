package hecht.insight.lifetime;

/// MBG/NBD: as [BgNbd], but a customer may stop after the very first purchase too, so that silence counts against those who never
/// returned as well. Batislam, Denizel & Filiztekin (2007), *Int. J. of Research in Marketing* 24(3).
///
/// @param r     shape of the gamma law of purchase rates    @param alpha its rate, in the unit of time of the summaries
/// @param a,b   of the beta law of the chance to stop
public record MbgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    private static final int FIRST = 1; // the first purchase is an occasion to stop

    public MbgNbd {
        new BetaGeometric(r, alpha, a, b, FIRST);
    }

    public static Estimation<MbgNbd> fit(Summaries customers) {
        BetaGeometricLikelihood likelihood = new BetaGeometricLikelihood(customers, FIRST);
        return Dropout.estimation(
                customers,
                start -> Summit.of(likelihood, start[0], start[1], 1, 2.5),
                found -> new MbgNbd(found[0], found[1], found[2], found[3]));
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
