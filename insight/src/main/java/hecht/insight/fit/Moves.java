package hecht.insight.fit;

/// How freely encounters move conditions, for a fit and for those it is compared with.
public enum Moves {
    /// Each class by its own rows; what is impossible in the prior stays so.
    FREE,
    /// One chance for all: good and recovery lift by one condition, everything bad lowers by one, alike. Trust would then come
    /// as fast as it goes.
    SYMMETRIC,
    /// None at all: what customers live through changes nothing.
    NONE
}
