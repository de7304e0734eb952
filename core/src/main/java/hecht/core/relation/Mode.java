package hecht.core.relation;

import hecht.core.event.Choice;

/// How leaving shows.
public enum Mode implements Choice {
    /// A customer gives notice; staying is told by not having left.
    CONTRACT,
    /// A shop's customer gives no notice; the evidence is the rhythm of purchases.
    RHYTHM
}
