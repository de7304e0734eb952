package hecht.app.cli;

import hecht.app.security.FirstOwner;
import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.files.Refusal;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// What `serve` and `demo` have in common: a server that runs until somebody stops it.
final class Service {
    private static final int LAST_PORT = 65_535;

    private Service() {}

    static int port(String written, Conversation with) throws Refusal {
        if (written.matches("[0-9]{1,5}") && Integer.parseInt(written) <= LAST_PORT) return Integer.parseInt(written);
        throw with.wrongUse("use.port", Shown.safely(written));
    }

    /// @throws Refusal when the data, the database or the port cannot be had
    static Server start(Settings settings, Conversation with) throws Refusal {
        return Server.start(settings, with.around().clock());
    }

    /// Says where pages are answered and how to stop, and lets the first owner in.
    static void welcome(Server server, Settings settings, Conversation with) throws Refusal {
        with.tell(with.say("serve.ready", server.address()));
        with.tell(with.say("serve.stop"));
        Optional<String> link = server.part(FirstOwner.class).link();
        if (link.isEmpty()) return;
        with.tell(with.say("serve.owner"));
        OneTimeLink.hand(server.address() + link.get(), "owner", settings.data(), with);
    }

    /// Waits for Ctrl-C or a signal to end, upon which the server closes by itself.
    static int untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE;
    }
}
