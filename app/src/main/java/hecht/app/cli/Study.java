package hecht.app.cli;

import hecht.app.ingest.Histories;
import hecht.app.ingest.History;
import hecht.app.ingest.Scored;
import hecht.app.ingest.Tally;
import hecht.app.ingest.Terms;
import hecht.app.ingest.Viewer;
import hecht.core.event.Words;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.files.Input;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.files.Rejects;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Files that were read, and the fold by which they are judged. Close it: it may keep a private temporary file.
final class Study implements Basis {
    private static final int NAMES = 3;

    private final Histories histories;
    private final Fold fold;
    private final Rejects rejects;

    private Study(Histories histories, Fold fold, Rejects rejects) {
        this.histories = histories;
        this.fold = fold;
        this.rejects = rejects;
    }

    /// Reads files to answer a question: what is rejected is counted and told, and not kept.
    static Study of(List<String> files, FileOptions reading, ModelOptions judging, Conversation with) throws Refusal {
        return of(files, reading, judging, Rejects::forgotten, with);
    }

    /// Reads files, and counts what is usual in them unless a model is given. What options say is looked at before anything
    /// is read.
    static Study of(
            List<String> files,
            FileOptions reading,
            ModelOptions judging,
            Function<Input, Rejects> aside,
            Conversation with)
            throws Refusal {
        Model given = judging.model == null ? null : ModelFile.read(judging.model);
        RuleSet rules = judging.rules(with);
        Mode mode = judging.mode(with);
        ZoneId zone = reading.zone(with, given == null ? null : given.zone());
        Terms terms = Terms.of(zone, with.around().clock().instant()).at(judging.at(with));
        try (Input input = reading.open(files, with);
                Rejects rejects = aside.apply(input)) {
            Histories histories = Histories.read(input, terms, rejects, with.reading());
            try {
                Model model = given == null
                        ? histories.counted(
                                Model.builtIn(zone, mode == null ? Mode.CONTRACT : mode), rules, with.counting())
                        : mode == null ? given : given.in(mode);
                return new Study(histories, new Fold(model, rules), rejects);
            } catch (Refusal | RuntimeException | Error e) {
                histories.close();
                throw e;
            }
        } finally {
            with.progressIsOver();
        }
    }

    Histories histories() {
        return histories;
    }

    @Override
    public Fold fold() {
        return fold;
    }

    @Override
    public Instant asOf() {
        return histories.asOf();
    }

    @Override
    public void each(Viewer<? super History, Refusal> viewer) throws Refusal {
        histories.each(viewer);
    }

    Tally tally() {
        return histories.tally();
    }

    Scored score(Conversation with) throws Refusal {
        try {
            return histories.score(fold, with.folding());
        } finally {
            with.progressIsOver();
        }
    }

    /// @throws Refusal when there is no such customer; it names those whose keys are near
    @Override
    public History historyOf(String customer, Conversation with) throws Refusal {
        History found = histories.of(customer).orElse(null);
        if (found != null) return found;
        List<String> keys = new ArrayList<>();
        histories.each(each -> keys.add(each.customer()));
        String near = Words.nearest(customer, keys)
                .map(key -> with.say("why.near", Shown.safely(key)))
                .orElseGet(() -> with.say(
                        "why.near-none",
                        Shown.safely(String.join(", ", keys.subList(0, Math.min(NAMES, keys.size()))))));
        throw with.wrongUse("why.unknown-customer", Shown.safely(customer), near);
    }

    void saveModel(Path file, Conversation with) throws Refusal {
        ModelFile.write(fold.model(), file);
        with.tell(with.say("score.saved-model", file));
    }

    /// Tells what was kept aside, where something was.
    void tellOfRejects(Conversation with) {
        if (tally().isAnythingKeptAside()) tell(with);
    }

    /// What became of everything that was read, on standard error.
    void tell(Conversation with) {
        new Tallied(with).tell(tally(), rejects.written());
    }

    /// That these data suggest another mode, if they do.
    void tellOfOtherMode(Scored scored, Conversation with) {
        Mode mode = fold.model().mode();
        if (scored.proposal() != mode)
            with.tell(with.say(
                    "score.other-mode",
                    scored.proposal().word(),
                    with.messages().word(mode)));
    }

    int exit() {
        return tally().isAnythingKeptAside() ? Exit.REJECTS : Exit.DONE;
    }

    @Override
    public void close() {
        histories.close();
    }
}
