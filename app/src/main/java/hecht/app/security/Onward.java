package hecht.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where somebody wanted to go when they were asked to sign in. Only addresses of ours: a link that leads through our sign-in to
/// a page that looks like ours is an old trick.
public final class Onward {
    public static final String TO = "to";

    private Onward() {}

    /// The address asked for, or the front page.
    static String of(HttpServletRequest request) {
        String to = request.getParameter(TO);
        return to != null && isOurs(to) ? to : "/";
    }

    /// For the next try: `&to=…`, or nothing.
    static String kept(HttpServletRequest request) {
        String to = of(request);
        return to.equals("/") ? "" : "&" + TO + "=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    static boolean isOurs(String to) {
        if (to.length() > 2_000 || !to.startsWith("/") || to.startsWith("//")) return false;
        return to.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
