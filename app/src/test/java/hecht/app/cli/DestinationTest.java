package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.words.Language;
import hecht.app.words.Messages;
import hecht.files.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    private final Messages messages = Messages.of(Language.EN, Cli.class);

    @TempDir
    Path folder;

    @Test
    void a_file_grows_under_another_name() throws Exception {
        Path file = folder.resolve("out.csv");
        Ran.write(file, "older");
        try (Destination out = Destination.file(file, messages)) {
            out.write("newer");
            out.flush();
            assertThat(Files.readString(file)).isEqualTo("older");
            out.finish();
        }
        assertThat(Files.readString(file)).isEqualTo("newer");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void what_was_not_finished_leaves_nothing() throws Exception {
        try (Destination out = Destination.file(folder.resolve("out.csv"), messages)) {
            out.write("half");
            out.flush();
            assertThat(names()).hasSize(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void a_character_that_was_cut_in_two_arrives_whole() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Destination out = Destination.standardOutput(bytes, messages);
        out.write("a\ud83d");
        out.write("\ude00b");
        out.finish();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a😀b");
    }

    @Test
    void more_than_fits_in_memory_at_once_arrives_whole() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Destination out = Destination.standardOutput(bytes, messages);
        String line = "é".repeat(100_000);
        out.line(line);
        out.finish();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(line + "\n");
    }

    @Test
    void what_is_no_file_is_written_as_it_is() throws Refusal {
        try (Destination out = Destination.file(Path.of("/dev/null"), messages)) {
            out.write("x");
            out.finish();
        }
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
