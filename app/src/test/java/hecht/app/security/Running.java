package hecht.app.security;

import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.TestStore;
import hecht.store.Where;
import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Audit;
import hecht.store.access.Right;
import hecht.store.access.Role;
import hecht.store.postgres.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A real server on loopback, on an empty database, with a clock we set. Start one per test class.
public final class Running implements AutoCloseable {
    public static final String PASSWORD = "a lamp on the stairs";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Server server;
    private final Path data;
    private final ClockWeSet clock;

    private Running(Server server, Path data, ClockWeSet clock) {
        this.server = server;
        this.data = data;
        this.clock = clock;
    }

    public static Running start() {
        try {
            Path data = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "house");
            ClockWeSet clock = new ClockWeSet(Instant.parse("2026-11-01T12:00:00Z"));
            Login login = TestStore.emptyDatabase();
            Settings settings = new Settings(
                    data,
                    new Where.Own(login.url(), login.user(), login.password()),
                    Settings.LOOPBACK,
                    0,
                    List.of("hecht.example"),
                    null,
                    false,
                    Settings.Founding.DEFAULT);
            return new Running(Server.start(settings, clock), data, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return server.address();
    }

    public Path data() {
        return data;
    }

    public ClockWeSet clock() {
        return clock;
    }

    public Store store() {
        return server.store();
    }

    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    public Browser browser() {
        return new Browser(address());
    }

    /// Somebody with a name of their own, who chose [#PASSWORD] and has not signed in.
    public String somebody(Role role) {
        String name = role.word() + NUMBER.incrementAndGet();
        AccountName account = new AccountName(name);
        store().access().accounts().add(account, role, clock.instant());
        store().access()
                .links()
                .use(
                        store().access().links().make(account, clock.instant()),
                        part(Passwords.class).hash(PASSWORD),
                        clock.instant());
        return name;
    }

    /// A browser in which somebody with this role is signed in.
    public Browser signedIn(Role role) {
        Browser browser = browser();
        browser.signIn(somebody(role), PASSWORD);
        return browser;
    }

    public String token(Right... rights) {
        return store().access()
                .tokens()
                .make("token" + NUMBER.incrementAndGet(), Set.of(rights), "test", clock.instant())
                .orElseThrow()
                .text();
    }

    /// The newest lines of the audit.
    public List<Audit.Line> audit() {
        return store().access().audit().page(Long.MAX_VALUE, 200);
    }

    public boolean audited(Act act, String who) {
        return audit().stream().anyMatch(line -> line.act() == act && line.who().equals(who));
    }

    @Override
    public void close() {
        server.close();
    }
}
