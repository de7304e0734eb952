package hecht.app.web.layout;

import hecht.app.web.chart.Plate;
import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes a [Page] of a request.
@Component
public final class Pages {
    private final House house;
    private final Map<Spoken, Messages> words = new ConcurrentHashMap<>();

    private record Spoken(Language language, Class<?> room) {}

    Pages(House house) {
        this.house = house;
    }

    /// @param room any class of the page's room, beside which its texts lie  @param title the key of the page's title there
    public Page of(HttpServletRequest request, Area area, Class<?> room, String title) {
        Messages said = words(Reading.language(request), room);
        return new Page(
                said,
                new Figures(said, house.zone()),
                area,
                said.say(title),
                who(request).orElse(null),
                csrf(request),
                request.getRequestURI(),
                query(request),
                house.organisation(),
                house.isMadeUp(),
                house.asOf().orElse(null),
                house.behind().orElse(null),
                Reading.keys(request));
    }

    /// What a room says, with what every page and every chart says.
    public Messages words(Language language, Class<?> room) {
        return words.computeIfAbsent(new Spoken(language, room), Pages::read);
    }

    private static Messages read(Spoken spoken) {
        return spoken.room() == Pages.class
                ? Messages.of(spoken.language(), Pages.class, Plate.class)
                : Messages.of(spoken.language(), spoken.room(), Pages.class, Plate.class);
    }

    private static Optional<SignedIn> who(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) return Optional.empty();
        SignedIn.Role[] roles = SignedIn.Role.values();
        for (int i = roles.length - 1; i >= 0; i--)
            if (request.isUserInRole(roles[i].name()))
                return Optional.of(new SignedIn(request.getUserPrincipal().getName(), roles[i]));
        return Optional.empty();
    }

    private static Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getToken())
                : new Csrf("_csrf", "");
    }

    /// Without the language, so that a switch back does not ask for two.
    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
    }
}
