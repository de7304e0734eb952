package hecht.app.words;

import hecht.core.event.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages that hecht speaks with people. What programs read is the same in both.
public enum Language implements Choice {
    EN,
    NL;

    public Locale locale() {
        return Locale.of(word());
    }

    /// As `--language` says, wherever it stands on the command line; else as the locale says; else English. It is looked up
    /// before the command line is understood, because what may be wrong with that has to be said in it.
    public static Language of(List<String> args, Map<String, String> environment) {
        String written = written(args);
        return Optional.ofNullable(written)
                .flatMap(word -> Choice.read(Language.class, word))
                .orElseGet(() -> ofLocale(environment));
    }

    /// What `--language` says; null where it does not stand.
    public static @Nullable String written(List<String> args) {
        String found = null;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) break;
            if (arg.startsWith("--language=")) found = arg.substring("--language=".length());
            if (arg.equals("--language") && i + 1 < args.size()) found = args.get(i + 1);
        }
        return found;
    }

    /// The first of the three that is set decides, as POSIX has it.
    private static Language ofLocale(Map<String, String> environment) {
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) return locale.toLowerCase(Locale.ROOT).startsWith("nl") ? NL : EN;
        }
        return EN;
    }
}
