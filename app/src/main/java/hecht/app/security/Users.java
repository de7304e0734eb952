package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.Account;
import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Change;
import hecht.store.access.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What can be done with those who may sign in, each with its line in the audit; by an owner on a page, or by a command.
@Component
public final class Users {
    private final Store store;
    private final Clock clock;
    private final Audit audit;

    public Users(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.audit = new Audit(store, clock);
    }

    /// What became of what was asked.
    public enum Became {
        DONE,
        /// Somebody of that name is there already.
        EXISTS,
        /// Nobody of that name is there, or not any more.
        UNKNOWN,
        /// Nobody would be left who can say who may do what.
        LAST_OWNER
    }

    /// @param link the address of a one-time link in this server, `/link/…`; empty where none was made
    public record Answer(Became became, String link) {
        /// The link is a secret.
        @Override
        public String toString() {
            return became.name();
        }
    }

    public List<Account> all() {
        return store.access().accounts().all();
    }

    public Instant now() {
        return clock.instant();
    }

    public Answer add(Who by, AccountName name, Role role) {
        if (!store.access().accounts().add(name, role, now())) return new Answer(Became.EXISTS, "");
        audit.did(by, Act.USER_ADDED, name + ", " + role.word());
        return link(by, name);
    }

    /// Makes a fresh link; the password stays what it is until the link is used.
    public Answer reset(Who by, AccountName name) {
        if (store.access().accounts().find(name).isEmpty()) return new Answer(Became.UNKNOWN, "");
        return link(by, name);
    }

    public Answer setRole(Who by, AccountName name, Role role) {
        Change change = store.access().accounts().setRole(name, role);
        if (change == Change.DONE) audit.did(by, Act.ROLE_CHANGED, name + ", " + role.word());
        return answer(change);
    }

    public Answer remove(Who by, AccountName name) {
        Change change = store.access().accounts().remove(name);
        if (change == Change.DONE) audit.did(by, Act.USER_REMOVED, name.text());
        return answer(change);
    }

    private Answer link(Who by, AccountName name) {
        audit.did(by, Act.LINK_MADE, name.text());
        return new Answer(
                Became.DONE, "/link/" + store.access().links().make(name, now()).text());
    }

    private static Answer answer(Change change) {
        return new Answer(
                switch (change) {
                    case DONE -> Became.DONE;
                    case UNKNOWN -> Became.UNKNOWN;
                    case LAST_OWNER -> Became.LAST_OWNER;
                },
                "");
    }
}
