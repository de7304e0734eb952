package hecht.app.cli;

import hecht.app.ingest.Scored;
import hecht.app.ingest.Tally;
import hecht.files.Refusal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht digest FILE…`: one line for all states, equal for equal events in whatever order they came, given once or twice.
@CommandLine.Command(name = "digest")
final class DigestCommand implements Command {
    private final Conversation with;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.takes.files")
    List<String> files = List.of();

    @Mixin
    FileOptions reading = new FileOptions();

    @Mixin
    ModelOptions judging = new ModelOptions();

    @Option(names = "--json", descriptionKey = "option.output.json")
    boolean json;

    DigestCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        try (Destination out = with.output();
                Study study = Study.of(files, reading, judging, with)) {
            Scored scored = study.score(with);
            Tally tally = study.tally();
            int customers = study.histories().customers();
            if (json) {
                Json line = new Json(out);
                line.open().text("digest", scored.digest()).whole("customers", customers);
                line.whole("events", tally.accepted()).whole("conflicts", tally.conflicting());
                line.close().end();
            } else {
                out.line(scored.digest() + "  customers " + customers + "  events " + tally.accepted() + "  conflicts "
                        + tally.conflicting());
            }
            out.finish();
            study.tell(with);
            return study.exit();
        }
    }
}
