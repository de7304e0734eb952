package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hecht.files.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the page of examples promises.
class ExamplesTest {
    static Stream<List<String>> commands() {
        return Examples.commands().stream();
    }

    static Stream<Path> mappings() throws IOException {
        return Files.list(Examples.FOLDER).filter(each -> each.toString().endsWith(".yaml"));
    }

    @Test
    void the_page_has_commands_and_every_mapping_is_in_one() throws IOException {
        Set<String> named = new HashSet<>();
        commands().forEach(named::addAll);
        assertThat(Examples.commands()).hasSizeGreaterThan(15);
        assertThat(mappings().map(each -> "examples/" + each.getFileName()))
                .isNotEmpty()
                .allMatch(named::contains);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_on_the_page_is_one_with_options_that_exist(List<String> command) {
        assertThat(Commands.names()).contains(command.getFirst());
        Surroundings quiet = new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of(),
                Clock.systemUTC(),
                Terminal.NONE);
        assertThatCode(() -> Commands.line(command, new Conversation(command, quiet))
                        .parseArgs(command.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_file_on_the_page_is_there(List<String> command) throws IOException {
        for (String word : command) {
            if (word.startsWith("examples/"))
                assertThat(Examples.ROOT.resolve(word)).exists();
            if (word.startsWith("../shared/data/") && Files.isDirectory(Examples.ROOT.resolve("../shared/data")))
                assertThat(found(word)).as(word).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void a_mapping_can_be_read(Path mapping) {
        assertThatCode(() -> Mapping.read(mapping)).doesNotThrowAnyException();
    }

    @Test
    void lichtland_csv_is_what_simulate_tells_as_a_table() throws IOException {
        String table = LichtlandTable.csv();
        Path made = Path.of("target", "lichtland.csv");
        Files.writeString(made, table);
        assertThat(Examples.FOLDER.resolve("lichtland.csv"))
                .as("where the demo has changed, look at %s and put it in its place", made)
                .hasContent(table);
    }

    @Test
    void the_first_file_of_the_quick_start_is_read_whole_and_has_its_heroine() {
        Ran ran = Ran.hecht("score", Examples.FOLDER.resolve("lichtland.csv").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("+ 0 repeated + 0 conflicting + 0 rejected");
        assertThat(ran.out()).contains("LL-0048213,"); // Anneke Terpstra
    }

    private static List<Path> found(String glob) throws IOException {
        Path file = Examples.ROOT.resolve(glob).normalize();
        PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + file);
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(fits::matches).toList();
        }
    }
}
