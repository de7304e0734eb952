package hecht.app.cli;

import hecht.app.ingest.History;
import hecht.files.Refusal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht why CUSTOMER FILE…`: why the health of one relationship is what it is, as a sum.
@CommandLine.Command(name = "why")
final class WhyCommand implements Command {
    private final Conversation with;

    @Parameters(index = "0", paramLabel = "CUSTOMER", descriptionKey = "option.takes.customer")
    String customer = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "option.takes.files")
    List<String> files = List.of();

    @Mixin
    FileOptions reading = new FileOptions();

    @Mixin
    ModelOptions judging = new ModelOptions();

    @Option(names = "--json", descriptionKey = "option.output.json")
    boolean json;

    @Option(names = "--all", descriptionKey = "option.output.all")
    boolean all;

    WhyCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        try (Destination out = with.output();
                Study study = Study.of(files, reading, judging, with)) {
            History history = study.historyOf(customer, with);
            Reckoning reckoning = Reckoning.of(history, study);
            if (json) WhyJson.write(reckoning, out);
            else new WhyReport(with, study, reckoning).lines(all).forEach(out::line);
            out.finish();
            study.tellOfRejects(with);
            return study.exit();
        }
    }
}
