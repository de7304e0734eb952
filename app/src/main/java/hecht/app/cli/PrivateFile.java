package hecht.app.cli;

import hecht.app.words.Messages;
import hecht.files.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that its owner alone may read. It grows under another name and gets its own when it is whole; else nothing is left.
final class PrivateFile implements Closeable {
    private final Path whole;
    private final Path part;
    private final OutputStream out;
    private final Messages messages;

    private PrivateFile(Path whole, Path part, OutputStream out, Messages messages) {
        this.whole = whole;
        this.part = part;
        this.out = out;
        this.messages = messages;
    }

    /// @throws Refusal when nothing can be written there
    static PrivateFile open(Path file, Messages messages) throws Refusal {
        if (Files.isDirectory(file)) throw new Refusal(Refusal.Kind.USE, messages.say("destination.folder", file));
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, forUsAlone());
            return new PrivateFile(whole, part, Files.newOutputStream(part), messages);
        } catch (IOException e) {
            throw Destination.unwritable(file.toString(), e, messages);
        }
    }

    private static FileAttribute<?>[] forUsAlone() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    OutputStream out() {
        return out;
    }

    /// All was written, and the file gets its name.
    void finish() throws Refusal {
        try {
            out.close();
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Destination.unwritable(whole.toString(), e, messages);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Its name begins with a dot and ends in .part.
        }
    }
}
