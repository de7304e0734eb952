package hecht.insight.survival;

/// How the hazard of a period depends on how long one has been there, for covariates that stay the same.
public enum PeriodEffect {
    /// Every period has a level of its own, told from the first.
    EACH,
    /// The log odds change evenly with the number of the period.
    LINEAR,
    /// The log odds change with the logarithm of the number of the period: fast at first, then ever slower.
    LOGARITHMIC,
    /// Not at all.
    NONE
}
