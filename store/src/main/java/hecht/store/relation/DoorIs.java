package hecht.store.relation;

import hecht.core.event.Choice;

/// How freely a customer could leave.
public enum DoorIs implements Choice {
    /// Nothing holds: φ of one or more.
    OPEN,
    /// A lock holds, or something else does: φ below one.
    LOCKED,
    /// A lock ends within 90 days.
    OPENS_SOON
}
