package hecht.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Words for people, on standard error, which is never lost in data. On a terminal a line of progress may stand below them.
///
/// That nobody can hear them is no reason to stop: what is asked for is the data.
final class Voice {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final OutputStream err;
    private boolean lineStands;

    Voice(OutputStream err) {
        this.err = err;
    }

    /// One line, or several.
    synchronized void say(String words) {
        write((lineStands ? CLEAR_LINE : "") + words + "\n");
        lineStands = false;
    }

    /// Shows a line that the next one takes the place of.
    synchronized void show(String line) {
        write(CLEAR_LINE + line);
        lineStands = true;
    }

    /// Takes the line of progress away.
    synchronized void hide() {
        if (lineStands) write(CLEAR_LINE);
        lineStands = false;
    }

    private void write(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // See above.
        }
    }
}
