package hecht.core.episode;

import hecht.core.event.Choice;

/// How an episode stands.
public enum Ending implements Choice {
    /// Still open: its goal is asked for and not reached.
    OPEN,
    FULFILLED,
    REJECTED,
    UNFULFILLED,
    WITHDRAWN,
    /// Its time passed and nothing came.
    NEVER_FULFILLED,
    /// One part, with nothing to fulfil.
    SINGLE,
    /// More than eight were open at once; the oldest was let go without a class.
    PUSHED_OUT
}
