package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The way in to a house that nobody can enter yet.
@Component
public final class FirstOwner {
    private static final AccountName OWNER = new AccountName("owner");

    private final Store store;
    private final Clock clock;

    FirstOwner(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// As long as nobody has a password: makes the user *owner*, unless there is one, and a fresh link.
    ///
    /// @return the address of the link in this server, `/link/…`; nothing when somebody can sign in
    public Optional<String> link() {
        if (store.access().accounts().canAnybodySignIn()) return Optional.empty();
        Instant now = clock.instant();
        if (store.access().accounts().add(OWNER, Role.OWNER, now)) wrote(Act.USER_ADDED, now, "owner");
        store.access().accounts().setRole(OWNER, Role.OWNER);
        wrote(Act.LINK_MADE, now, "owner");
        return Optional.of("/link/" + store.access().links().make(OWNER, now).text());
    }

    private void wrote(Act act, Instant now, String detail) {
        store.access().audit().write(now, Who.COMMAND_LINE, "", act, null, detail);
    }
}
