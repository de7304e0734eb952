package hecht.app.cli;

import hecht.app.learning.Learning;
import hecht.app.learning.Learning.Learned;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.insight.fit.Fit;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht fit [FILE…]`: learns the model's parameters from an organisation's own history, and says how good they are.
@CommandLine.Command(name = "fit")
final class FitCommand implements Command {
    private final Conversation with;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "option.takes.files-or-data")
    List<String> files = List.of();

    @Mixin
    DataOptions keeping = new DataOptions();

    @Mixin
    FileOptions reading = new FileOptions();

    @Mixin
    ModelOptions judging = new ModelOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output.learned-model")
    @Nullable
    Path output;

    @Option(names = "--json", descriptionKey = "option.output.json")
    boolean json;

    FitCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        if (judging.model != null) throw with.wrongUse("use.fit-starts-anew");
        if (files.isEmpty()) return ofKept();
        keeping.refuseBesideFiles(with);
        try (Study study = Study.of(files, reading, judging, with)) {
            int exit = learn(study);
            study.tell(with);
            return exit == Exit.DONE ? study.exit() : exit;
        }
    }

    private int ofKept() throws Refusal {
        reading.refuseBesideData(with);
        judging.refuseBesideData(with);
        try (Kept kept = Kept.open(keeping, judging.at(with), with)) {
            return learn(kept);
        }
    }

    private int learn(Basis basis) throws Refusal {
        FitProgress progress = new FitProgress(with);
        Learned learned;
        try {
            learned = new Learning(basis.fold(), basis.asOf(), progress).from(basis::each);
        } finally {
            with.progressIsOver();
        }
        try (Destination out = with.output()) {
            if (json) FitJson.write(learned, new Json(out));
            else new FitReport(with, basis).lines(learned).forEach(out::line);
            out.finish();
        }
        if (!(learned.fit() instanceof Fit.Converged found)) return Exit.INPUT;
        if (output != null) {
            ModelFile.write(found.found(), output);
            with.tell(with.say("score.saved-model", output));
        }
        return Exit.DONE;
    }
}
