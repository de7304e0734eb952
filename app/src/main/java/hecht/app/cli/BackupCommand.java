package hecht.app.cli;

import hecht.files.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hecht backup FILE`: all that is held, as it stood at one moment, in one file for its owner's eyes.
@CommandLine.Command(name = "backup")
final class BackupCommand implements Command {
    private final Conversation with;

    @Parameters(paramLabel = "FILE", descriptionKey = "option.takes.backup-to")
    Path file = Path.of("");

    @Mixin
    DataOptions keeping = new DataOptions();

    BackupCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        try (Holdings holdings = Holdings.of(keeping, with);
                PrivateFile to = PrivateFile.open(file, with.messages())) {
            holdings.backup(to.out());
            to.finish();
            with.tell(with.say(
                    "backup.done", file, with.figures(java.time.ZoneOffset.UTC).whole(Files.size(file))));
            return Exit.DONE;
        } catch (IOException e) {
            throw Destination.unwritable(file.toString(), e, with.messages());
        }
    }
}
