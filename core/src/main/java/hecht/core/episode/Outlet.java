package hecht.core.episode;

import hecht.core.perception.Perception;

/// Takes what episodes do to the customer, in the order in which it happens.
@FunctionalInterface
public interface Outlet {
    /// @param weight of the part that caused it, (0, 1], before a good one wears off
    /// @param by what was perceived of that part
    void encounter(Encounter encounter, double weight, Perception by);
}
