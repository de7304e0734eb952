package hecht.app.cli;

import hecht.core.event.Choice;
import hecht.core.perception.Preset;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Mode;
import hecht.files.Refusal;
import hecht.files.RuleFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By what model events are judged, and as of which day.
final class ModelOptions {
    @Option(names = "--at", paramLabel = "DAY", descriptionKey = "option.model.at")
    @Nullable
    String at;

    @Option(names = "--model", paramLabel = "FILE", descriptionKey = "option.model.model")
    @Nullable
    Path model;

    @Option(names = "--mode", paramLabel = "contract|rhythm", descriptionKey = "option.model.mode")
    @Nullable
    String mode;

    @Option(names = "--preset", paramLabel = "energy|shop|municipality", descriptionKey = "option.model.preset")
    @Nullable
    String preset;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "option.model.rules")
    @Nullable
    Path rules;

    ModelOptions() {}

    /// What an organisation keeps is judged by its own model and rules.
    void refuseBesideData(Conversation with) throws Refusal {
        if (model != null) throw with.wrongUse("use.only-with-files", "--model");
        if (mode != null) throw with.wrongUse("use.only-with-files", "--mode");
        if (preset != null) throw with.wrongUse("use.only-with-files", "--preset");
        if (rules != null) throw with.wrongUse("use.only-with-files", "--rules");
    }

    /// @throws Refusal when it is no day
    @Nullable
    LocalDate at(Conversation with) throws Refusal {
        if (at == null) return null;
        try {
            return LocalDate.parse(at);
        } catch (DateTimeParseException e) {
            throw with.wrongUse("use.day", Shown.safely(at));
        }
    }

    /// The mode asked for; null where none is.
    @Nullable
    Mode mode(Conversation with) throws Refusal {
        return mode == null ? null : choice(Mode.class, "--mode", mode, with);
    }

    /// The rules of perception: those of the preset, with one's own over them.
    RuleSet rules(Conversation with) throws Refusal {
        Preset named = preset == null ? Preset.ENERGY : choice(Preset.class, "--preset", preset, with);
        return rules == null ? named.rules() : RuleFile.read(rules, named.rules());
    }

    private static <E extends Enum<E> & Choice> E choice(
            Class<E> type, String option, String written, Conversation with) throws Refusal {
        E read = Choice.read(type, written).orElse(null);
        if (read != null) return read;
        String permitted = String.join(", ", Choice.words(type));
        throw with.wrongUse("use.choice", option, permitted, Shown.safely(written));
    }
}
