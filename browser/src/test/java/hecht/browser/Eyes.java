package hecht.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.Locale;

/// How somebody looks at a page.
///
/// @param language that the browser asks for  @param width,height of what is seen at once, in CSS pixels
/// @param zoom how many real pixels one of those is  @param script whether scripts run
record Eyes(String language, ColorScheme light, int width, int height, double zoom, boolean script, boolean forced) {
    static final Eyes DUTCH = new Eyes("nl", ColorScheme.LIGHT, 1440, 900, 1, true, false);
    static final Eyes ENGLISH = DUTCH.in("en");

    Eyes in(String other) {
        return new Eyes(other, light, width, height, zoom, script, forced);
    }

    Eyes dark() {
        return new Eyes(language, ColorScheme.DARK, width, height, zoom, script, forced);
    }

    Eyes onPhone() {
        return new Eyes(language, light, 390, 844, zoom, script, forced);
    }

    /// Zoomed to twice the size: half as much fits.
    Eyes zoomed() {
        return new Eyes(language, light, width / 2, height / 2, 2, script, forced);
    }

    Eyes withoutScript() {
        return new Eyes(language, light, width, height, zoom, false, forced);
    }

    /// With the colours of the reader's own system and no others.
    Eyes withForcedColours() {
        return new Eyes(language, light, width, height, zoom, script, true);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language.equals("nl") ? "nl-NL" : "en-GB")
                .setColorScheme(light)
                .setViewportSize(width, height)
                .setDeviceScaleFactor(zoom)
                .setJavaScriptEnabled(script)
                .setForcedColors(forced ? ForcedColors.ACTIVE : ForcedColors.NONE);
    }

    @Override
    public String toString() {
        return String.join(
                "-",
                language,
                light.name().toLowerCase(Locale.ROOT),
                Integer.toString(width) + (zoom == 1 ? "" : " at " + Math.round(100 * zoom) + " %"));
    }
}
