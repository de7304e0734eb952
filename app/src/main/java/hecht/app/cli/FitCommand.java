package hecht.app.cli;

import hecht.app.learning.Learning;
import hecht.app.learning.Learning.Learned;
import hecht.core.relation.Model;
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

    @Option(names = "--activate", descriptionKey = "option.output.activate")
    boolean activate;

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
        if (activate) throw with.wrongUse("use.activate-what-is-kept");
        try (Study study = Study.of(files, reading, judging, with)) {
            Model learned = learn(study);
            study.tell(with);
            return learned == null ? Exit.INPUT : study.exit();
        }
    }

    private int ofKept() throws Refusal {
        reading.refuseBesideData(with);
        judging.refuseBesideData(with);
        try (Kept kept = Kept.open(keeping, judging.at(with), with)) {
            Model learned = learn(kept);
            if (learned == null) return Exit.INPUT;
            if (activate) {
                kept.believeBy(ModelFile.text(learned), with);
                with.tell(with.say("fit.activated"));
            } else with.tell(with.say("fit.not-activated"));
            return Exit.DONE;
        }
    }

    /// @return what was learned; null where nothing was
    private @Nullable Model learn(Basis basis) throws Refusal {
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
        if (!(learned.fit() instanceof Fit.Converged found)) return null;
        if (output != null) {
            ModelFile.write(found.found(), output);
            with.tell(with.say("score.saved-model", output));
        }
        return found.found();
    }
}
