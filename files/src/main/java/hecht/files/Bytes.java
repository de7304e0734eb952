package hecht.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The bytes of a file, unpacked when it is gzip whatever its name says. Counts what it takes from the disk.
final class Bytes {
    private static final int BLOCK = 1 << 16;

    private final Counted counted;
    private final InputStream unpacked;

    private Bytes(Counted counted, InputStream unpacked) {
        this.counted = counted;
        this.unpacked = unpacked;
    }

    static Bytes open(Path file) throws IOException {
        Counted counted = new Counted(Files.newInputStream(file));
        try {
            PushbackInputStream start = new PushbackInputStream(counted, 2);
            byte[] magic = start.readNBytes(2);
            start.unread(magic);
            boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
            return new Bytes(counted, packed ? new GZIPInputStream(start, BLOCK) : start);
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    InputStream stream() {
        return unpacked;
    }

    /// Bytes taken from the disk so far, packed as they lie there.
    long taken() {
        return counted.taken;
    }

    private static final class Counted extends FilterInputStream {
        private long taken;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) taken++;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            if (read > 0) taken += read;
            return read;
        }
    }
}
