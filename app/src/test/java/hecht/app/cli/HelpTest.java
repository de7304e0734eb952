package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.files.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    private static final int EXAMPLES = 3;

    @Test
    void hecht_alone_teaches_what_it_is_for() {
        Ran ran = Ran.hecht();
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("hecht says how every customer relationship stands")
                .contains("Examples\n  hecht demo\n", "Commands\n", "Exit codes\n");
        for (String name : Commands.names()) assertThat(ran.out()).contains("\n  " + name + " ");
        assertThat(ran.out())
                .isEqualTo(Ran.hecht("--help").out())
                .isEqualTo(Ran.hecht("help").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "import",
                "score",
                "why",
                "episodes",
                "export",
                "digest",
                "verify",
                "backup",
                "restore",
                "user",
                "simulate",
                "version"
            })
    void help_of_a_command_tells_its_options_and_its_exit_codes_in_both_languages(String command) {
        Ran english = Ran.hecht("help", command);
        assertThat(english.code()).isZero();
        assertThat(english.out()).isEqualTo(Ran.hecht(command, "--help").out());
        assertThat(english.out()).contains("Usage\n", "Examples\n", "General\n", "3", "130");
        Ran dutch = Ran.hecht("help", command, "--language", "nl");
        assertThat(dutch.out())
                .contains("Gebruik\n", "Voorbeelden\n", "afgebroken")
                .doesNotContain("Usage");
        for (String line : (english.out() + dutch.out()).lines().toList())
            assertThat(line.length()).as(line).isLessThanOrEqualTo(Terminal.USUAL_COLUMNS);
    }

    @Test
    void every_command_has_three_examples_in_both_languages_that_it_understands() {
        for (Language language : Language.values()) {
            Messages messages = Messages.of(language, Cli.class);
            for (String command : Commands.names()) {
                List<String> examples =
                        messages.say("help." + command + ".examples").lines().toList();
                assertThat(examples).as(command).hasSize(EXAMPLES);
                for (String example : examples) understand(example);
            }
        }
    }

    /// An example may lead into a file or another command.
    private static void understand(String example) {
        for (String part : example.split(" \\| ", -1)) {
            if (!part.startsWith("hecht ")) continue;
            String plain = part.replaceAll(" > .*", "");
            List<String> words = List.of(plain.split(" ", -1));
            List<String> args = words.subList(1, words.size());
            if (args.getFirst().equals("help")) continue;
            try {
                Commands.line(args, conversation()).parseArgs(args.toArray(String[]::new));
            } catch (Refusal e) {
                throw new AssertionError(example, e);
            }
        }
    }

    static List<CommandLine> everyCommand() {
        try {
            CommandLine hecht = Commands.line(List.of("--help"), conversation());
            List<CommandLine> all = new ArrayList<>(hecht.getSubcommands().values());
            all.add(hecht);
            return all;
        } catch (Refusal e) {
            throw new AssertionError(e);
        }
    }

    static Conversation conversation() {
        return new Conversation(
                List.of(),
                new Surroundings(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream(),
                        Map.of(),
                        Clock.systemUTC(),
                        Terminal.NONE));
    }
}
