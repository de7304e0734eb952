package hecht.app.cli;

import hecht.demo.Lichtland;
import hecht.files.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How large a Lichtland somebody asks for, and which.
final class LichtlandOptions {
    @Option(names = "--customers", paramLabel = "N", descriptionKey = "option.output.customers")
    @Nullable
    String customers;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "option.output.seed")
    @Nullable
    String seed;

    LichtlandOptions() {}

    /// That of the demo in what was not said.
    Lichtland lichtland(Conversation with) throws Refusal {
        return Lichtland.of(
                customers == null ? Lichtland.CUSTOMERS : count(customers, with),
                seed == null ? Lichtland.SEED : seed(seed, with));
    }

    private static int count(String written, Conversation with) throws Refusal {
        if (!written.matches("[1-9][0-9]{0,8}")) throw with.wrongUse("use.count", "--customers", Shown.safely(written));
        return Integer.parseInt(written);
    }

    private static long seed(String written, Conversation with) throws Refusal {
        if (!written.matches("-?[0-9]{1,18}")) throw with.wrongUse("use.count", "--seed", Shown.safely(written));
        return Long.parseLong(written);
    }
}
