package hecht.app.security;

import hecht.store.access.Act;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers only to its own names: a page of a stranger whose name was made to lead here (DNS rebinding) gets nothing.
final class HostGate extends OncePerRequestFilter {
    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));
    private final Audit audit;

    HostGate(Premises premises, Audit audit) {
        this.audit = audit;
        names.add(premises.listen().toLowerCase(Locale.ROOT));
        for (String each : premises.hosts()) names.add(each.toLowerCase(Locale.ROOT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (names.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            rest.doFilter(request, response);
            return;
        }
        audit.refused(request, Act.HOST_REFUSED, "");
        Answers.send(request, response, Refused.Kind.HOST);
    }
}
