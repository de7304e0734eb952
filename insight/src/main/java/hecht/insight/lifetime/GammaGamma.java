package hecht.insight.lifetime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// What a customer spends at a time: amounts are gamma with shape p, and their rates differ between customers by a gamma law with
/// shape q and rate γ. How often a customer buys must not go with how much. Fader & Hardie (2013), *The Gamma-Gamma model of monetary
/// value*:
///
/// `L = Γ(px+q)/(Γ(px)Γ(q)) · γ^q z̄^(px−1) x^(px) (γ+xz̄)^−(px+q)`
///
/// @param gamma in the currency of the amounts
public record GammaGamma(double p, double q, double gamma) {
    public GammaGamma {
        Positive.check("p", p);
        Positive.check("q", q);
        Positive.check("gamma", gamma);
    }

    /// Those who spent nothing on average are left out: an amount of a gamma law is never 0.
    public static Estimation<GammaGamma> fit(Collection<Spending> customers) {
        List<Spending> spent = new ArrayList<>();
        for (Spending each : customers) if (each.mean() > 0) spent.add(each);
        if (spent.isEmpty()) return new Estimation.Undecided<>(Reason.NOTHING_SPENT);
        if (spent.size() < 2) return new Estimation.Undecided<>(Reason.ONE_CUSTOMER);
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(spent);
        // Amounts 1 ± 1/√2 within a customer, means with q = 4 between them, so γ = (q − 1)/p times the average.
        return Summit.of(likelihood, 2, 4, 1.5 * likelihood.average())
                .estimation(found -> new GammaGamma(found[0], found[1], found[2]));
    }

    /// The mean amount over all customers: pγ/(q−1); empty where q ≤ 1, as that law has no mean.
    public OptionalDouble mean() {
        return q > 1 ? OptionalDouble.of(p * gamma / (q - 1)) : OptionalDouble.empty();
    }

    /// The mean amount that is expected of a customer: p(γ+xz̄)/(px+q−1), between what it spent and what all do. Empty where it has
    /// bought so little that the law has no mean.
    public OptionalDouble mean(Spending customer) {
        double shape = p * customer.purchases() + q - 1;
        return shape > 0
                ? OptionalDouble.of(p * (gamma + customer.purchases() * customer.mean()) / shape)
                : OptionalDouble.empty();
    }
}
