package hecht.insight.lifetime;

/// What BG/NBD and MBG/NBD share: purchases Poisson with gamma rates (r, α), a chance to stop after each that is beta (a, b) over
/// customers. They differ in how many occasions to stop there were: BG/NBD x, MBG/NBD x + 1, as there the first purchase is one too.
///
/// With k occasions and b' = b + k − x:
/// - `ln L = ln Γ(r+x)/Γ(r) + r ln α − (r+x) ln(α+T) + ln B(a,b+k)/B(a,b) + ln(1 + e^d)`, where e^d is "stopped" against "alive":
/// - `d = ln a − ln(b+k−1) + (r+x)·ln((α+T)/(α+t_x))` where k > 0, else −∞; P(alive) = 1/(1 + e^d).
///
/// @param first 1 where the first purchase is an occasion to stop, else 0
record BetaGeometric(double r, double alpha, double a, double b, int first) {
    /// The terms of [#series]; a share of purchases further away than this many terms is below what is shown.
    private static final int MOST_TERMS = 1_000_000;

    BetaGeometric {
        Positive.check("r", r);
        Positive.check("alpha", alpha);
        Positive.check("a", a);
        Positive.check("b", b);
    }

    double alive(Summary customer) {
        return 1 / (1 + Math.exp(stopped(customer)));
    }

    /// ln of "stopped" against "alive".
    private double stopped(Summary customer) {
        int occasions = customer.frequency() + first;
        if (occasions == 0) return Double.NEGATIVE_INFINITY;
        double silence = Math.log((alpha + customer.age()) / (alpha + customer.recency()));
        return Math.log(a / (b + occasions - 1)) + (r + customer.frequency()) * silence;
    }

    double logLikelihood(Summary customer) {
        int x = customer.frequency();
        int occasions = x + first;
        double d = stopped(customer);
        return Gammas.rising(r, x)
                + r * Math.log(alpha)
                - (r + x) * Math.log(alpha + customer.age())
                + Gammas.rising(b, occasions)
                - Gammas.rising(a + b, occasions)
                + (d > 0 ? d + Math.log1p(Math.exp(-d)) : Math.log1p(Math.exp(d)));
    }

    /// Of a customer that is there: `(a+b'+x−1)/(a−1) · [1 − (1−z)^(r+x) ₂F₁(r+x, b'+x; a+b'+x−1; z)]`, z = t/(α+T+t) (Fader, Hardie
    /// & Lee 2005, eq. 10). That form is 0/0 at a = 1 and loses its digits near it; by Euler's transformation, with
    /// c = a+b'+x−1 and A = a+b'−1−r, it is
    ///
    /// `−c·expm1((a−1) ln(1−z))/(a−1) − (1−z)^(a−1) · Σ_{n≥1} (A)ₙ(a)ₙ₋₁ zⁿ / ((c+1)ₙ₋₁ n!)`
    ///
    /// which has no such place: at a = 1 the first quotient is ln(1−z), and c > −1 may be 0.
    double expectedWhileAlive(Summary customer, double duration) {
        Positive.orZero("duration", duration);
        double whole = alpha + customer.age() + duration;
        double z = duration / whole;
        double rest = Math.log((alpha + customer.age()) / whole); // ln(1 − z)
        double c = a + b + first + customer.frequency() - 1;
        double power = (a - 1) * rest;
        double leading = a == 1 ? rest : Math.expm1(power) / (a - 1);
        return Math.max(0, -c * leading - Math.exp(power) * series(c, z));
    }

    private double series(double c, double z) {
        double large = a + b + first - 1 - r;
        double term = large * z;
        double sum = term;
        for (int n = 2; n <= MOST_TERMS; n++) {
            term *= (large + n - 1) / n * ((a + n - 2) / (c + n - 1)) * z;
            sum += term;
            // once (A+n)(a+n) ≤ (c+n)n a term is at most z of the one before; before that they are not yet small
            if (Math.abs(term) <= 1e-16 * (1 - z) * Math.abs(sum)) break;
        }
        return sum;
    }

    double expectedOfNew(double duration) {
        Summary born = new Summary(0, 0, 0);
        return alive(born) * expectedWhileAlive(born, duration);
    }
}
