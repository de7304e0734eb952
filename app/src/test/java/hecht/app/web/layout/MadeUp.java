package hecht.app.web.layout;

import hecht.app.web.chart.Plate;
import hecht.app.words.Figures;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Pages of a made-up house, for tests of templates.
public final class MadeUp {
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    public static final Instant AS_OF = Instant.parse("2026-10-31T22:59:59.999999Z");

    private MadeUp() {}

    public static Messages words(Language language, Class<?> room) {
        return room == Pages.class
                ? Messages.of(language, Pages.class, Plate.class)
                : Messages.of(language, room, Pages.class, Plate.class);
    }

    public static Page page(Messages words, Area area, String title, SignedIn.@Nullable Role role) {
        return page(words, area, title, role, null);
    }

    public static Page page(
            Messages words, Area area, String title, SignedIn.@Nullable Role role, @Nullable Duration behind) {
        return new Page(
                words,
                new Figures(words, ZONE),
                area,
                title,
                role == null ? null : new SignedIn("<Anna> & \"Bram\"", role),
                new Csrf("_csrf", "token"),
                area.address(),
                "",
                "Lichtland",
                true,
                AS_OF,
                behind,
                true);
    }
}
