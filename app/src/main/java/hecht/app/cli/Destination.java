package hecht.app.cli;

import hecht.app.words.Messages;
import hecht.files.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Where data goes: standard output, or a file. A file grows under another name beside its own and gets its own name only
/// when it is whole, so that nobody takes half of it for all; stopped before that, by a fault or by Ctrl-C, nothing is left.
final class Destination implements Closeable {
    private static final int BUFFERED = 1 << 16;

    private final String name;
    private final OutputStream out;
    private final boolean ours;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFERED);
    private final @Nullable Growing growing;
    private String half = "";

    private Destination(String name, OutputStream out, boolean ours, @Nullable Growing growing) {
        this.name = name;
        this.out = out;
        this.ours = ours;
        this.growing = growing;
    }

    static Destination standardOutput(OutputStream out, Messages messages) {
        return new Destination(messages.say("destination.output"), out, false, null);
    }

    /// Takes everything and keeps nothing.
    static Destination nowhere() {
        return new Destination("", OutputStream.nullOutputStream(), false, null);
    }

    /// @throws Refusal when nothing can be written there
    static Destination file(Path file, Messages messages) throws Refusal {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                if (Files.isDirectory(file))
                    throw new Refusal(Refusal.Kind.USE, messages.say("destination.folder", file));
                return new Destination(file.toString(), Files.newOutputStream(file), true, null);
            }
            Growing growing = new Growing(file);
            OutputStream out = Files.newOutputStream(
                    growing.part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            return new Destination(file.toString(), out, true, growing);
        } catch (IOException e) {
            throw unwritable(file.toString(), e, messages);
        }
    }

    static Refusal unwritable(String name, IOException e, Messages messages) {
        return new Refusal(Refusal.Kind.SURROUNDINGS, messages.say("destination.unwritable", name, Reasons.of(e)), e);
    }

    /// @throws Unwritable when the disk is full, or nobody reads on
    void write(CharSequence text) {
        CharBuffer from = CharBuffer.wrap(half.isEmpty() ? text : half + text);
        encoder.reset();
        while (encoder.encode(from, bytes, false).isOverflow()) drain();
        half = from.toString(); // the first half of a character, when whoever writes cut it in two
    }

    void line(CharSequence text) {
        write(text);
        write("\n");
    }

    /// Hands on what is buffered, so that who reads a pipe or a terminal sees it.
    void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new Unwritable(name, e);
        }
    }

    /// All was written: a file gets its name.
    void finish() {
        flush();
        try {
            if (ours) out.close();
            if (growing != null) growing.becomeWhole();
        } catch (IOException e) {
            throw new Unwritable(name, e);
        }
    }

    /// Leaves nothing behind of what was not finished.
    @Override
    public void close() {
        try {
            if (ours) out.close();
        } catch (IOException e) {
            // It was not finished, and goes.
        }
        if (growing != null) growing.leave();
    }

    private void drain() {
        try {
            out.write(bytes.array(), 0, bytes.position());
            bytes.clear();
        } catch (IOException e) {
            throw new Unwritable(name, e);
        }
    }

    /// The file while it grows.
    private static final class Growing {
        private final Path whole;
        private final Path part;
        private final Thread onStop = new Thread(this::remove, "hecht removes half a file");
        private boolean left;

        Growing(Path whole) {
            this.whole = whole.toAbsolutePath();
            this.part = this.whole.resolveSibling(
                    "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            Runtime.getRuntime().addShutdownHook(onStop);
        }

        synchronized void becomeWhole() throws IOException {
            if (left) return;
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            leave();
        }

        synchronized void leave() {
            if (left) return;
            remove();
            try {
                Runtime.getRuntime().removeShutdownHook(onStop);
            } catch (IllegalStateException e) {
                // Java is stopping already, and the hook runs or ran.
            }
        }

        private synchronized void remove() {
            left = true;
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // Nothing more can be done; its name begins with a dot and ends in .part.
            }
        }
    }

    /// Writing failed. Unchecked, because it comes up in the midst of whatever calls back with data.
    static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final IOException reason;

        Unwritable(String name, IOException reason) {
            super(reason);
            this.name = name;
            this.reason = reason;
        }

        /// Nobody reads on, as behind `| head`: no fault, and nothing to say.
        boolean isNobodyReading() {
            return reason instanceof StandardOutput.NobodyReads || (reason.getMessage() + "").contains("Broken pipe");
        }

        Refusal refusal(Messages messages) {
            return unwritable(name, reason, messages);
        }
    }
}
