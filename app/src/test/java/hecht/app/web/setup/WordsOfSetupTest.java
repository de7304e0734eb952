package hecht.app.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.web.layout.Pages;
import hecht.app.web.setup.imports.ImportRow;
import hecht.app.web.setup.organisation.Decided;
import hecht.app.web.setup.quarantine.Waiting;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsOfSetupTest {
    /// `quarantine.rejects.ndjson` looks like a key and is the name of a file.
    private static final Pattern KEY =
            Pattern.compile("\"((?:imports|upload|quarantine|organisation)\\.[a-z.-]*[a-z])(?<!\\.ndjson)\"");

    static Stream<Class<?>> rooms() {
        return Stream.of(ImportRow.class, Decided.class, Waiting.class);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void both_languages_say_the_same_things(Class<?> room) {
        assertThat(words(Language.NL, room).keys())
                .isEqualTo(words(Language.EN, room).keys());
    }

    @ParameterizedTest
    @EnumSource
    void everything_a_template_or_a_page_says_has_words(Language language) throws IOException {
        Set<String> said = said();
        assertThat(said).hasSizeGreaterThan(100);
        assertThat(said)
                .allSatisfy(key -> assertThat(room(key, language).keys()).contains(key));
    }

    private static Messages room(String key, Language language) {
        return switch (key.substring(0, key.indexOf('.'))) {
            case "organisation" -> words(language, Decided.class);
            case "quarantine" -> words(language, Waiting.class);
            default -> words(language, ImportRow.class);
        };
    }

    private static Set<String> said() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/jte/setup"), Path.of("src/main/java/hecht/app/web/setup")))
            try (Stream<Path> files = Files.walk(root)) {
                for (Path each : files.filter(Files::isRegularFile).toList())
                    KEY.matcher(Files.readString(each)).results().forEach(found -> said.add(found.group(1)));
            }
        return said;
    }

    private static Messages words(Language language, Class<?> room) {
        return Messages.of(language, room, Pages.class);
    }
}
