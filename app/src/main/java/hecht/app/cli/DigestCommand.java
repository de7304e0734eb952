package hecht.app.cli;

import hecht.app.ingest.Proof.Digested;
import hecht.app.ingest.Scored;
import hecht.app.ingest.Tally;
import hecht.files.Refusal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht digest [FILE…]`: one line for all states, equal for equal events in whatever order they came, given once or twice.
@CommandLine.Command(name = "digest")
final class DigestCommand implements Command {
    private final Conversation with;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "option.takes.files-or-data")
    List<String> files = List.of();

    @Mixin
    DataOptions keeping = new DataOptions();

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
        if (files.isEmpty()) return ofKept();
        keeping.refuseBesideFiles(with);
        try (Destination out = with.output();
                Study study = Study.of(files, reading, judging, with)) {
            Scored scored = study.score(with);
            Tally tally = study.tally();
            tell(
                    new Digested(
                            scored.digest(), study.histories().customers(), tally.accepted(), tally.conflicting(), 0),
                    out);
            study.tell(with);
            return study.exit();
        }
    }

    private int ofKept() throws Refusal {
        reading.refuseBesideData(with);
        judging.refuseBesideData(with);
        if (judging.at != null) throw with.wrongUse("use.only-with-files", "--at");
        try (Destination out = with.output();
                Holdings holdings = Holdings.of(keeping, with)) {
            tell(holdings.digest(), out);
            return Exit.DONE;
        }
    }

    private void tell(Digested it, Destination out) {
        if (json) {
            Json line = new Json(out);
            line.open().text("digest", it.digest()).whole("customers", it.customers());
            line.whole("events", it.events()).whole("conflicts", it.conflicts());
            line.close().end();
        } else {
            out.line(it.digest() + "  customers " + it.customers() + "  events " + it.events() + "  conflicts "
                    + it.conflicts());
        }
        if (it.waiting() > 0) with.tell(with.say("digest.waiting", it.waiting()));
        out.finish();
    }
}
