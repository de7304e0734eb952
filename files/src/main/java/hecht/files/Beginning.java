package hecht.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The first bytes of a file, unpacked: enough to see what it is, whatever its name says.
final class Beginning {
    private static final int LENGTH = 1 << 13;

    private final byte[] bytes;

    private Beginning(byte[] bytes) {
        this.bytes = bytes;
    }

    static Beginning of(Path file) throws IOException {
        Bytes opened = Bytes.open(file);
        try (var in = opened.stream()) {
            return new Beginning(in.readNBytes(LENGTH));
        }
    }

    /// The kind of file that this begins. A name is believed before the text, and a binary file's own mark before its name.
    ///
    /// @param told the encoding of text without a byte order mark
    FileKind kind(String name, Charset told) throws Refusal {
        if (begins("PAR1")) return FileKind.PARQUET;
        Optional<FileKind> named = FileKind.named(name);
        refuseBinary(name, told);
        if (named.isPresent() && named.get() == FileKind.PARQUET)
            throw input(name, "a Parquet file", "something else", "");
        if (FileKind.ending(name).equals("txt")) named = Optional.empty();
        if (named.isPresent()) return named.get();
        return switch (firstLetter()) {
            case '{' -> FileKind.NDJSON;
            case '<' -> FileKind.XES;
            case '[' ->
                throw input(name, "one JSON object a line", "a list", "; write them one a line: jq -c '.[]' " + name);
            default -> FileKind.CSV;
        };
    }

    private void refuseBinary(String name, Charset told) throws Refusal {
        if (begins("PK\3\4") || begins("\u00d0\u00cf\u0011\u00e0"))
            throw input(name, "text, XES or Parquet", "a workbook or an archive", "; save the sheet as CSV");
        if (isUtf16() || told.name().startsWith("UTF-16") || told.name().startsWith("UTF-32")) return;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        if (even + odd == 0) return;
        boolean wide = Math.max(even, odd) > bytes.length / 3 && Math.min(even, odd) < bytes.length / 50 + 1;
        if (!wide) throw input(name, "text, XES or Parquet", "a binary file", "; hecht reads " + FileKind.known());
        throw input(
                name,
                "UTF-8 text",
                "what looks like UTF-16 without its mark",
                "; say encoding: UTF-16" + (odd > even ? "LE" : "BE") + " in the mapping");
    }

    private boolean isUtf16() {
        return begins("\u00ff\u00fe") || begins("\u00fe\u00ff");
    }

    /// The first letter that is no space, mark or zero; 0 where there is none.
    private char firstLetter() {
        int from = begins("\u00ef\u00bb\u00bf") ? 3 : isUtf16() ? 2 : 0;
        for (int i = from; i < bytes.length; i++) if (bytes[i] > ' ') return (char) bytes[i];
        return 0;
    }

    private boolean begins(String mark) {
        byte[] sought = mark.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return bytes.length >= sought.length && Arrays.equals(bytes, 0, sought.length, sought, 0, sought.length);
    }

    private static Refusal input(String name, String expected, String found, String remedy) {
        return new Refusal(Refusal.Kind.INPUT, name + ": expected " + expected + ", found " + found + remedy + ".");
    }
}
