package hecht.store.relation;

import hecht.core.event.Choice;

/// The views that every organisation has.
public enum View implements Choice {
    /// No act of their own within a year, and in the top quarter by margin; not offered without margins.
    UNHEARD_AND_VALUABLE,
    /// Fell by five points or more in 90 days, in view, and in the top quarter by margin; without margins the margin is not
    /// looked at.
    FALLING_AND_VALUABLE,
    /// A double failure within 60 days.
    DOUBLE_FAILURE,
    /// φ below .3, and health in the lowest quarter; not offered where customers give no notice.
    HELD,
    /// A lock ends within 90 days; not offered either where they give none.
    DOOR_OPENS,
    /// A recovery within 60 days.
    RECOVERED;

    /// What it comes to: its word, and where the margin is not looked at that of the rest of it.
    public String looksAt(boolean margins) {
        return this == FALLING_AND_VALUABLE && !margins ? "falling" : word();
    }
}
