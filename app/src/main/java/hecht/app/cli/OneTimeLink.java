package hecht.app.cli;

import hecht.files.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A link with which somebody chooses a password: shown on a terminal, where nobody records it; else put into a file of the
/// data folder for its owner's eyes, since what is not a terminal is a log or a pipe.
final class OneTimeLink {
    private OneTimeLink() {}

    static void hand(String link, String name, Path data, Conversation with) throws Refusal {
        if (with.isRead()) {
            Destination out = with.output();
            out.line(link);
            out.finish();
            with.tell(with.say("link.shown"));
            return;
        }
        Path file = data.resolve("link-" + name + ".txt");
        try (PrivateFile to = PrivateFile.open(file, with.messages())) {
            to.out().write((link + "\n").getBytes(StandardCharsets.US_ASCII));
            to.finish();
        } catch (IOException e) {
            throw Destination.unwritable(file.toString(), e, with.messages());
        }
        with.tell(with.say("link.written", file));
    }
}
