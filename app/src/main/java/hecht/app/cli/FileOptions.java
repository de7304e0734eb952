package hecht.app.cli;

import hecht.files.Input;
import hecht.files.Mapping;
import hecht.files.Refusal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How files are read, for every command that reads them.
final class FileOptions {
    private static final Duration BELIEVED_AHEAD = Duration.ofDays(1);
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "option.files.mapping")
    @Nullable
    Path mapping;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "option.files.zone")
    @Nullable
    String zone;

    private @Nullable Mapping read;

    FileOptions() {}

    /// Finds the files, and reads the mapping.
    ///
    /// @throws Refusal when there is nothing to read, or what an option says cannot be
    Input open(List<String> files, Conversation with) throws Refusal {
        Instant latest = with.around().clock().instant().plus(BELIEVED_AHEAD);
        return Input.open(
                files,
                new Input.Settings(mapping(), asked(with), latest),
                with.around().in());
    }

    /// The same for an organisation that has a zone: in it moments without an offset are read, where neither option nor mapping
    /// says another.
    Input open(List<String> files, ZoneId organisations, Conversation with) throws Refusal {
        ZoneId asked = asked(with);
        Instant latest = with.around().clock().instant().plus(BELIEVED_AHEAD);
        return Input.open(
                files,
                new Input.Settings(mapping(), asked == null ? organisations : asked, latest),
                with.around().in());
    }

    /// The mapping's name; null where columns are hecht's own.
    @Nullable
    String mappingName() throws Refusal {
        Mapping read = mapping();
        return read == null ? null : read.name();
    }

    /// What an organisation keeps was read already.
    void refuseBesideData(Conversation with) throws Refusal {
        if (mapping != null) throw with.wrongUse("use.only-with-files", "--mapping");
        if (zone != null) throw with.wrongUse("use.only-with-files", "--zone");
    }

    /// The organisation's zone: the one asked for, else the model's, else the mapping's, else UTC. Never the machine's, so
    /// that the same command says the same everywhere.
    ///
    /// @param model its zone; null where no model is given
    ZoneId zone(Conversation with, @Nullable ZoneId model) throws Refusal {
        ZoneId asked = asked(with);
        if (asked != null && model != null && !asked.equals(model))
            throw with.wrongUse("use.zone-of-model", asked.getId(), model.getId());
        if (asked != null) return asked;
        if (model != null) return model;
        Mapping mapping = mapping();
        ZoneId mapped = mapping == null ? null : mapping.zone();
        return mapped == null ? UTC : mapped;
    }

    private @Nullable Mapping mapping() throws Refusal {
        if (mapping != null && read == null) read = Mapping.read(mapping);
        return read;
    }

    private @Nullable ZoneId asked(Conversation with) throws Refusal {
        if (zone == null) return null;
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw with.wrongUse("use.zone", Shown.safely(zone));
        }
    }
}
