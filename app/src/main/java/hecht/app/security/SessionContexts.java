package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.AccountName;
import hecht.store.access.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Sessions in our own table: begun by signing in, found by a cookie, ended by signing out.
@Component
final class SessionContexts implements SecurityContextRepository {
    private static final String FOUND = SessionContexts.class.getName();

    private final Store store;
    private final Clock clock;
    private final Cookies cookies;

    SessionContexts(Store store, Clock clock, Cookies cookies) {
        this.store = store;
        this.clock = clock;
        this.cookies = cookies;
    }

    /// Looked up when somebody asks who it is, and once a request: a stylesheet needs no session.
    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return context(request);
            }

            @Override
            public boolean isGenerated() {
                return !containsContext(request);
            }
        };
    }

    private SecurityContext context(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof SecurityContext found) return found;
        SecurityContext context = new SecurityContextImpl();
        who(request).ifPresent(who -> context.setAuthentication(new Proof(who)));
        request.setAttribute(FOUND, context);
        return context;
    }

    private Optional<Who> who(HttpServletRequest request) {
        return cookies.session(request)
                .flatMap(secret -> store.access().sessions().find(secret, clock.instant()))
                .map(session -> Who.person(session.account().text(), session.role(), Whereabouts.of(request)));
    }

    /// Spring stores what it found here; we store by [#begin] and [#end], where it is seen who asks for it.
    @Override
    public void saveContext(
            @Nullable SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return context(request).getAuthentication() != null;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /// A session of its own for every sign-in; whatever session the browser had ends.
    void begin(Who who, HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(store.access().sessions()::end);
        Secret secret = store.access().sessions().begin(new AccountName(who.name()), clock.instant());
        cookies.session(request, response, secret);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        cookies.session(request).ifPresent(store.access().sessions()::end);
        cookies.forgetSession(request, response);
    }
}
