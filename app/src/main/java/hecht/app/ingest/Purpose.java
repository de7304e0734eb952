package hecht.app.ingest;

import hecht.core.event.Choice;

/// What an organisation may only keep of people with a purpose that it has named. Off until it is switched on: before that
/// such data are counted and dropped before anything is stored.
public enum Purpose implements Choice {
    /// Events that a customer fell ill.
    ILL,
    /// Events that a customer lost somebody.
    BEREAVED,
    /// Which employee did something. Without it the event stays, and the name goes.
    EMPLOYEE
}
