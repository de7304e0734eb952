package hecht.app.web.layout;

import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every template is given beside its own figures: words, who reads, and what header and footer say.
///
/// @param title of the window, and of the page for those who hear it
/// @param path,query of the request, the query without `lang`; the switch of language leads back to it
/// @param who null where nobody is signed in
/// @param asOf null while nothing was heard
/// @param behind for how long events wait that are not in the figures; null while all are in
/// @param keys whether single letters act
public record Page(
        Messages words,
        Figures figures,
        Area area,
        String title,
        @Nullable SignedIn who,
        Csrf csrf,
        String path,
        String query,
        String organisation,
        boolean madeUp,
        @Nullable Instant asOf,
        @Nullable Duration behind,
        boolean keys) {
    /// Older than this, the age of the figures is said.
    private static final Duration FRESH = Duration.ofMinutes(5);

    /// The same page under a title of its own, such as a customer's name.
    public Page titled(String own) {
        return new Page(words, figures, area, own, who, csrf, path, query, organisation, madeUp, asOf, behind, keys);
    }

    /// The same page as somebody else sees it, such as a program.
    public Page seenBy(SignedIn other) {
        return new Page(
                words, figures, area, title, other, csrf, path, query, organisation, madeUp, asOf, behind, keys);
    }

    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public Language language() {
        return words.language();
    }

    public boolean isSignedIn() {
        return who != null;
    }

    public boolean seesPeople() {
        return who != null && who.seesPeople();
    }

    public boolean isSteward() {
        return who != null && who.isSteward();
    }

    public boolean isOwner() {
        return who != null && who.isOwner();
    }

    public boolean isHere(Area other) {
        return area == other;
    }

    /// How old the figures are, where that has to be said.
    public Optional<String> stale() {
        return behind == null || behind.compareTo(FRESH) <= 0 ? Optional.empty() : Optional.of(figures.length(behind));
    }

    /// The other language.
    public Language other() {
        return language() == Language.EN ? Language.NL : Language.EN;
    }

    /// This page in the other language.
    public String otherAddress() {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other().word();
    }

    public String stylesheet() {
        return Assets.STYLESHEET;
    }

    public String script() {
        return Assets.SCRIPT;
    }

    public String icon() {
        return Assets.ICON;
    }

    /// A value as part of an address.
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
