package hecht.app.security;

import hecht.store.access.Act;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what a page of another site asks for: every request that names another origin, and every change that a browser says
/// comes from elsewhere. Programs name no origin and pass.
///
/// Because pages are sent with `Referrer-Policy: no-referrer`, browsers say `Origin: null` of our own forms (Fetch standard,
/// *append a request Origin header*); `Sec-Fetch-Site`, which no script can set, then tells whose they are.
final class OriginGate extends OncePerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Audit audit;

    OriginGate(Audit audit) {
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (isOurs(request)) {
            rest.doFilter(request, response);
            return;
        }
        audit.refused(request, Act.ORIGIN_REFUSED, Audit.asked(request));
        Answers.send(request, response, Refused.Kind.ORIGIN);
    }

    private static boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String site = request.getHeader("Sec-Fetch-Site");
        if (origin != null && origin.equals("null")) return "same-origin".equals(site);
        if (origin != null && !origin.equalsIgnoreCase(origin(request))) return false;
        return HARMLESS.contains(request.getMethod()) || isNotElsewhere(site);
    }

    private static boolean isNotElsewhere(@Nullable String site) {
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private static String origin(HttpServletRequest request) {
        String scheme = request.getScheme().toLowerCase(Locale.ROOT);
        int port = request.getServerPort();
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
