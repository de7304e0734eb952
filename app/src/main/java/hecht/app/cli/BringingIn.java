package hecht.app.cli;

import hecht.app.ingest.Importing;
import hecht.app.ingest.Tally;
import hecht.files.Input;
import hecht.files.Refusal;
import hecht.files.Rejects;
import org.jspecify.annotations.Nullable;

/// Brings an input in, and says what holds if it is stopped halfway.
final class BringingIn {
    private final Conversation with;
    private final Holdings holdings;

    BringingIn(Conversation with, Holdings holdings) {
        this.with = with;
        this.holdings = holdings;
    }

    Tally run(Input input, @Nullable String mapping, Rejects aside) throws Refusal {
        Thread onStop = new Thread(() -> with.complain(with.say("import.stopped")), "hecht says what stays");
        Runtime.getRuntime().addShutdownHook(onStop);
        try {
            Tally tally = Importing.run(input, mapping, aside, holdings.door(), with.reading());
            holdings.fold(with);
            return tally;
        } finally {
            forget(onStop);
        }
    }

    private static void forget(Thread onStop) {
        try {
            Runtime.getRuntime().removeShutdownHook(onStop);
        } catch (IllegalStateException e) {
            // Java is stopping already, and the hook runs or ran.
        }
    }
}
