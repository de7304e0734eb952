package hecht.app.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What stands on every page, rendered by the compiled templates.
class LayoutTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, LayoutTest.class.getClassLoader(), "hecht.app.web.jte");

    @Test
    void a_name_in_the_page_is_text_and_never_markup() {
        assertThat(keys(Language.EN, SignedIn.Role.OWNER, null))
                .contains("&lt;Anna&gt; &amp; \"Bram\"")
                .doesNotContain("<Anna>");
    }

    @Test
    void a_viewer_is_offered_neither_search_nor_setup() {
        assertThat(keys(Language.EN, SignedIn.Role.VIEWER, null))
                .contains("href=\"/pulse\"")
                .doesNotContain("href=\"/setup\"")
                .doesNotContain("Find a customer\">");
        assertThat(keys(Language.EN, SignedIn.Role.MEMBER, null))
                .contains("role=\"search\"")
                .doesNotContain("href=\"/setup\"");
        assertThat(keys(Language.EN, SignedIn.Role.STEWARD, null)).contains("href=\"/setup\"");
    }

    @Test
    void who_is_not_signed_in_sees_no_menu() {
        assertThat(keys(Language.NL, null, null)).doesNotContain("<nav").doesNotContain("Afmelden");
    }

    @Test
    void figures_older_than_five_minutes_say_so() {
        assertThat(keys(Language.NL, SignedIn.Role.MEMBER, Duration.ofMinutes(12)))
                .contains("De cijfers zijn 12 minuten oud");
        assertThat(keys(Language.NL, SignedIn.Role.MEMBER, Duration.ofMinutes(5)))
                .doesNotContain("De cijfers zijn");
    }

    @Test
    void the_other_language_is_a_link_to_this_page() {
        assertThat(keys(Language.EN, SignedIn.Role.MEMBER, null))
                .contains("<html lang=\"en\"")
                .contains("href=\"/?lang=nl\" lang=\"nl\"");
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(MadeUp.words(Language.EN, Pages.class).keys())
                .isEqualTo(MadeUp.words(Language.NL, Pages.class).keys());
    }

    @Test
    void no_page_carries_a_style_or_a_script_of_its_own() {
        assertThat(keys(Language.EN, SignedIn.Role.OWNER, null))
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?! src=)")
                .doesNotContainPattern(" on[a-z]+=");
    }

    private static String keys(Language language, SignedIn.@Nullable Role role, @Nullable Duration behind) {
        Messages words = MadeUp.words(language, Pages.class);
        StringOutput out = new StringOutput();
        TEMPLATES.render(
                "layout/keys.jte",
                Map.of("page", MadeUp.page(words, Area.NONE, words.say("layout.keys"), role, behind)),
                out);
        return out.toString();
    }
}
