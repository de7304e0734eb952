package hecht.store.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What a disk may do to us, and who may read what we put there.
public final class Disk {
    /// A file system keeps a last little for itself; PostgreSQL's smallest step is a piece of journal of 16 MiB.
    private static final long NEXT_TO_NOTHING = 4 << 20;

    private Disk() {}

    /// The rights of a new file or folder, where the system knows such rights.
    ///
    /// @param rights as `ls` shows them
    public static FileAttribute<?>[] onlyOurs(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /// What a failed write says: the disk is full, or the place is not ours to write.
    ///
    /// @param what begins the sentence, as "The data folder /var/hecht"  @param remedy ends it, as "name another folder"
    /// @param at where it was written
    public static Trouble trouble(String what, String remedy, Path at, IOException e) {
        if (isFull(at, e.getMessage() == null ? "" : e.getMessage()))
            return new Trouble(
                    Trouble.Kind.DISK_FULL,
                    what + ": expected room on its disk, found it full; make room, or " + remedy + ".",
                    e);
        return new Trouble(
                Trouble.Kind.NOT_WRITABLE,
                what + ": expected a place that this user may write, found "
                        + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
                        + "; make it yours, or " + remedy + ".",
                e);
    }

    static boolean isFull(Path at, String said) {
        return said.contains("No space left") || said.contains("Disk quota") || room(at) < NEXT_TO_NOTHING;
    }

    /// Bytes free where a path lies, or will lie; more than enough where that cannot be asked.
    private static long room(Path at) {
        for (Path each = at.toAbsolutePath(); each != null; each = each.getParent())
            try {
                if (Files.exists(each)) return Files.getFileStore(each).getUsableSpace();
            } catch (IOException e) {
                return Long.MAX_VALUE;
            }
        return Long.MAX_VALUE;
    }
}
