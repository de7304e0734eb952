package hecht.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The characters of a text file. A byte order mark says the encoding and is taken off, whatever the mapping says. Bytes
/// that are no text in the encoding become [#NO_TEXT], so that only the rows that hold them are lost.
final class Characters implements Closeable {
    /// Half of a surrogate pair: never comes out of sound text, so it can stand for bytes that are none.
    static final char NO_TEXT = '\udfff';

    private static final int BLOCK = 1 << 16;

    private final Bytes source;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    private boolean ended;
    private boolean flushed;
    private boolean spoiled;

    /// @param told the encoding where no byte order mark says it
    static Characters open(Path file, Charset told) throws IOException {
        return new Characters(Bytes.open(file), told);
    }

    private Characters(Bytes source, Charset told) throws IOException {
        this.source = source;
        this.in = source.stream();
        try {
            bytes.limit(in.readNBytes(bytes.array(), 0, 4));
        } catch (IOException e) {
            in.close();
            throw e;
        }
        this.decoder = charset(told)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Reads the byte order mark, if there is one, and steps over it.
    private Charset charset(Charset told) {
        int length = bytes.limit();
        int first = length > 0 ? bytes.get(0) & 0xff : 0;
        int second = length > 1 ? bytes.get(1) & 0xff : 0;
        if (first == 0xef && second == 0xbb && length > 2 && (bytes.get(2) & 0xff) == 0xbf) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (length < 2 || !(first == 0xff && second == 0xfe || first == 0xfe && second == 0xff)) return told;
        bytes.position(2);
        return first == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    Charset charset() {
        return decoder.charset();
    }

    /// Whether bytes were met that are no text.
    boolean isSpoiled() {
        return spoiled;
    }

    long bytesRead() {
        return source.taken();
    }

    /// @param length at least 2: a character beyond the basic plane (😀) takes two places
    /// @return how many characters were put into `into` from `from` on, at least one; −1 at the end
    int read(char[] into, int from, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(into, from, length);
        while (out.position() == from) {
            if (flushed) return -1;
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (!out.hasRemaining()) break;
                bytes.position(bytes.position() + result.length());
                out.put(NO_TEXT);
                spoiled = true;
            } else if (result.isUnderflow() && ended) {
                flushed = decoder.flush(out).isUnderflow();
                if (flushed && out.position() == from) return -1;
            } else if (result.isUnderflow() && out.position() == from) fill();
        }
        return out.position() - from;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) ended = true;
        else bytes.position(bytes.position() + read);
        bytes.flip();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // All that was wanted of it has been read.
        }
    }
}
