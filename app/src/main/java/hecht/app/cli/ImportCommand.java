package hecht.app.cli;

import hecht.files.Refusal;
import hecht.files.Suggestion;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht import FILE --suggest` and `--dry-run`: on the way to an import, a mapping and a look at what would come in.
@CommandLine.Command(name = "import")
final class ImportCommand implements Command {
    private final Conversation with;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.takes.files")
    List<String> files = List.of();

    @ArgGroup(multiplicity = "1", headingKey = "group.what")
    What what = new What();

    @Mixin
    FileOptions reading = new FileOptions();

    static final class What {
        @Option(names = "--suggest", required = true, descriptionKey = "option.what.suggest")
        boolean suggest;

        @Option(names = "--dry-run", required = true, descriptionKey = "option.what.dry-run")
        boolean dryRun;

        What() {}
    }

    @Option(names = "--json", descriptionKey = "option.output.json")
    boolean json;

    ImportCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        return what.suggest ? suggest() : new DryRun(with, files, reading).run(json);
    }

    private int suggest() throws Refusal {
        try (Destination out = with.output()) {
            out.write(Suggestion.of(files, reading.zone(with, null)).yaml());
            out.finish();
            return Exit.DONE;
        }
    }
}
