package hecht.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// What the system says of a failed write, as the end of a sentence.
final class Reasons {
    private Reasons() {}

    /// The system's own words, which say it best: `No space left on device`.
    static String of(IOException e) {
        if (e instanceof NoSuchFileException) return "no such folder";
        if (e instanceof AccessDeniedException) return "permission denied";
        String words = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        if (words == null || words.isBlank()) return e.getClass().getSimpleName();
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
