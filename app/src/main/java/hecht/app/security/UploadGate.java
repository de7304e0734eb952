package hecht.app.security;

import hecht.store.access.Act;
import hecht.store.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says no to an upload before any of it is read. Looking for the form's token reads the whole body, so who may not upload, and
/// what is too large, has to be known before that.
final class UploadGate extends OncePerRequestFilter {
    /// A file of 1 GB, and the form around it.
    static final long LARGEST = (1L << 30) + (1L << 20);

    private final Audit audit;

    UploadGate(Audit audit) {
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        String kind = request.getContentType();
        if (kind == null || !kind.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            rest.doFilter(request, response);
            return;
        }
        boolean may = SecurityContextHolder.getContext().getAuthentication() instanceof Proof proof
                && proof.getPrincipal().isAtLeast(Role.STEWARD);
        long size = request.getContentLengthLong();
        if (may && size >= 0 && size <= LARGEST) {
            rest.doFilter(request, response);
            return;
        }
        audit.refused(request, Act.UPLOAD_REFUSED, may ? size + " bytes" : "");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        Answers.send(request, response, may ? Refused.Kind.TOO_LARGE : Refused.Kind.NOT_ALLOWED);
    }
}
