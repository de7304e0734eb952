package hecht.app.cli;

import hecht.files.Refusal;

/// One thing that `hecht` does.
interface Command {
    /// @return the exit code
    int run() throws Refusal;
}
