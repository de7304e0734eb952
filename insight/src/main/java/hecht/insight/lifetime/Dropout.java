package hecht.insight.lifetime;

import java.util.function.Function;

/// Whether purchases tell of stopping at all. Where nobody seems to stop, the parameters of stopping run away along a ridge without a
/// top, and a test of the slope alone would call that convergence: so the model is held against the one without dropout first.
final class Dropout {
    private Dropout() {}

    /// @param climb from the parameters r and α of the model without dropout
    static <M> Estimation<M> estimation(
            Summaries customers, Function<double[], Summit> climb, Function<double[], M> model) {
        Reason shortage = customers.shortage().orElse(null);
        if (shortage != null) return new Estimation.Undecided<>(shortage);
        Summit without = Nbd.summit(customers);
        Summit with = climb.apply(start(without.natural(), customers));
        double ratio = 2 * (with.logLikelihood() - without.logLikelihood());
        if (!(ratio >= Estimation.LEAST_RATIO))
            return new Estimation.NoDropout<>(without.estimation(Nbd::of), Math.max(0, ratio));
        return with.estimation(model);
    }

    /// Where r has run away, customers that stop make the others look alike: begin within reach, with the same mean rate.
    private static double[] start(double[] without, Summaries customers) {
        double rate = customers.purchases() / customers.exposure();
        double r = Math.clamp(without[0], .05, 5);
        return new double[] {r, r / rate};
    }
}
