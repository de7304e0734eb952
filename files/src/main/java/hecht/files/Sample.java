package hecht.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The first rows of a file, looked at column by column.
///
/// @param usable the columns that a mapping can ask for
/// @param rows how many were looked at  @param whole whether those are all  @param broken rows that do not hold together
record Sample(
        Source source,
        Dialect dialect,
        List<SampleColumn> columns,
        List<SampleColumn> usable,
        int rows,
        boolean whole,
        int broken) {
    static final int MOST = 10_000;
    private static final int FIRST_BYTES = 4 << 20;

    static Sample read(Source source) throws Refusal {
        List<SampleColumn> columns = new ArrayList<>();
        Dialect told = new Dialect(encoding(source), null, '"', List.of());
        int rows = 0;
        int broken = 0;
        boolean more;
        Dialect found;
        try (RowReader in = source.open(told)) {
            while (true) {
                more = in.next();
                if (!more || rows == MOST) break;
                if (!in.problems().isEmpty()) {
                    broken++;
                    continue;
                }
                rows++;
                while (columns.size() < in.columns().size())
                    columns.add(new SampleColumn(in.columns().get(columns.size())));
                for (int i = 0; i < columns.size(); i++) columns.get(i).add(in.cell(i));
            }
            found = in.dialect();
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INPUT, source.said() + ": expected rows, found none that can be read.", e);
        }
        if (rows == 0)
            throw new Refusal(
                    Refusal.Kind.INPUT, source.said() + ": expected rows to look at, found none that holds together.");
        for (SampleColumn each : columns) each.look(rows);
        return new Sample(source, found, List.copyOf(columns), usable(columns), rows, !more, broken);
    }

    /// UTF-8 if the beginning of the file is that; else what Western files of old are in.
    private static Charset encoding(Source source) throws Refusal {
        if (source.kind() == FileKind.PARQUET || source.kind() == FileKind.XES) return StandardCharsets.UTF_8;
        byte[] bytes;
        try (var in = Bytes.open(source.path()).stream()) {
            bytes = in.readNBytes(FIRST_BYTES);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INPUT, source.said() + ": expected a file that can be read, found none.", e);
        }
        int end = bytes.length == FIRST_BYTES ? lastLine(bytes) : bytes.length; // not within a letter
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, end));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            for (byte each : bytes)
                if ((each & 0xff) >= 0x80 && (each & 0xff) < 0xa0) return Charset.forName("windows-1252");
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static int lastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        return end == 0 ? bytes.length : end;
    }

    private static List<SampleColumn> usable(List<SampleColumn> columns) {
        return columns.stream()
                .filter(SampleColumn::isUsable)
                .filter(column -> columns.stream()
                                .filter(each -> each.name().equals(column.name()))
                                .count()
                        == 1)
                .toList();
    }

    Optional<SampleColumn> named(String name) {
        return first(column -> column.name().equals(name));
    }

    Optional<SampleColumn> first(Predicate<SampleColumn> holds) {
        return usable.stream().filter(holds).findFirst();
    }

    boolean says(List<String> words) {
        return columns.stream().anyMatch(column -> column.says(words));
    }
}
