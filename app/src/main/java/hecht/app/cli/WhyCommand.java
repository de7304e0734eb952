package hecht.app.cli;

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

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", descriptionKey = "option.takes.files-or-data")
    List<String> files = List.of();

    @Mixin
    DataOptions keeping = new DataOptions();

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
        if (files.isEmpty()) return ofKept();
        keeping.refuseBesideFiles(with);
        try (Destination out = with.output();
                Study study = Study.of(files, reading, judging, with)) {
            tell(study, out);
            study.tellOfRejects(with);
            return study.exit();
        }
    }

    private int ofKept() throws Refusal {
        reading.refuseBesideData(with);
        judging.refuseBesideData(with);
        try (Destination out = with.output();
                Kept kept = Kept.open(keeping, judging.at(with), with)) {
            tell(kept, out);
            return Exit.DONE;
        }
    }

    private void tell(Basis basis, Destination out) throws Refusal {
        Reckoning reckoning = Reckoning.of(basis.historyOf(customer, with), basis);
        if (json) WhyJson.write(reckoning, out);
        else new WhyReport(with, basis, reckoning).lines(all).forEach(out::line);
        out.finish();
    }
}
