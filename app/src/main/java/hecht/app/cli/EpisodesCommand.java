package hecht.app.cli;

import hecht.app.ingest.History;
import hecht.core.episode.EpisodeRecord;
import hecht.files.Refusal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht episodes [CUSTOMER] FILE…`: what customers went through for their goals, of one customer or of all by goal.
@CommandLine.Command(name = "episodes")
final class EpisodesCommand implements Command {
    private static final int GOALS = 30;

    private final Conversation with;

    @Parameters(arity = "0..*", paramLabel = "[CUSTOMER] FILE", descriptionKey = "option.takes.customer-files")
    List<String> words = List.of();

    @Mixin
    DataOptions keeping = new DataOptions();

    @Mixin
    FileOptions reading = new FileOptions();

    @Mixin
    ModelOptions judging = new ModelOptions();

    @Option(names = "--customer", paramLabel = "KEY", descriptionKey = "option.output.customer-key")
    @Nullable
    String customer;

    @Option(names = "--json", descriptionKey = "option.output.json-lines")
    boolean json;

    @Option(names = "--all", descriptionKey = "option.output.all")
    boolean all;

    EpisodesCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        boolean named = customer == null && !words.isEmpty() && isCustomer(words.getFirst());
        String of = named ? words.getFirst() : customer;
        List<String> files = named ? words.subList(1, words.size()) : words;
        if (files.isEmpty()) return ofKept(of);
        keeping.refuseBesideFiles(with);
        try (Destination out = with.output();
                Study study = Study.of(files, reading, judging, with)) {
            tell(of, study, out);
            if (of == null) study.tell(with);
            else study.tellOfRejects(with);
            return study.exit();
        }
    }

    private int ofKept(@Nullable String of) throws Refusal {
        reading.refuseBesideData(with);
        judging.refuseBesideData(with);
        try (Destination out = with.output();
                Kept kept = Kept.open(keeping, judging.at(with), with)) {
            tell(of, kept, out);
            return Exit.DONE;
        }
    }

    private void tell(@Nullable String of, Basis basis, Destination out) throws Refusal {
        if (of != null) one(basis.historyOf(of, with), basis, out);
        else all(basis, out);
        out.finish();
    }

    /// A single word that names nothing to read can only be a customer, where there is an organisation to have one.
    private boolean isCustomer(String word) {
        return !isToRead(word) && (words.size() > 1 || keeping.isThere(with));
    }

    /// The first word is a customer unless it names something to read; `--customer` says so beyond doubt.
    private static boolean isToRead(String word) {
        if (word.equals("-") || word.contains("*")) return true;
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void one(History of, Basis basis, Destination out) {
        List<EpisodeRecord> records = of.episodes(basis.fold(), basis.asOf());
        if (json) {
            Json lines = new Json(out);
            for (EpisodeRecord each : records) EpisodeJson.write(of.customer(), each, lines);
        } else {
            new EpisodeReport(with, basis).lines(of.customer(), records, all).forEach(out::line);
        }
    }

    private void all(Basis basis, Destination out) throws Refusal {
        Json lines = json ? new Json(out) : null;
        Goals goals = new Goals();
        basis.each(history -> {
            for (EpisodeRecord each : history.episodes(basis.fold(), basis.asOf())) {
                if (lines != null) EpisodeJson.write(history.customer(), each, lines);
                else goals.add(each);
            }
        });
        if (lines == null)
            new GoalReport(with, basis)
                    .lines(goals, all ? Integer.MAX_VALUE : GOALS)
                    .forEach(out::line);
    }
}
