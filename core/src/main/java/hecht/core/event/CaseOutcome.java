package hecht.core.event;

/// How a case ended.
public enum CaseOutcome implements Choice {
    FULFILLED,
    REJECTED,
    WITHDRAWN,
    UNFULFILLED
}
