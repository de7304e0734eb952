package hecht.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Whether a person looks on, and how wide they look.
///
/// @param out whether standard output is a terminal  @param err whether standard error is
/// @param columns asked only when something is drawn
public record Terminal(boolean out, boolean err, IntSupplier columns) {
    static final int USUAL_COLUMNS = 80;

    /// Nobody looks on: files and pipes.
    public static final Terminal NONE = new Terminal(false, false, () -> USUAL_COLUMNS);

    static Terminal ofThisProcess(Map<String, String> environment) {
        return new Terminal(isTerminal(1), isTerminal(2), () -> columns(environment));
    }

    /// Java knows this only of standard input and output together. On Linux the name behind the descriptor tells it at
    /// once; elsewhere a shell does.
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            if (Files.isSymbolicLink(link)) {
                String behind = Files.readSymbolicLink(link).toString();
                return behind.startsWith("/dev/pts/") || behind.startsWith("/dev/tty") || behind.equals("/dev/console");
            }
            return new ProcessBuilder("sh", "-c", "test -t " + descriptor)
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no system that we know: better no colours than colours in a file
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int columns(Map<String, String> environment) {
        int told = number(environment.getOrDefault("COLUMNS", ""));
        return told > 0 ? told : columnsByStty();
    }

    private static int columnsByStty() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty")
                    .redirectErrorStream(true)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroy();
                return USUAL_COLUMNS;
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            int columns = number(size.substring(size.indexOf(' ') + 1));
            return columns > 0 ? columns : USUAL_COLUMNS;
        } catch (IOException e) {
            return USUAL_COLUMNS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_COLUMNS;
        }
    }

    private static int number(String written) {
        return written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 0;
    }
}
