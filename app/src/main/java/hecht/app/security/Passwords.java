package hecht.app.security;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords, slow to try: Argon2id with 19 MiB, two rounds and one lane, as the OWASP cheat sheet on storing passwords (2024)
/// advises. At most two are worked out at once: each takes 19 MiB and a core, and anybody may ask.
@Component
public final class Passwords {
    /// Long enough to be a few words; NIST SP 800-63B-4 asks for length and for nothing else.
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int ROUNDS = 2;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, ROUNDS);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = argon2.encode("a password that nobody has") + "";

    /// Why a password cannot be chosen.
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        /// Hardly more than the name itself, or one character again and again.
        TOO_PLAIN
    }

    public static Optional<Flaw> flaw(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return Optional.of(Flaw.TOO_SHORT);
        if (length > LONGEST) return Optional.of(Flaw.TOO_LONG);
        String rest = password.toLowerCase(Locale.ROOT).replace(name, "").replace("hecht", "");
        return rest.length() < SHORTEST / 2 || rest.chars().distinct().count() < 3
                ? Optional.of(Flaw.TOO_PLAIN)
                : Optional.empty();
    }

    public String hash(String password) {
        return inTurn(() -> argon2.encode(password) + "");
    }

    /// Takes as long for somebody who is not there as for somebody who is.
    ///
    /// @param hash null where there is none to compare with
    boolean matches(String password, @Nullable String hash) {
        boolean equal = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return equal && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new Refused(Refused.Kind.TOO_MANY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Kind.TOO_MANY);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
