package hecht.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The process's standard output, below `System.out`, which hides that writing failed. It tells apart that nobody reads on,
/// whose words come from the system in any language, from a disk that is full.
final class StandardOutput extends OutputStream {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    /// Whoever was reading the other end of a pipe has gone, as `head` does.
    static final class NobodyReads extends IOException {
        private static final long serialVersionUID = 1L;

        NobodyReads(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw isPipe() ? new NobodyReads(e) : e;
        }
    }

    /// Writing into a pipe fails for no other reason.
    private static boolean isPipe() {
        try {
            Path behind = Path.of("/proc/self/fd/1");
            return Files.isSymbolicLink(behind)
                    && Files.readSymbolicLink(behind).toString().startsWith("pipe:");
        } catch (IOException e) {
            return false;
        }
    }
}
