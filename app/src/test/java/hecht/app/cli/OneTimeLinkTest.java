package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.files.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTimeLinkTest {
    private static final String LINK = "http://localhost:8484/link/secret";

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void on_a_terminal_it_is_shown_and_written_nowhere() throws Refusal, IOException {
        OneTimeLink.hand(LINK, "anna", data, conversation(true));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LINK + "\n");
        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void elsewhere_it_goes_into_a_file_that_nobody_else_can_read() throws Refusal, IOException {
        OneTimeLink.hand(LINK, "anna", data, conversation(false));
        assertThat(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                .contains(data.resolve("link-anna.txt").toString())
                .doesNotContain("secret");
        assertThat(Files.readString(data.resolve("link-anna.txt"))).isEqualTo(LINK + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("link-anna.txt"))))
                .isEqualTo("rw-------");
    }

    private Conversation conversation(boolean terminal) {
        return new Conversation(
                List.of(),
                new Surroundings(
                        InputStream.nullInputStream(),
                        out,
                        err,
                        Map.of(),
                        Clock.systemUTC(),
                        new Terminal(terminal, terminal, () -> 80)));
    }
}
