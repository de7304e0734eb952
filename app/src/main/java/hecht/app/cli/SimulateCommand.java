package hecht.app.cli;

import hecht.demo.Lichtland;
import hecht.demo.export.Exports;
import hecht.files.Progress;
import hecht.files.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hecht simulate`: Lichtland as events on standard output, or as the files of its systems in a folder; and its truth in a
/// file that hecht never reads.
@CommandLine.Command(name = "simulate")
final class SimulateCommand implements Command {
    private final Conversation with;

    @Mixin
    LichtlandOptions size = new LichtlandOptions();

    @Option(names = "--truth", paramLabel = "FILE", descriptionKey = "option.output.truth")
    @Nullable
    Path truth;

    @Option(names = "--files", paramLabel = "FOLDER", descriptionKey = "option.output.untidy")
    @Nullable
    Path files;

    SimulateCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        Lichtland lichtland = size.lichtland(with);
        Path beside = truth;
        if (files != null) return untidy(lichtland, files, beside);
        try (Destination events = with.output();
                Destination truths = beside == null ? Destination.nowhere() : with.output(beside)) {
            long written = write(lichtland, events, truths);
            events.finish();
            truths.finish();
            with.tell(with.say("simulate.done", written, (long) lichtland.customers()));
            if (beside != null) with.tell(with.say("simulate.truth", beside));
            return Exit.DONE;
        }
    }

    private long write(Lichtland lichtland, Destination events, Destination truths) {
        EventLines lines = new EventLines(events);
        Progress progress = with.isRead() ? Progress.SILENT : with.progress("progress.making", "progress.customers");
        long[] made = new long[2];
        lichtland.generate(
                event -> {
                    lines.write(event);
                    made[0]++;
                },
                each -> {
                    truths.line(each.line());
                    progress.at(++made[1], lichtland.customers(), made[1]);
                });
        with.progressIsOver();
        return made[0];
    }

    /// What the supplier's own systems would have written of the same events.
    private int untidy(Lichtland lichtland, Path folder, @Nullable Path beside) throws Refusal {
        Progress progress = with.progress("progress.making", "progress.customers");
        long[] made = new long[2];
        try (Destination truths = beside == null ? Destination.nowhere() : with.output(beside)) {
            Exports.write(
                    lichtland,
                    folder,
                    each -> {
                        truths.line(each.line());
                        progress.at(++made[0], lichtland.customers(), made[0]);
                    },
                    (fault, event) -> made[1]++);
            truths.finish();
        } catch (IOException e) {
            throw Destination.unwritable(folder.toString(), e, with.messages());
        } finally {
            with.progressIsOver();
        }
        with.tell(with.say("simulate.files", (long) lichtland.customers(), folder, made[1]));
        if (beside != null) with.tell(with.say("simulate.truth", beside));
        return Exit.DONE;
    }
}
