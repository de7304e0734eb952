package hecht.app.cli;

import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.backup.Manifest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `hecht restore FILE`: a backup into a store in which there is nothing yet.
@CommandLine.Command(name = "restore")
final class RestoreCommand implements Command {
    private final Conversation with;

    @Parameters(paramLabel = "FILE", descriptionKey = "option.takes.backup-from")
    Path file = Path.of("");

    @Mixin
    DataOptions keeping = new DataOptions();

    RestoreCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        Path folder = keeping.folder(with);
        Optional<Beside> server = Beside.of(folder, with);
        if (server.isPresent()) {
            server.get().close();
            throw new Refusal(Refusal.Kind.SURROUNDINGS, with.say("restore.served", folder));
        }
        Manifest manifest = Store.restore(keeping.where(with), file);
        long rows = manifest.parts().stream().mapToLong(Manifest.Part::rows).sum();
        with.tell(with.say("restore.done", rows, manifest.made().toString(), folder));
        try (Holdings holdings = StoredHoldings.open(keeping, with)) {
            holdings.fold(with); // events that came just before the backup
        }
        return Exit.DONE;
    }
}
