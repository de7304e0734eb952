package hecht.core.relation;

import hecht.core.event.Choice;

/// Where a relationship stands.
public enum Phase implements Choice {
    /// Nothing began yet.
    NONE,
    RUNNING,
    /// Departed; it leaves every figure and view.
    CLOSED
}
