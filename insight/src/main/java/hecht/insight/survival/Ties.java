package hecht.insight.survival;

/// How leavers at the same moment are counted, whose order nobody knows.
public enum Ties {
    /// The r-th of d tied leavers finds the other leavers at risk for (d − r)/d each. Efron (1977), *JASA* 72(359).
    EFRON,
    /// Every tied leaver finds all the others still at risk: simpler, and towards nought where many are tied.
    /// Breslow (1974), *Biometrics* 30(1).
    BRESLOW
}
