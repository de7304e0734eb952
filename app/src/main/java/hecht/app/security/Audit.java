package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.Act;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Writes down who did what. Every look at a person and every export goes through here, and so does every refusal.
///
/// What is written of a customer is the key, and nothing else: `detail` never holds a name, a key or a text of theirs.
@Component
public final class Audit {
    private final Store store;
    private final Clock clock;

    Audit(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param detail what of it: which page, how many rows, the name of a file
    public void did(Who who, Act act, String detail) {
        store.access().audit().write(clock.instant(), who.name(), who.address(), act, null, detail);
    }

    public void didTo(Who who, Act act, String customer, String detail) {
        store.access().audit().write(clock.instant(), who.name(), who.address(), act, customer, detail);
    }

    /// Somebody looked at one customer.
    public void looked(Who who, String customer, String detail) {
        didTo(who, Act.LOOKED, customer, detail);
    }

    /// Something was asked for and not given; by whom, if they are signed in.
    public void refused(HttpServletRequest request, Act act, String detail) {
        String who = SecurityContextHolder.getContext().getAuthentication() instanceof Proof proof
                ? proof.getPrincipal().name()
                : "";
        refused(who, Whereabouts.of(request), act, detail);
    }

    void refused(String who, String address, Act act, String detail) {
        store.access().audit().write(clock.instant(), who, address, act, null, detail);
    }

    /// What was asked for, without what may be somebody's key.
    static String asked(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/", -1);
        StringBuilder shown = new StringBuilder(request.getMethod()).append(' ');
        boolean ours = false;
        for (int i = 1; i < parts.length && (i == 1 || ours); i++) {
            shown.append('/').append(known(parts[i]));
            ours = i == 1
                    ? parts[1].equals("setup") || parts[1].equals("api")
                    : parts[i].equals("v1") || parts[i].equals("local");
        }
        return shown.toString();
    }

    private static String known(String part) {
        return part.matches("[a-z0-9.-]{0,30}") ? part : "…";
    }
}
