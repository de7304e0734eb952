package hecht.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file on its way: it grows beside its place and takes its name when it is whole, so that under the name never stands
/// a half one.
final class PartFile implements Closeable {
    private final Path target;
    private final Path part;

    private PartFile(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /// Made at once, so that a place where nothing can be written is known before any work is done.
    ///
    /// @throws Refusal `SURROUNDINGS`
    static PartFile begin(Path target) throws Refusal {
        Path folder = target.toAbsolutePath().getParent();
        try {
            if (folder == null || Files.isDirectory(target)) throw new IOException("a folder");
            Path part = folder.resolve(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            Files.deleteIfExists(part); // of an earlier program that had the same number
            Files.createFile(part).toFile().deleteOnExit(); // an interrupted run leaves nothing either
            return new PartFile(target, part);
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    target + ": expected a file in a folder that exists and is writable; choose another place.",
                    e);
        }
    }

    Path path() {
        return part;
    }

    void finish() throws IOException {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Why it was not finished.
    Refusal refusal(Exception cause) {
        return new Refusal(
                Refusal.Kind.SURROUNDINGS,
                target + ": it could not be written; see that the disk and the temporary folder are not full.",
                cause);
    }

    /// Leaves nothing of a file that was not finished.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // it says by its name that it is a part
        }
    }
}
