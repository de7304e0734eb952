package hecht.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets no fault out to the web server, which would log what it says: a message may quote what somebody sent.
final class Calm extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException {
        try {
            rest.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) Answers.log(request, e);
            else Answers.send(request, response, e);
        }
    }
}
