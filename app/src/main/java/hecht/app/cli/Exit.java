package hecht.app.cli;

import hecht.files.Refusal;

/// How a command ends, for who called it. The table stands in every help text and in the contract of events.
final class Exit {
    static final int DONE = 0;
    /// A fault of ours.
    static final int FAULT = 1;
    /// Wrong use.
    static final int USE = 2;
    /// Done, and some rows were rejected or conflicting.
    static final int REJECTS = 3;
    /// Input that could not be read at all, or is empty.
    static final int INPUT = 4;
    /// The surroundings: a folder that is not writable, a full disk.
    static final int SURROUNDINGS = 5;

    /// Verified, and something differs.
    static final int DIFFERS = 6;

    private Exit() {}

    static int of(Refusal.Kind kind) {
        return switch (kind) {
            case USE -> USE;
            case INPUT -> INPUT;
            case SURROUNDINGS -> SURROUNDINGS;
        };
    }
}
