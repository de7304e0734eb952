package hecht.app.security;

import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.access.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// `Authorization: Bearer …`: a token of the API, or the data folder's own.
final class Bearer extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Store store;
    private final Clock clock;
    private final LocalToken local;
    private final Audit audit;

    Bearer(Store store, Clock clock, LocalToken local, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.local = local;
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            Optional<Who> who = who(header, request);
            if (who.isEmpty()) {
                audit.refused(request, Act.TOKEN_REFUSED, Audit.asked(request));
                Answers.send(request, response, Refused.Kind.NOT_SIGNED_IN);
                return;
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(new Proof(who.get())));
        }
        rest.doFilter(request, response);
    }

    private Optional<Who> who(String header, HttpServletRequest request) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
        Secret secret = new Secret(header.substring(SCHEME.length()).strip());
        String address = Whereabouts.of(request);
        if (local.is(secret))
            return Whereabouts.isHere(request) ? Optional.of(Who.commandLine(address)) : Optional.empty();
        return store.access()
                .tokens()
                .find(secret, clock.instant())
                .map(token -> Who.program(token.name(), token.rights(), address));
    }
}
