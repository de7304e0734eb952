package hecht.core.event;

/// What keeps one event from being read: which field, what was expected, what was found, what to do. Values are cut to a
/// length a person can read; they may be personal data and go to the person who imports, never into a log.
///
/// @param field the field's name as in the contract
/// @param remedy what to do about it; empty where the expectation says it
public record Problem(String field, String expected, String found, String remedy) {
    private static final int SHOWN = 60;

    public Problem {
        if (found.length() > SHOWN) found = found.substring(0, found.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }

    /// `time: expected a moment with a zone, such as 2026-03-01T09:30:00Z, found "01-03-2026"; set zone and format in the
    /// mapping`, without a full stop, so that a caller can add what it knows.
    public String sentence() {
        String what = found.isEmpty() ? "nothing" : '"' + found + '"';
        return field + ": expected " + expected + ", found " + what + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
