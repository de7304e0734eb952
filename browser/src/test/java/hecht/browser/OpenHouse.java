package hecht.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import hecht.app.ingest.LichtlandLoading;
import hecht.app.security.FirstOwner;
import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.app.web.layout.House;
import hecht.demo.Lichtland;
import hecht.files.Refusal;
import hecht.store.Where;
import hecht.store.access.Access;
import hecht.store.access.AccountName;
import hecht.store.access.Role;
import hecht.store.setup.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// A server with a small Lichtland, its owner signed in, and a browser that may look at it. Its clock goes on from the day
/// after the last event, so that a page says the same whenever the test runs.
final class OpenHouse implements AutoCloseable {
    static final String NAME = "owner";
    static final String PASSWORD = "een lantaarn in de regen";

    private static final int CUSTOMERS = 1_500;
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;
    private final Clock clock;
    private final Server server;
    private final Browser browser;
    private final String signedIn; // the owner's cookies, as Playwright keeps them
    private String viewer = ""; // those of somebody who may see less, once they came in

    private OpenHouse(Path folder, Clock clock, Server server, Browser browser, String signedIn) {
        this.folder = folder;
        this.clock = clock;
        this.server = server;
        this.browser = browser;
        this.signedIn = signedIn;
    }

    static OpenHouse open(Chromium chromium) {
        return open(CUSTOMERS, chromium);
    }

    /// @param customers of Lichtland; 0: nothing was heard yet
    static OpenHouse open(int customers, Chromium chromium) {
        try {
            Path folder = Files.createTempDirectory("hecht-browser");
            Settings settings = Settings.onLoopback(folder, new Where.Embedded(folder), 0);
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOW));
            Server server = Server.start(settings, clock);
            if (customers > 0) fill(server, customers);
            Browser browser = chromium.browser();
            String link = server.part(FirstOwner.class).link().orElseThrow();
            return new OpenHouse(folder, clock, server, browser, enter(server, link, browser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    /// As the button of an empty house does: the files of Lichtland's own systems, untidy as they are, each through its mapping.
    private static void fill(Server server, int customers) {
        LichtlandLoading lichtland = server.part(LichtlandLoading.class);
        lichtland.begin(Lichtland.of(customers, Lichtland.SEED));
        until(() -> isIn(lichtland) && isSettled(server), "everybody is folded");
    }

    private static boolean isIn(LichtlandLoading lichtland) {
        if (lichtland.seen().step() == LichtlandLoading.Step.FAILED)
            throw new IllegalStateException(
                    "Lichtland did not come in: " + lichtland.seen().failure());
        return lichtland.seen().step() == LichtlandLoading.Step.DONE;
    }

    private static boolean isSettled(Server server) {
        House house = server.part(House.class);
        int active = server.store().models().active().map(Models.Kept::number).orElse(-1);
        int inForce = server.store()
                .relation()
                .folders()
                .inForce()
                .map(each -> each.number())
                .orElse(-2);
        return house.asOf().isPresent()
                && house.behind().isEmpty()
                && server.store().marks().isEmpty()
                && active == inForce;
    }

    private interface Condition {
        boolean holds();
    }

    /// Waits until it holds for a second and a half on end: between two pieces of work the house may rest for a moment.
    private static void until(Condition condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int held = 0;
        while (held < 15) {
            held = condition.holds() ? held + 1 : 0;
            if (System.nanoTime() > end) throw new IllegalStateException("waited in vain until " + what);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// Somebody follows the link they were given and chooses a password.
    private static String enter(Server server, String link, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(server.address() + link);
            for (var field : page.locator("main input[type=password]").all()) field.fill(PASSWORD);
            page.locator("main form button").click();
            page.waitForURL("**/pulse");
            return context.storageState();
        }
    }

    URI address() {
        return server.address();
    }

    Server server() {
        return server;
    }

    /// As the owner.
    Visit visit(Eyes eyes) {
        return new Visit(browser.newContext(eyes.options().setStorageState(signedIn)), address());
    }

    /// As somebody who sees figures and never a person.
    Visit visitAsViewer(Eyes eyes) {
        if (viewer.isEmpty()) {
            AccountName name = new AccountName("viewer");
            Instant now = Instant.now(clock);
            Access access = server.store().access();
            access.accounts().add(name, Role.VIEWER, now);
            viewer = enter(server, "/link/" + access.links().make(name, now).text(), browser);
        }
        return new Visit(browser.newContext(eyes.options().setStorageState(viewer)), address());
    }

    /// As somebody who is not signed in.
    Visit knock(Eyes eyes) {
        return new Visit(browser.newContext(eyes.options()), address());
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
