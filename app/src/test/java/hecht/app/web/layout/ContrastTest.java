package hecht.app.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The colours of the stylesheet against the grounds on which they stand, by the formula of WCAG 2.2 (relative
/// luminance).
/// Tools for accessibility do not see text and marks of a chart, so every pair is computed here.
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    private static final List<String> TEXTS =
            List.of("ink", "ink2", "ink3", "link", "losT", "koelT", "warmT", "hechtT", "good", "bad");
    private static final List<String> GROUNDS = List.of("paper", "sheet", "sunk");

    /// Marks that carry meaning: by their fill, or where the fill is light by the edge that is drawn around it.
    private static final List<String> MARKS =
            List.of("los", "koelD", "warmD", "hecht", "goodF", "badF", "hatch", "focus", "ink3");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void text_can_be_read_on_every_ground(String theme) {
        Map<String, int[]> tokens = tokens(theme);
        List<String> weak = new ArrayList<>();
        for (String text : TEXTS) for (String ground : GROUNDS) check(tokens, text, ground, TEXT, weak);
        check(tokens, "paper", "ink", TEXT, weak); // a button that is pressed first, and what a chart says of a mark
        check(tokens, "ink", "mark", TEXT, weak);
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void marks_can_be_told_from_the_paper(String theme) {
        Map<String, int[]> tokens = tokens(theme);
        List<String> weak = new ArrayList<>();
        for (String mark : MARKS) check(tokens, mark, "paper", MARK, weak);
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void conditions_differ_in_grey_from_their_neighbours(String theme) {
        Map<String, int[]> tokens = tokens(theme);
        String[] order = {"los", "koel", "warm", "hecht"};
        // Loose and close are dark, cool and warm light: the two ends of the order stand out from its middle, also in
        // grey.
        assertThat(contrast(get(tokens, order[0]), get(tokens, order[1]))).isGreaterThan(1.3);
        assertThat(contrast(get(tokens, order[2]), get(tokens, order[3]))).isGreaterThan(1.3);
    }

    private static void check(Map<String, int[]> tokens, String on, String ground, double least, List<String> weak) {
        double contrast = contrast(get(tokens, on), get(tokens, ground));
        if (contrast < least) weak.add("%s on %s: %.2f, needs %.1f".formatted(on, ground, contrast, least));
    }

    private static int[] get(Map<String, int[]> tokens, String name) {
        int[] colour = tokens.get(name);
        if (colour == null) throw new AssertionError("hecht.css has no --" + name);
        return colour;
    }

    private static double contrast(int[] a, int[] b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + .05) / (darker + .05);
    }

    private static double luminance(int[] rgb) {
        return .2126 * linear(rgb[0]) + .7152 * linear(rgb[1]) + .0722 * linear(rgb[2]);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }

    /// The colours of one theme: those of dark are said in its media query, and what it does not say stays as it is.
    private static Map<String, int[]> tokens(String theme) {
        String css = stylesheet();
        int dark = css.indexOf("@media (prefers-color-scheme:dark)");
        Map<String, int[]> tokens = read(css.substring(0, dark));
        if (theme.equals("dark")) tokens.putAll(read(css.substring(dark, css.indexOf("}}", dark))));
        return tokens;
    }

    private static Map<String, int[]> read(String css) {
        Map<String, int[]> tokens = new HashMap<>();
        Matcher found = Pattern.compile("--(\\w+):#([0-9a-f]{6})").matcher(css);
        while (found.find()) {
            int rgb = Integer.parseInt(found.group(2), 16);
            tokens.put(found.group(1), new int[] {rgb >> 16, rgb >> 8 & 255, rgb & 255});
        }
        return tokens;
    }

    private static String stylesheet() {
        try (InputStream in = ContrastTest.class.getResourceAsStream(Assets.FOLDER + "hecht.css")) {
            if (in == null) throw new AssertionError("built without its stylesheet or script");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
