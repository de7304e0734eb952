package hecht.core.relation;

import hecht.core.event.Choice;

/// The hidden levels of a relationship, ordered by how readily the customer leaves. Nobody sees them; hecht keeps a belief.
public enum Condition implements Choice {
    /// Loose: nothing to be loyal to.
    LOS,
    /// Cool, only functional.
    KOEL,
    WARM,
    /// Close-knit.
    HECHT
}
