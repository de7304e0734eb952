package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.learning.Learning;
import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.core.episode.Encounter;
import hecht.core.episode.Ending;
import hecht.core.event.Choice;
import hecht.core.event.Dimension;
import hecht.core.event.EventType;
import hecht.core.relation.Condition;
import hecht.core.relation.Mode;
import hecht.insight.fit.Fit;
import hecht.insight.trial.Rival;
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

/// What the command says; that both languages say it is tested for all rooms at once.
class CliMessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*)\"");
    private static final Pattern SAID = Pattern.compile("(?:say|wrongUse)\\(\\s*\"([^\"]+)\"[,)]");

    private final Messages english = Messages.of(Language.EN, Cli.class);

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

    /// Keys that are put together: words of closed lists, texts of help, options and exit codes.
    private static Set<String> families() {
        Set<String> keys = new TreeSet<>();
        words(keys, Condition.values());
        words(keys, Dimension.values());
        words(keys, Encounter.values());
        words(keys, Ending.values());
        words(keys, Mode.values());
        for (EventType type : EventType.values()) keys.add("event." + type.word());
        for (Rival.Name rival : Rival.Name.values()) {
            keys.add("fit.rival." + word(rival));
            if (rival != Rival.Name.MODEL)
                for (String order : List.of("better", "alike", "worse"))
                    keys.add("fit.says." + word(rival) + "." + order);
        }
        for (Learning.Stage stage : Learning.Stage.values()) keys.add("fit.stage." + word(stage));
        for (Fit.NothingToLearn.Why why : Fit.NothingToLearn.Why.values()) keys.add("fit.nothing." + word(why));
        for (String finding : List.of("bold", "right", "timid")) keys.add("fit.calibration." + finding);
        for (String group : HelpPage.GROUPS) keys.add("group." + group);
        for (int code : List.of(0, 1, 2, 3, 4, 5, 6, 130)) keys.add("exit." + code);
        for (String text : HelpPage.TEXTS) {
            keys.add("help.hecht." + text);
            for (String command : Commands.names()) keys.add("help." + command + "." + text);
        }
        for (ArgSpec each : arguments()) {
            keys.add(each.descriptionKey());
            String label = "label." + each.paramLabel().toLowerCase(Locale.ROOT);
            if (Messages.of(Language.EN, Cli.class).keys().contains(label)) keys.add(label);
        }
        return keys;
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /// What a pattern finds in the sources of the command and of what all rooms say, seen from the folder in which Maven runs
    /// the tests of app.
    private static Set<String> found(Pattern pattern) {
        Set<String> found = new TreeSet<>();
        Path app = Path.of("src/main/java/hecht/app");
        try (Stream<Path> sources = Stream.concat(Files.list(app.resolve("cli")), Files.list(app.resolve("words")))) {
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
