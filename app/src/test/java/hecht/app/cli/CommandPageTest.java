package hecht.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.files.ParquetTable.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The page `docs/reference/command.md` tells all there is; seen from the folder in which Maven runs the tests of app.
class CommandPageTest {
    private final String page = read(Path.of("../docs/reference/command.md"));

    @Test
    void it_tells_every_command_and_every_option() {
        for (String command : Commands.names()) assertThat(page).contains("`hecht " + command);
        for (CommandLine command : HelpTest.everyCommand())
            for (OptionSpec option : command.getCommandSpec().options())
                assertThat(page).as(command.getCommandName()).contains("`" + option.longestName());
    }

    @Test
    void it_tells_every_column() {
        for (Column column : ScoreRow.COLUMNS) assertThat(page).contains("`" + column.name() + "`");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
