package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.words.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void the_first_locale_that_is_set_decides() {
        assertThat(of(Map.of("LANG", "nl_NL.UTF-8"))).isEqualTo(Language.NL);
        assertThat(of(Map.of("LANG", "nl_NL.UTF-8", "LC_ALL", "de_DE"))).isEqualTo(Language.EN);
        assertThat(of(Map.of("LANG", "en_GB", "LC_MESSAGES", "nl_BE"))).isEqualTo(Language.NL);
        assertThat(of(Map.of("LANG", "nl_NL", "LC_ALL", ""))).isEqualTo(Language.NL);
        assertThat(of(Map.of())).isEqualTo(Language.EN);
    }

    @Test
    void the_option_goes_over_the_locale_wherever_it_stands() {
        Map<String, String> english = Map.of("LANG", "en_GB");
        assertThat(Language.of(List.of("--language", "nl", "score", "a.csv"), english))
                .isEqualTo(Language.NL);
        assertThat(Language.of(List.of("score", "a.csv", "--language=nl"), english))
                .isEqualTo(Language.NL);
        assertThat(Language.of(List.of("why", "--", "--language=nl"), english)).isEqualTo(Language.EN);
    }

    @Test
    void a_language_that_hecht_does_not_speak_is_refused() {
        Ran ran = Ran.hecht("version", "--language", "fr");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("hecht: --language: expected nl or en, found \"fr\".\n");
    }

    private static Language of(Map<String, String> environment) {
        return Language.of(List.of("version"), environment);
    }
}
