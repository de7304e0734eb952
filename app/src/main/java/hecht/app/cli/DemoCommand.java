package hecht.app.cli;

import hecht.app.ingest.LichtlandLoading;
import hecht.app.ingest.LichtlandLoading.Seen;
import hecht.app.ingest.LichtlandLoading.Step;
import hecht.app.server.Server;
import hecht.app.server.Settings;
import hecht.demo.Lichtland;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.store.Where;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hecht demo`: the made-up supplier in a folder of its own, served at once; how it comes in can be watched on its pages.
@CommandLine.Command(name = "demo")
final class DemoCommand implements Command {
    private static final int PORT = 8485;
    private static final Path USUAL = Path.of("hecht-demo");
    private static final long BETWEEN_LOOKS = 250; // milliseconds
    private static final int WHOLE = 1000;

    private final Conversation with;

    @Option(names = "--data", paramLabel = "FOLDER", descriptionKey = "option.data.demo")
    Path data = USUAL;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.serving.port-of-demo")
    @Nullable
    String port;

    @Mixin
    LichtlandOptions size = new LichtlandOptions();

    DemoCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        Lichtland lichtland = size.lichtland(with);
        Path folder = data.toAbsolutePath().normalize();
        Settings settings =
                Settings.onLoopback(folder, new Where.Embedded(folder), port == null ? PORT : Service.port(port, with));
        with.tell(with.say("serve.starting", folder));
        try (Server server = Service.start(settings, with)) {
            LichtlandLoading loading = server.part(LichtlandLoading.class);
            boolean begins = loading.isPossible() && loading.begin(lichtland);
            Service.welcome(server, settings, with);
            with.tell(with.say("demo.delete", folder));
            if (begins) watch(loading, server);
            return Service.untilStopped();
        }
    }

    private void watch(LichtlandLoading loading, Server server) throws Refusal {
        try {
            Step at = Step.NOT_BEGUN;
            Progress progress = Progress.SILENT;
            for (Seen seen = loading.seen(); seen.isRunning(); seen = loading.seen()) {
                if (seen.step() != at) {
                    with.progressIsOver();
                    at = seen.step();
                    progress = with.progress(doing(at), at == Step.MAKING ? "progress.customers" : "progress.events");
                }
                progress.at(Math.round(seen.share() * WHOLE), WHOLE, seen.events());
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            with.progressIsOver();
        }
        Seen last = loading.seen();
        if (last.failure() != null) throw new Refusal(Refusal.Kind.SURROUNDINGS, last.failure());
        with.tell(with.say("demo.ready", last.events(), server.address()));
    }

    private static String doing(Step step) {
        return switch (step) {
            case MAKING -> "progress.making";
            case IMPORTING -> "progress.reading";
            default -> "progress.folding";
        };
    }
}
