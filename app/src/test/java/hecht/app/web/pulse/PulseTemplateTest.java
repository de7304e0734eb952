package hecht.app.web.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hecht.app.web.chart.Outline;
import hecht.app.web.chart.Plate;
import hecht.app.web.layout.Area;
import hecht.app.web.layout.MadeUp;
import hecht.app.web.layout.SignedIn.Role;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page as HTML, rendered by the compiled template from made-up figures.
class PulseTemplateTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PulseTemplateTest.class.getClassLoader(), "hecht.app.web.jte");
    private static final int CHARTS = 7;

    @Test
    void both_languages_say_the_same_things() {
        assertThat(MadeUp.words(Language.NL, PulseView.class).keys())
                .isEqualTo(MadeUp.words(Language.EN, PulseView.class).keys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_chart_is_an_image_twice_with_title_and_description_and_once_a_table(Language language) {
        String html = full(language);
        assertThat(count(html, "role=\"img\" aria-labelledby=\"[a-z]+-[wn]-t\" aria-describedby"))
                .isEqualTo(2 * CHARTS);
        assertThat(count(html, "<desc id=\"[a-z]+-[wn]-d\">[^<]{20,}</desc>")).isEqualTo(2 * CHARTS);
        assertThat(count(html, "<details class=\"alt\">")).isEqualTo(CHARTS);
        assertThat(count(html, "href=\"/pulse/[a-z]+\\.csv\\?month=2026-10\" download"))
                .isEqualTo(CHARTS);
    }

    @Test
    void ids_are_unique_there_is_one_h1_and_headings_go_down_one_by_one() {
        String html = full(Language.EN);
        Set<String> ids = new HashSet<>();
        found(html, " id=\"([^\"]+)\"")
                .forEach(each ->
                        assertThat(ids.add(each.group(1))).as(each.group(1)).isTrue());
        List<Integer> levels = found(html, "<h([1-6])[ >]")
                .map(each -> Integer.parseInt(each.group(1)))
                .toList();
        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }

    @Test
    void nothing_in_the_page_needs_a_laxer_policy() {
        assertThat(full(Language.NL))
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContainPattern(" on[a-z]+=\"");
    }

    @Test
    void a_page_is_at_most_60_kilobytes_over_the_wire() throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(bytes)) {
            zip.write(full(Language.NL).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (String each : List.of("hecht.css", "hecht.js"))
                try (var in = PulseTemplateTest.class.getResourceAsStream("/hecht/app/web/static/" + each)) {
                    if (in == null) throw new AssertionError("built without its stylesheet or script");
                    in.transferTo(zip);
                }
        }
        assertThat(bytes.size()).isLessThan(60_000);
    }

    @Test
    void not_fitted_stands_under_every_figure() {
        assertThat(count(full(Language.NL), "Niet geleerd uit eigen gegevens; het interval is alleen toeval\\."))
                .isEqualTo(6);
    }

    @Test
    void a_viewer_sees_no_link_to_people() {
        assertThat(page(Language.EN, MadeUpTold.of(20_000, 24), Role.VIEWER))
                .doesNotContain("/relationships?")
                .doesNotContain("Conversations worth having");
        assertThat(full(Language.EN)).contains("/relationships?").contains("Conversations worth having");
    }

    @Test
    void fewer_than_thirty_customers_are_too_few_to_say() {
        assertThat(page(Language.EN, MadeUpTold.of(29, 24), Role.OWNER))
                .contains("Too few to say (n = 29)")
                .doesNotContain("role=\"img\"");
    }

    @Test
    void with_fewer_than_three_months_no_change_is_drawn() {
        assertThat(page(Language.EN, MadeUpTold.of(20_000, 2), Role.MEMBER))
                .contains("Too early to see a change (since September 2026).")
                .doesNotContain("months-w-t");
    }

    @Test
    void the_newest_month_leads_back_and_not_forward() {
        assertThat(full(Language.EN))
                .contains("href=\"/pulse?month=2026-09\" rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void the_empty_page_offers_two_ways_to_who_may_take_them() {
        assertThat(empty(Role.STEWARD))
                .contains("Load the demo")
                .contains("href=\"/setup/imports/new\"")
                .contains("hecht import FILE --suggest");
        assertThat(empty(Role.MEMBER))
                .doesNotContain("Load the demo")
                .contains("Whoever is steward here can import a file.");
    }

    private static String empty(Role role) {
        Messages words = MadeUp.words(Language.EN, PulseView.class);
        StringOutput out = new StringOutput();
        TEMPLATES.render(
                "pulse/empty.jte",
                Map.of(
                        "page",
                        MadeUp.page(words, Area.PULSE, words.say("pulse.title"), role),
                        "outline",
                        new Plate(new Outline(words), "", words),
                        "loading",
                        false),
                out);
        return out.toString();
    }

    private static String full(Language language) {
        return page(language, MadeUpTold.of(20_000, 24), Role.OWNER);
    }

    private static String page(Language language, Told told, Role role) {
        Messages words = MadeUp.words(language, PulseView.class);
        StringOutput out = new StringOutput();
        TEMPLATES.render(
                "pulse/pulse.jte",
                Map.of("pulse", new PulseView(MadeUp.page(words, Area.PULSE, words.say("pulse.title"), role), told)),
                out);
        return out.toString();
    }

    private static long count(String in, String pattern) {
        return found(in, pattern).count();
    }

    private static java.util.stream.Stream<MatchResult> found(String in, String pattern) {
        return Pattern.compile(pattern).matcher(in).results();
    }
}
