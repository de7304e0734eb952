package hecht.insight.fit;

import hecht.core.relation.Parameters;

/// What is held before anything was seen: as if so many events had been seen, distributed as the given parameters say
/// (Dirichlet and gamma laws, by their modes). It keeps from running to zero what the data do not tell of.
///
/// @param at the parameters, the defaults as a rule
/// @param events pseudo-events a row of probabilities  @param years pseudo-years a rate
public record Prior(Parameters at, double events, double years) {
    /// The strength of every fit: five events a row, five years a rate.
    public static final Prior DEFAULT = new Prior(Parameters.DEFAULT, 5, 5);

    public Prior {
        if (!(events > 0 && years > 0)) throw new IllegalArgumentException("a prior must have some strength");
    }
}
