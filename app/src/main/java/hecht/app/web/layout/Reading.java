package hecht.app.web.layout;

import hecht.app.words.Language;
import hecht.core.event.Choice;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How somebody wants pages: language and keys, from address, cookies and what the browser says.
public final class Reading {
    static final String LANGUAGE = "lang";
    static final String KEYS = "keys";
    static final String OFF = "off";

    private Reading() {}

    /// As `?lang=` says; else the cookie; else the first language of the browser that we speak; else English.
    public static Language language(HttpServletRequest request) {
        return asked(request)
                .or(() -> cookie(request, LANGUAGE).flatMap(Reading::spoken))
                .orElseGet(() -> accepted(request.getHeader("Accept-Language")));
    }

    /// From the address alone: to look for a parameter in a form would read the whole upload that was just refused.
    static Optional<Language> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) return Optional.empty();
        return Arrays.stream(query.split("&", -1))
                .filter(each -> each.startsWith(LANGUAGE + "="))
                .map(each -> each.substring(LANGUAGE.length() + 1))
                .findFirst()
                .flatMap(Reading::spoken);
    }

    static boolean keys(HttpServletRequest request) {
        return cookie(request, KEYS).filter(OFF::equals).isEmpty();
    }

    private static Optional<Language> spoken(String word) {
        return Choice.read(Language.class, word);
    }

    private static Language accepted(@Nullable String header) {
        if (header == null) return Language.EN;
        for (String each : header.split(",", -1)) {
            String tag = each.strip();
            if (tag.startsWith("nl")) return Language.NL;
            if (tag.startsWith("en")) return Language.EN;
        }
        return Language.EN;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        return Arrays.stream(cookies)
                .filter(each -> each.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
