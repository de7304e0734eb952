package hecht.app.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the sentences of every room that speaks.
class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");

    private final Messages english = Messages.of(Language.EN);
    private final Messages dutch = Messages.of(Language.NL);

    /// The English files of all rooms, seen from the folder in which Maven runs the tests of app.
    static List<Path> rooms() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/hecht/app"))) {
            List<Path> found = all.filter(each -> each.endsWith("messages_en.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(1);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void both_languages_say_the_same_things_with_the_same_values(Path room) {
        Properties in = read(room, "en");
        Properties op = read(room, "nl");
        assertThat(op.stringPropertyNames()).isEqualTo(in.stringPropertyNames());
        for (String key : in.stringPropertyNames())
            assertThat(values(op.getProperty(key))).as(key).isEqualTo(values(in.getProperty(key)));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void no_sentence_is_empty_and_every_brace_is_a_value(Path room) {
        for (String language : List.of("en", "nl")) {
            Properties all = read(room, language);
            for (String key : all.stringPropertyNames()) {
                assertThat(all.getProperty(key)).as(key).isNotBlank();
                assertThat(all.getProperty(key).replaceAll("\\{\\d(:[^|}]*\\|[^}]*)?}", ""))
                        .as(key)
                        .doesNotContain("{", "}");
            }
        }
    }

    @Test
    void a_number_chooses_its_word_and_has_its_thousands_apart() {
        assertThat(english.say("length.days", 1L)).isEqualTo("1 day");
        assertThat(english.say("length.days", 20_000L)).isEqualTo("20,000 days");
        assertThat(dutch.say("length.days", 20_000L)).isEqualTo("20.000 dagen");
    }

    @Test
    void a_value_is_not_read_as_a_pattern() {
        assertThat(english.say("range", "$1 \\ {0}", "x")).isEqualTo("$1 \\ {0} to x");
    }

    @Test
    void a_sentence_that_is_not_there_is_noticed() {
        assertThatThrownBy(() -> english.say("no.such.key")).hasMessageContaining("no.such.key");
    }

    @Test
    void a_room_without_its_file_is_noticed() {
        assertThatThrownBy(() -> Messages.of(Language.EN, String.class)).hasMessageContaining("java.lang lacks");
    }

    @Test
    void two_rooms_do_not_say_one_thing_twice() {
        assertThatThrownBy(() -> Messages.of(Language.EN, Messages.class)).hasMessageContaining("says again");
    }

    private static Properties read(Path room, String language) {
        Properties all = new Properties();
        try (Reader in =
                Files.newBufferedReader(room.resolve("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }

    private static List<String> values(String sentence) {
        List<String> found = new ArrayList<>();
        Matcher place = PLACE.matcher(sentence);
        while (place.find()) found.add(place.group().substring(1, 2));
        return found.stream().distinct().sorted().toList();
    }
}
