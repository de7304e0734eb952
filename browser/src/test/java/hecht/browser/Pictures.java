package hecht.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Takes pictures of every page into `docs/pictures` or the folder that the property `pictures` names, in those ways of looking
/// that show something new. Not run with the tests, since its name does not end as theirs do:
///
/// ```
/// ./build -q -pl browser -am test -Dtest=Pictures -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@ExtendWith(InChromium.class)
class Pictures {
    private static final int TALLEST = 2_400; // CSS pixels; what lies below is for who goes there
    private static final int QUALITY = 60;

    /// The pages with charts.
    private static final List<Place> DRAWN = List.of(Place.PULSE, Place.RELATIONSHIPS, Place.RELATIONSHIP);

    private static final Eyes OTHER_WAY = Eyes.DUTCH.onPhone().dark();

    private final Path folder = Path.of(System.getProperty("pictures", "../docs/pictures"));

    @Test
    void take(OpenHouse house, Chromium chromium) throws IOException {
        Files.createDirectories(folder);
        for (Eyes eyes : List.of(Eyes.ENGLISH, Eyes.DUTCH, Eyes.ENGLISH.dark(), Eyes.ENGLISH.onPhone(), OTHER_WAY))
            try (Visit visit = house.visit(eyes)) {
                for (Place each : DRAWN) shoot(visit, each, eyes);
            }
        for (Eyes eyes : List.of(Eyes.ENGLISH, OTHER_WAY)) {
            try (Visit visit = house.visit(eyes)) {
                for (Place each : Place.SETUP) shoot(visit, each, eyes);
                for (Place each : List.of(Place.KEYS, Place.NOBODY, Place.NOWHERE)) shoot(visit, each, eyes);
            }
            try (Visit visit = house.knock(eyes)) {
                shoot(visit, Place.SIGN_IN, eyes);
            }
        }
        try (OpenHouse empty = OpenHouse.open(0, chromium);
                Visit visit = empty.visit(Eyes.ENGLISH)) {
            shoot(visit, new Place("empty", Place.PULSE.address()), Eyes.ENGLISH);
        }
    }

    private void shoot(Visit visit, Place place, Eyes eyes) throws IOException {
        Page page = visit.to(place).page();
        page.locator("body[data-ready], body.door").first().waitFor();
        CDPSession browser = page.context().newCDPSession(page);
        JsonObject asked = new JsonObject();
        asked.addProperty("format", "webp");
        asked.addProperty("quality", QUALITY);
        asked.addProperty("captureBeyondViewport", true);
        JsonObject clip = new JsonObject();
        Number height = (Number) page.evaluate("() => document.documentElement.scrollHeight");
        clip.addProperty("x", 0);
        clip.addProperty("y", 0);
        clip.addProperty("width", eyes.width());
        clip.addProperty("height", Math.min(TALLEST, height.intValue()));
        clip.addProperty("scale", 1);
        asked.add("clip", clip);
        String picture =
                browser.send("Page.captureScreenshot", asked).get("data").getAsString();
        Files.write(folder.resolve(name(place, eyes)), Base64.getDecoder().decode(picture));
    }

    private static String name(Place place, Eyes eyes) {
        return place.name() + "-" + eyes.language() + (eyes.width() < 700 ? "-narrow-" : "-wide-")
                + eyes.light().name().toLowerCase(java.util.Locale.ROOT) + ".webp";
    }
}
