package hecht.app.cli;

import hecht.files.Refusal;
import hecht.store.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which organisation's data: the folder, and the database where it is not in the folder.
final class DataOptions {
    private static final Path USUAL = Path.of("hecht-data");

    /// As the driver wants it; what stands before an `@` would be taken for a part of the host's name.
    private static final Pattern OWN = Pattern.compile("jdbc:postgresql:[^@]+");

    @Option(names = "--data", paramLabel = "FOLDER", descriptionKey = "option.data.data")
    @Nullable
    Path data;

    DataOptions() {}

    /// As `--data` says, else `HECHT_DATA`, else the usual one beside where one stands.
    Path folder(Conversation with) {
        if (data != null) return data.toAbsolutePath().normalize();
        String named = with.around().environment().getOrDefault("HECHT_DATA", "");
        return (named.isEmpty() ? USUAL : Path.of(named)).toAbsolutePath().normalize();
    }

    /// Whether there is something to ask where no file was named.
    boolean isThere(Conversation with) {
        return data != null
                || !with.around()
                        .environment()
                        .getOrDefault("HECHT_DATABASE_URL", "")
                        .isEmpty()
                || Files.isDirectory(folder(with));
    }

    /// Files and a folder with data are two different things to ask.
    void refuseBesideFiles(Conversation with) throws Refusal {
        if (data != null) throw with.wrongUse("use.data-or-files");
    }

    /// A database of the organisation's own, as `HECHT_DATABASE_URL` says; else the one in the folder.
    ///
    /// @throws Refusal when that is no address of one, or the file with its password cannot be read
    Where where(Conversation with) throws Refusal {
        Map<String, String> environment = with.around().environment();
        String url = environment.getOrDefault("HECHT_DATABASE_URL", "");
        if (url.isEmpty()) return new Where.Embedded(folder(with));
        if (!OWN.matcher(url).matches()) throw new Refusal(Refusal.Kind.USE, with.say("data.database-url"));
        return new Where.Own(
                url,
                environment.getOrDefault("HECHT_DATABASE_USER", "hecht"),
                password(environment.getOrDefault("HECHT_DATABASE_PASSWORD_FILE", ""), with));
    }

    /// From a file, so that it stands neither in a list of processes nor in what a shell remembers.
    private static @Nullable String password(String file, Conversation with) throws Refusal {
        if (file.isEmpty()) return null;
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.SURROUNDINGS, with.say("data.password-file", file, Reasons.of(e)), e);
        }
    }
}
