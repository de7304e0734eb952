package hecht.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser, started once for all tests. The variable CHROMIUM names it, and then it must be there; else it is looked for in the usual places.
final class Chromium implements AutoCloseable {
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(found().orElseThrow())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

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
