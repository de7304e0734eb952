package hecht.core.episode;

/// What happens by itself at its own time, in the order in which those of one moment come.
public enum Deadline {
    PROMISE_BROKEN,
    NEVER_FULFILLED,
    /// An invitation was not answered in time; it belongs to no episode.
    NO_ANSWER
}
