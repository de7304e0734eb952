package hecht.store.access;

import hecht.core.event.Choice;

/// What a token may ask for; none of them brings another along.
public enum Right implements Choice {
    /// Hand in events, and see what became of imports.
    EVENTS,
    /// Figures of many.
    FIGURES,
    /// Everything of a customer.
    PEOPLE,
    /// Erase a customer.
    ERASE,
    /// How the server itself is doing.
    METRICS
}
