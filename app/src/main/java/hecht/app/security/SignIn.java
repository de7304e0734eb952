package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.Account;
import hecht.store.access.AccountName;
import hecht.store.access.Act;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Name and password. Whatever fails – no such name, another password, a wait that is not over – is answered with the same
/// words and after the same time, so that nobody learns which it was.
@Component
final class SignIn implements AuthenticationProvider {
    /// Longer than the slowest of what can fail, but for a machine that is overloaded.
    private static final long FAILURE_MILLIS = 700;

    private final Store store;
    private final Clock clock;
    private final Passwords passwords;
    private final Audit audit;

    SignIn(Store store, Clock clock, Passwords passwords, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        long asOf = System.nanoTime();
        String name = asked.getName();
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                        ? Whereabouts.of(details.getRemoteAddress())
                        : "";
        Optional<Account> found = signedIn(name, asked.getCredentials() + "", address);
        if (found.isPresent()) return new Proof(welcome(found.get(), address));
        audit.refused(known(name), address, Act.SIGN_IN_REFUSED, "");
        waitUntil(asOf + TimeUnit.MILLISECONDS.toNanos(FAILURE_MILLIS));
        throw new BadCredentialsException("refused");
    }

    private Optional<Account> signedIn(String name, String password, String address) {
        if (!store.access().attempts().mayTry(name, address, clock.instant())) return Optional.empty();
        Optional<AccountName> read = AccountName.read(name);
        Optional<String> hash = read.flatMap(store.access().accounts()::password);
        if (!passwords.matches(password, hash.orElse(null))) return Optional.empty();
        store.access().attempts().succeeded(name, address);
        return read.flatMap(store.access().accounts()::find);
    }

    private Who welcome(Account account, String address) {
        store.access().accounts().signedIn(account.name(), clock.instant());
        Who who = Who.person(account.name().text(), account.role(), address);
        audit.did(who, Act.SIGNED_IN, "");
        return who;
    }

    /// The name if there is such an account, else nothing: people type passwords where their name belongs.
    private String known(String name) {
        return AccountName.read(name)
                .flatMap(store.access().accounts()::find)
                .map(account -> account.name().text())
                .orElse("");
    }

    private static void waitUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
