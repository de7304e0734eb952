package hecht.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the browser is. The variable CHROMIUM names it, and then it must be there; else it is looked for in the usual places.
final class Chromium {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    static Optional<Path> found() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            if (Files.isExecutable(Path.of(named))) return Optional.of(Path.of(named));
            throw new IllegalStateException("CHROMIUM names " + named + ", where no program is");
        }
        return USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static String wanted() {
        return Stream.concat(Stream.of("no Chromium in any of"), USUAL.stream())
                        .reduce((a, b) -> a + " " + b)
                        .orElse("")
                + "; install it (Debian: apt-get install chromium), or name it in CHROMIUM";
    }
}
