package hecht.store.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/// The folder in which everything of one hecht lies, for its user's eyes only. It is claimed before anything in it is
/// touched, and by one process at a time: PostgreSQL's own file of its process does not keep two of us apart, since a server
/// that outlived its hecht looks the same as one that is used.
final class DataFolder implements AutoCloseable {
    /// What the folder's layout is called; a hecht that finds a higher number leaves the folder alone.
    private static final int FORMAT = 1;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder where it is missing, and claims it.
    ///
    /// @throws Trouble locked, not writable, disk full, or of another version
    static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            if (!Files.isDirectory(path)) {
                Path parent = path.getParent();
                if (parent != null) Files.createDirectories(parent);
                Files.createDirectory(path, Disk.onlyOurs("rwx------"));
            }
            closeToOthers(path);
            channel = FileChannel.open(
                    path.resolve("hecht.lock"), Set.of(CREATE, READ, WRITE), Disk.onlyOurs("rw-------"));
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        try {
            if (channel.tryLock() == null) throw locked(path, channel);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(("" + ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            checkFormat(path);
            return new DataFolder(path, channel);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw locked(path, channel);
        } catch (IOException e) {
            close(channel);
            throw notWritable(path, e);
        } catch (Trouble e) {
            close(channel);
            throw e;
        }
    }

    private static Trouble locked(Path path, FileChannel channel) {
        String process = "";
        try {
            ByteBuffer bytes = ByteBuffer.allocate(20);
            if (channel.isOpen() && channel.read(bytes, 0) > 0)
                process = " (process "
                        + new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip() + ")";
        } catch (IOException e) {
            // Some systems do not let a locked file be read; the sentence is true without the number.
        }
        return new Trouble(
                Trouble.Kind.LOCKED,
                "The data folder " + path + ": expected to be the only hecht that uses it, found another" + process
                        + "; stop that one, or name another folder with --data.");
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve("version");
        if (!Files.exists(file)) {
            Files.writeString(file, FORMAT + "\n");
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals("" + FORMAT))
            throw new Trouble(
                    Trouble.Kind.OTHER_VERSION,
                    "The data folder " + path + ": expected its layout to be number " + FORMAT + ", found \"" + found
                            + "\"; use the hecht that wrote it, or name another folder with --data.");
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /// A folder that existed may have been made by hand, open to all; cast-iron only where the system has such rights.
    private static void closeToOthers(Path path) throws IOException {
        if (isPosix(path) && !Files.getPosixFilePermissions(path).equals(PosixFilePermissions.fromString("rwx------")))
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static Trouble notWritable(Path path, IOException e) {
        return Disk.trouble("The data folder " + path, "name another folder with --data", path, e);
    }

    /// Removes a folder and all in it; links are removed, never followed.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }

    /// Lets others claim the folder.
    @Override
    public void close() {
        close(lock);
    }
}
