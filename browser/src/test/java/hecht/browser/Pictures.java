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

/// Takes pictures of every page, light and dark, wide and narrow, in both languages, into `docs/pictures` or the folder that
/// the property `pictures` names. Not run with the tests, since its name does not end as theirs do:
///
/// ```
/// ./build -q -pl browser -am test -Dtest=Pictures -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@ExtendWith(InChromium.class)
class Pictures {
    private static final int TALLEST = 2_400; // CSS pixels; what lies below is for who goes there
    private static final int QUALITY = 60;

    private final Path folder = Path.of(System.getProperty("pictures", "../docs/pictures"));

    @Test
    void take(OpenHouse house) throws IOException {
        Files.createDirectories(folder);
        for (String language : List.of("nl", "en"))
            for (Eyes light :
                    List.of(Eyes.DUTCH.in(language), Eyes.DUTCH.in(language).onPhone()))
                for (Eyes eyes : List.of(light, light.dark())) {
                    try (Visit visit = house.visit(eyes)) {
                        shoot(visit, Place.PULSE, eyes);
                        for (Place each : Place.others()) shoot(visit, each, eyes);
                    }
                    try (Visit visit = house.knock(eyes)) {
                        shoot(visit, Place.SIGN_IN, eyes);
                    }
                }
    }

    private void shoot(Visit visit, Place place, Eyes eyes) throws IOException {
        Page page = visit.to(place.address()).page();
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
