package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hecht.core.episode.Encounter;
import hecht.core.episode.Ending;
import hecht.core.event.Choice;
import hecht.core.event.Dimension;
import hecht.core.relation.Condition;
import hecht.core.relation.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern SAID = Pattern.compile("(?:say|wrongUse)\\(\\s*\"([^\"]+)\"[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");

    private final Messages english = new Messages(Language.EN);
    private final Messages dutch = new Messages(Language.NL);

    @Test
    void both_languages_say_the_same_things() {
        assertThat(dutch.keys()).isEqualTo(english.keys());
    }

    @Test
    void both_languages_have_the_same_values_in_every_sentence() {
        for (String key : english.keys()) assertThat(values(dutch, key)).as(key).isEqualTo(values(english, key));
    }

    @Test
    void every_brace_is_a_value() {
        for (Messages each : List.of(english, dutch))
            for (String key : each.keys())
                assertThat(each.written(key).replaceAll("\\{\\d(:[^|}]*\\|[^}]*)?}", ""))
                        .as(key)
                        .doesNotContain("{", "}");
    }

    @Test
    void no_sentence_is_empty() {
        for (Messages each : List.of(english, dutch))
            assertThat(each.keys()).noneMatch(key -> each.written(key).isBlank());
    }

    @Test
    void everything_that_is_said_can_be_said() {
        Set<String> said = found(SAID);
        assertThat(said).hasSizeGreaterThan(60);
        assertThat(english.keys()).containsAll(said);
        assertThat(english.keys()).containsAll(families());
    }

    @Test
    void nothing_can_be_said_that_never_is() {
        Set<String> used = found(LITERAL);
        used.addAll(families());
        Set<String> idle = new TreeSet<>(english.keys());
        idle.removeAll(used);
        assertThat(idle).isEmpty();
    }

    @Test
    void a_number_chooses_its_word_and_has_its_thousands_apart() {
        assertThat(english.say("length.days", 1L)).isEqualTo("1 day");
        assertThat(english.say("length.days", 20_000L)).isEqualTo("20,000 days");
        assertThat(dutch.say("length.days", 20_000L)).isEqualTo("20.000 dagen");
    }

    @Test
    void a_value_is_not_read_as_a_pattern() {
        assertThat(english.say("use.unknown-command", "$1 \\ {0}", "x")).isEqualTo("there is no command $1 \\ {0}; x");
    }

    @Test
    void a_sentence_that_is_not_there_is_noticed() {
        assertThatThrownBy(() -> english.say("no.such.key")).hasMessageContaining("no.such.key");
    }

    /// Keys that are put together: words of closed lists, texts of help, options and exit codes.
    private static Set<String> families() {
        Set<String> keys = new TreeSet<>();
        words(keys, Condition.values());
        words(keys, Dimension.values());
        words(keys, Encounter.values());
        words(keys, Ending.values());
        words(keys, Mode.values());
        for (String group : HelpPage.GROUPS) keys.add("group." + group);
        for (int code : List.of(0, 1, 2, 3, 4, 5, 130)) keys.add("exit." + code);
        for (String text : HelpPage.TEXTS) {
            keys.add("help.hecht." + text);
            for (String command : Commands.names()) keys.add("help." + command + "." + text);
        }
        for (ArgSpec each : arguments()) {
            keys.add(each.descriptionKey());
            String label = "label." + each.paramLabel().toLowerCase(Locale.ROOT);
            if (new Messages(Language.EN).keys().contains(label)) keys.add(label);
        }
        return keys;
    }

    private static void words(Set<String> keys, Choice[] choices) {
        for (Choice each : choices)
            keys.add(((Enum<?>) each).getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + each.word());
    }

    private static List<ArgSpec> arguments() {
        List<ArgSpec> all = new ArrayList<>();
        for (CommandLine command : HelpTest.everyCommand())
            all.addAll(command.getCommandSpec().args());
        return all;
    }

    private static List<String> values(Messages of, String key) {
        List<String> found = new ArrayList<>();
        Matcher place = PLACE.matcher(of.written(key));
        while (place.find()) found.add(place.group().substring(1, 2));
        return found.stream().distinct().sorted().toList();
    }

    /// What a pattern finds in the sources of this package, seen from the folder in which Maven runs the tests of app.
    private static Set<String> found(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/hecht/app/cli"))) {
            for (Path each : sources.toList()) {
                Matcher in = pattern.matcher(Files.readString(each));
                while (in.find()) found.add(in.group(1));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }
}
