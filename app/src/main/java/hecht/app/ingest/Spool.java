package hecht.app.ingest;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import hecht.files.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bytes kept in parts, each of which is appended to and later read as one piece: in memory as long as there is room, then in
/// a private temporary file. On systems with POSIX files that file has no name any more from the moment it is opened, so
/// that nothing of it can be left, however the program ends; elsewhere it goes when it is closed.
///
/// Appending is for one thread; afterwards parts may be read by several.
final class Spool implements AutoCloseable {
    /// How the name of a temporary file ends.
    static final String ENDING = ".hecht-events";

    private static final int SMALLEST_BLOCK = 1 << 10;
    private static final int BLOCK = 1 << 18;

    private final Part[] parts;
    private final long room;
    private final Path folder;
    private long size;
    private long inMemory;
    private @Nullable FileChannel file;
    private long written;

    /// @param room bytes that may stay in memory  @param folder where the temporary file goes
    Spool(int parts, long room, Path folder) {
        this.parts = new Part[parts];
        Arrays.setAll(this.parts, i -> new Part());
        this.room = room;
        this.folder = folder;
    }

    /// A filled block: in memory, or in the file from a position on.
    private sealed interface Block {
        final class InMemory implements Block {
            private final byte[] bytes;

            InMemory(byte[] bytes) {
                this.bytes = bytes;
            }
        }

        record OnDisk(long position) implements Block {}
    }

    private static final class Part {
        private final List<Block> filled = new ArrayList<>();
        private byte[] open = new byte[SMALLEST_BLOCK];
        private int used;
        private long size;
    }

    /// Bytes in all parts.
    long size() {
        return size;
    }

    long size(int part) {
        return parts[part].size;
    }

    /// Whether the temporary file is in use.
    boolean isOnDisk() {
        return file != null;
    }

    void append(int part, byte[] from, int length) throws Refusal {
        Part to = parts[part];
        size += length;
        to.size += length;
        for (int done = 0; done < length; ) {
            if (to.used == to.open.length) turnOver(to);
            int some = Math.min(length - done, to.open.length - to.used);
            System.arraycopy(from, done, to.open, to.used, some);
            to.used += some;
            done += some;
        }
    }

    private void turnOver(Part part) throws Refusal {
        if (part.open.length < BLOCK) {
            part.open = Arrays.copyOf(part.open, part.open.length * 2);
            return;
        }
        if (inMemory + BLOCK <= room) {
            inMemory += BLOCK;
            part.filled.add(new Block.InMemory(part.open));
            part.open = new byte[BLOCK];
        } else {
            part.filled.add(new Block.OnDisk(write(part.open)));
        }
        part.used = 0;
    }

    private long write(byte[] block) throws Refusal {
        long position = written;
        try {
            if (file == null) file = open();
            ByteBuffer from = ByteBuffer.wrap(block);
            while (from.hasRemaining()) written += file.write(from, written);
            return position;
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private FileChannel open() throws IOException {
        Path path = folder.resolve(UUID.randomUUID() + ENDING);
        FileAttribute<?>[] onlyOurs =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE), onlyOurs);
    }

    private Refusal noRoom(IOException e) {
        return new Refusal(
                Refusal.Kind.SURROUNDINGS,
                "The folder for temporary files, " + folder
                        + ": expected room for the events that do not fit in memory, found "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                        + "; make room, or name another folder with HECHT_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER.",
                e);
    }

    /// All bytes of a part, as they were appended.
    byte[] read(int part) throws Refusal {
        Part from = parts[part];
        if (from.size > Integer.MAX_VALUE - 8)
            throw new Refusal(
                    Refusal.Kind.INPUT,
                    "The input: expected customers with at most some twenty million events each, found one with more;"
                            + " leave the key out that stands for everybody unknown.");
        byte[] all = new byte[(int) from.size];
        int at = 0;
        for (Block block : from.filled) {
            switch (block) {
                case Block.InMemory here -> System.arraycopy(here.bytes, 0, all, at, BLOCK);
                case Block.OnDisk there -> readBack(there.position, all, at);
            }
            at += BLOCK;
        }
        System.arraycopy(from.open, 0, all, at, from.used);
        return all;
    }

    private void readBack(long position, byte[] to, int at) throws Refusal {
        ByteBuffer into = ByteBuffer.wrap(to, at, BLOCK);
        try {
            FileChannel from = file;
            if (from == null) throw new IllegalStateException("a block was written, but there is no file");
            for (long next = position; into.hasRemaining(); ) {
                int some = from.read(into, next);
                if (some < 0) throw new IOException("the file ends early");
                next += some;
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    @Override
    public void close() {
        FileChannel open = file;
        file = null;
        try {
            if (open != null) open.close();
        } catch (IOException e) {
            // Closing is deleting; what could not be closed now goes with the program.
        }
    }
}
