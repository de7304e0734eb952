package hecht.insight.lifetime;

/// A law by which a customer buys, and may stop for good unseen. Time is in the unit of the summaries it was fitted on.
public sealed interface PurchaseModel permits Nbd, BgNbd, MbgNbd, ParetoNbd {
    /// The chance that a customer has not stopped, in [0, 1].
    double alive(Summary customer);

    /// Purchases in the next `duration` that are expected of a customer of whom it is known that it has not stopped.
    ///
    /// @param duration zero or more
    double expectedWhileAlive(Summary customer, double duration);

    /// Purchases after the first that are expected of a new customer in its first `duration`: E[X(t)].
    ///
    /// @param duration zero or more
    double expectedOfNew(double duration);

    /// The log-likelihood of one customer, without the constants that hold no parameter.
    double logLikelihood(Summary customer);

    /// Purchases in the next `duration` that are expected of a customer: E[Y(t) | x, t_x, T].
    ///
    /// @param duration zero or more
    default double expected(Summary customer, double duration) {
        double alive = alive(customer);
        return alive == 0 ? 0 : alive * expectedWhileAlive(customer, duration);
    }

    /// The same, each purchase worth less the later it comes: ∫₀ᵗ exp(−δu) dE[Y(u)] = exp(−δt)·E[Y(t)] + δ·∫₀ᵗ exp(−δu)·E[Y(u)] du.
    ///
    /// @param discount δ, continuous, per unit of time; zero or more
    default double discounted(Summary customer, double duration, double discount) {
        if (!(discount >= 0 && discount < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException("discount must be a number of zero or more, was " + discount);
        double whole = expected(customer, duration);
        if (discount == 0 || duration == 0) return whole;
        double alive = alive(customer);
        double waiting = Legendre.FEW.integral(
                0, duration, u -> Math.exp(-discount * u) * alive * expectedWhileAlive(customer, u));
        return Math.exp(-discount * duration) * whole + discount * waiting;
    }
}
