package hecht.app.security;

import hecht.store.access.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookies that prove something: of a session, and of a visit before it, to which a form is bound. No script can read them,
/// no other site's form brings them along.
@Component
final class Cookies {
    private static final int LENGTH = 43;

    private final boolean secure;

    Cookies(Premises premises) {
        this.secure = premises.secure();
    }

    Optional<Secret> session(HttpServletRequest request) {
        return read(request, name(request, "session"));
    }

    Optional<Secret> visit(HttpServletRequest request) {
        return read(request, name(request, "visit"));
    }

    void session(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        write(response, name(request, "session"), secret.text(), null);
    }

    void visit(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        write(response, name(request, "visit"), secret.text(), null);
    }

    void forgetSession(HttpServletRequest request, HttpServletResponse response) {
        write(response, name(request, "session"), "", Duration.ZERO);
    }

    void forgetVisit(HttpServletRequest request, HttpServletResponse response) {
        if (visit(request).isPresent()) write(response, name(request, "visit"), "", Duration.ZERO);
    }

    /// Behind HTTPS the prefix makes browsers refuse such a cookie from anybody but this host. On loopback the port is part of
    /// the name: cookies know no ports, and signing in to the demo must not sign anybody out beside it.
    private String name(HttpServletRequest request, String what) {
        return secure ? "__Host-hecht-" + what : "hecht-" + what + "-" + request.getLocalPort();
    }

    /// @param age null for as long as the browser is open
    private void write(HttpServletResponse response, String name, String value, @Nullable Duration age) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
        if (age != null) cookie.maxAge(age);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static Optional<Secret> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie each : cookies)
            if (each.getName().equals(name) && each.getValue().length() == LENGTH)
                return Optional.of(new Secret(each.getValue()));
        return Optional.empty();
    }
}
