package hecht.app.cli;

import hecht.app.ingest.Tally;
import hecht.files.Input;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.files.Suggestion;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht import FILE…`: events into a running server or a data folder. On the way there `--suggest` writes a mapping, and
/// `--dry-run` shows what would come in.
@CommandLine.Command(name = "import")
final class ImportCommand implements Command {
    private final Conversation with;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.takes.files")
    List<String> files = List.of();

    @ArgGroup(headingKey = "group.what")
    @Nullable
    What what;

    @Mixin
    DataOptions keeping = new DataOptions();

    @Mixin
    FileOptions reading = new FileOptions();

    @Option(names = "--rejects", paramLabel = "FILE", descriptionKey = "option.output.rejects")
    @Nullable
    Path rejects;

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
        if (what == null) return bringIn();
        return what.suggest ? suggest() : new DryRun(with, files, reading).run(json);
    }

    private int bringIn() throws Refusal {
        try (Destination out = with.output();
                Holdings holdings = Holdings.ofOrNew(keeping, with);
                Input input = reading.open(files, holdings.zone(), with);
                Rejects aside = Rejects.beside(input, rejects)) {
            Tally tally = new BringingIn(with, holdings).run(input, reading.mappingName(), aside);
            if (json) TallyJson.write(tally, new Json(out));
            out.finish();
            new Tallied(with).tell(tally, aside.written());
            return tally.isAnythingKeptAside() ? Exit.REJECTS : Exit.DONE;
        } finally {
            with.progressIsOver();
        }
    }

    private int suggest() throws Refusal {
        try (Destination out = with.output()) {
            out.write(Suggestion.of(files, reading.zone(with, null)).yaml());
            out.finish();
            return Exit.DONE;
        }
    }
}
