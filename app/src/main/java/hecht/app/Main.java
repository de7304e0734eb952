package hecht.app;

import hecht.app.cli.Cli;
import hecht.app.cli.Surroundings;

/// Where `hecht` starts.
public final class Main {
    private Main() {}

    /// Ends the process with the exit code of the command. Ctrl-C ends it with 130, which Java does by itself.
    static void main(String[] args) {
        System.exit(run(args, Surroundings.ofThisProcess()));
    }

    /// Runs one command to its end.
    ///
    /// @return its exit code, as in the table of `hecht --help`
    public static int run(String[] args, Surroundings in) {
        return Cli.run(args, in);
    }
}
