package hecht.app.cli;

import hecht.app.cli.OutputOptions.Form;
import hecht.app.ingest.Scored;
import hecht.files.Refusal;
import hecht.files.Rejects;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hecht score`: the health of every relationship, straight from files.
@CommandLine.Command(name = "score")
final class ScoreCommand implements Command {
    private static final int ROWS = 20;

    private final Conversation with;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.takes.files")
    List<String> files = List.of();

    @Mixin
    FileOptions reading = new FileOptions();

    @Mixin
    ModelOptions judging = new ModelOptions();

    @Mixin
    OutputOptions writing = new OutputOptions();

    ScoreCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        Form form = writing.form(files, with);
        int rows = writing.rows(ROWS, with);
        try (Scores out = Scores.to(form, writing.file(), with);
                Study study =
                        Study.of(files, reading, judging, input -> Rejects.beside(input, writing.rejects), with)) {
            Scored scored = study.score(with);
            if (writing.saveModel != null) study.saveModel(writing.saveModel, with);
            ScoreReport report = new ScoreReport(with, study);
            if (form == Form.REPORT) {
                out.report(report.lines(scored, rows));
            } else {
                out.all(scored, study.zone());
                if (writing.file() != null) with.tell(with.say("score.written", writing.file()));
                report.sentences(scored).forEach(with::tell);
            }
            study.tellOfOtherMode(scored, with);
            study.tell(with);
            return study.exit();
        }
    }
}
