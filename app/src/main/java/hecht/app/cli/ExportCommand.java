package hecht.app.cli;

import hecht.files.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht export CUSTOMER`: all that is held of one customer, to hand to that customer. The audit keeps that it was taken.
@CommandLine.Command(name = "export")
final class ExportCommand implements Command {
    private static final int SOME = 1 << 14;

    private final Conversation with;

    @Parameters(paramLabel = "CUSTOMER", descriptionKey = "option.takes.customer-here")
    String customer = "";

    @Mixin
    DataOptions keeping = new DataOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output.output-lines")
    @Nullable
    Path output;

    ExportCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        try (Holdings holdings = Holdings.of(keeping, with);
                Destination out = with.output(output)) {
            InputStream held = holdings.export(customer)
                    .orElseThrow(() -> with.wrongUse("why.unknown-here", Shown.safely(customer)));
            copy(held, out);
            out.finish();
            return Exit.DONE;
        }
    }

    private void copy(InputStream held, Destination out) throws Refusal {
        CharBuffer some = CharBuffer.allocate(SOME);
        try (Reader in = new InputStreamReader(held, StandardCharsets.UTF_8)) {
            while (in.read(some) >= 0) {
                out.write(some.flip());
                some.clear();
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.SURROUNDINGS, with.say("beside.cut"), e);
        }
    }
}
