package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.Account;
import hecht.store.access.AccountName;
import hecht.store.access.Act;
import hecht.store.access.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// One-time links: the way to a password, for whoever is new here or forgot theirs. Looking at a link does not use it up, as
/// programs that look through mail do; choosing a password does.
@Component
public final class Invitations {
    private final Store store;
    private final Clock clock;
    private final Passwords passwords;
    private final SessionContexts sessions;
    private final Audit audit;

    Invitations(Store store, Clock clock, Passwords passwords, SessionContexts sessions, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// What becomes of a password that somebody wants to choose.
    public sealed interface Choice {
        /// It is theirs, and they are signed in.
        record Taken() implements Choice {}

        /// Another is needed; the link still works.
        record Flawed(Passwords.Flaw flaw) implements Choice {}

        /// The two fields differ; the link still works.
        record Unequal() implements Choice {}

        /// The link was used, is older than a day, or never was one.
        record Dead() implements Choice {}
    }

    /// Whose password this link would set.
    public Optional<AccountName> works(String link, HttpServletRequest request) {
        Optional<AccountName> whose = store.access().links().works(new Secret(link), clock.instant());
        if (whose.isEmpty()) refuse(link, request);
        return whose;
    }

    public Choice choose(
            String link, String password, String again, HttpServletRequest request, HttpServletResponse response) {
        Optional<AccountName> whose = works(link, request);
        if (whose.isEmpty()) return new Choice.Dead();
        if (!password.equals(again)) return new Choice.Unequal();
        Optional<Passwords.Flaw> flaw = Passwords.flaw(password, whose.get().text());
        if (flaw.isPresent()) return new Choice.Flawed(flaw.get());
        Optional<Account> account = store.access()
                .links()
                .use(new Secret(link), passwords.hash(password), clock.instant())
                .flatMap(store.access().accounts()::find);
        if (account.isEmpty()) {
            refuse(link, request);
            return new Choice.Dead();
        }
        Who who = Who.person(whose.get().text(), account.get().role(), Whereabouts.of(request));
        audit.did(who, Act.LINK_USED, "");
        store.access().accounts().signedIn(whose.get(), clock.instant());
        sessions.begin(who, request, response);
        audit.did(who, Act.SIGNED_IN, "");
        return new Choice.Taken();
    }

    private void refuse(String link, HttpServletRequest request) {
        String whose = store.access()
                .links()
                .whose(new Secret(link))
                .map(AccountName::text)
                .orElse("");
        audit.refused(whose, Whereabouts.of(request), Act.LINK_REFUSED, "");
    }
}
