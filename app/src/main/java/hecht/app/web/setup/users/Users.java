package hecht.app.web.setup.users;

import hecht.app.security.Audit;
import hecht.app.security.Who;
import hecht.store.Store;
import hecht.store.access.Account;
import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Change;
import hecht.store.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What can be done with accounts, each with its line in the audit.
@Component
final class Users {
    private final Store store;
    private final Clock clock;
    private final Audit audit;

    Users(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    List<Account> all() {
        return store.access().accounts().all();
    }

    Instant now() {
        return clock.instant();
    }

    /// @return the address of a link in this server; nothing when there is somebody of that name already
    Optional<String> add(Who by, AccountName name, Role role) {
        if (!store.access().accounts().add(name, role, now())) return Optional.empty();
        audit.did(by, Act.USER_ADDED, name + ", " + role.word());
        return Optional.of(link(by, name));
    }

    /// A fresh link; the password stays what it is until the link is used.
    ///
    /// @return nothing when there is nobody of that name
    Optional<String> reset(Who by, AccountName name) {
        return store.access().accounts().find(name).map(account -> link(by, name));
    }

    Change setRole(Who by, AccountName name, Role role) {
        Change change = store.access().accounts().setRole(name, role);
        if (change == Change.DONE) audit.did(by, Act.ROLE_CHANGED, name + ", " + role.word());
        return change;
    }

    Change remove(Who by, AccountName name) {
        Change change = store.access().accounts().remove(name);
        if (change == Change.DONE) audit.did(by, Act.USER_REMOVED, name.text());
        return change;
    }

    private String link(Who by, AccountName name) {
        audit.did(by, Act.LINK_MADE, name.text());
        return "/link/" + store.access().links().make(name, now()).text();
    }
}
