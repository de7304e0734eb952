package hecht.app.cli;

import hecht.core.event.Words;
import hecht.files.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The commands there are, by name, in the order in which help tells of them.
final class Commands {
    private static final Map<String, Function<Conversation, Command>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("demo", DemoCommand::new);
        ALL.put("serve", ServeCommand::new);
        ALL.put("import", ImportCommand::new);
        ALL.put("score", ScoreCommand::new);
        ALL.put("why", WhyCommand::new);
        ALL.put("episodes", EpisodesCommand::new);
        ALL.put("fit", FitCommand::new);
        ALL.put("export", ExportCommand::new);
        ALL.put("digest", DigestCommand::new);
        ALL.put("verify", VerifyCommand::new);
        ALL.put("backup", BackupCommand::new);
        ALL.put("restore", RestoreCommand::new);
        ALL.put("user", UserCommand::new);
        ALL.put("simulate", SimulateCommand::new);
        ALL.put("version", VersionCommand::new);
    }

    private Commands() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /// `hecht` with those of its commands that these words may mean, or with all of them for its help. A command takes
    /// picocli some time to look through, and who scores a small file waits for all of it.
    ///
    /// @throws Refusal when the first word that is no option is no command
    static CommandLine line(List<String> args, Conversation with) throws Refusal {
        String first = firstWord(args);
        if (first != null && !ALL.containsKey(first)) throw unknown(first, with);
        CommandLine line = new CommandLine(new Hecht());
        ALL.forEach((name, command) -> {
            if (first == null || first.equals(name)) line.addSubcommand(name, command.apply(with));
        });
        line.setExpandAtFiles(false); // a customer may be called @anna
        line.setInterpolateVariables(false);
        line.setUnmatchedOptionsArePositionalParams(false);
        line.setOverwrittenOptionsAllowed(false);
        return line;
    }

    private static @Nullable String firstWord(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--language")) i++;
            else if (!args.get(i).startsWith("-")) return args.get(i);
        }
        return null;
    }

    private static Refusal unknown(String word, Conversation with) {
        String meant = Words.nearest(word, names())
                .map(name -> with.say("use.meant", name))
                .orElseGet(() -> with.say("use.commands", String.join(", ", names())));
        return with.wrongUse("use.unknown-command", Shown.safely(word), meant);
    }

    /// The options that every command has.
    @CommandLine.Command(name = "hecht")
    static final class Hecht {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT,
                descriptionKey = "option.general.help")
        boolean help;

        @Option(
                names = "--language",
                paramLabel = "nl|en",
                scope = ScopeType.INHERIT,
                descriptionKey = "option.general.language")
        @Nullable
        String language; // read before this, by Language

        Hecht() {}
    }
}
