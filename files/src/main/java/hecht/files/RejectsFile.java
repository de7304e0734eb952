package hecht.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hecht.core.event.Problem;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One file of rows that were kept aside, in the kind and the dialect of the input, so that the same mapping reads it.
abstract sealed class RejectsFile implements Closeable {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    final Writer out;

    private RejectsFile(Writer out) {
        this.out = out;
    }

    /// A spreadsheet needs the mark to know UTF-8.
    static RejectsFile csv(Path path, Dialect dialect, List<String> columns) throws IOException {
        Csv made = new Csv(create(path, true), dialect, columns);
        made.writeHeader();
        return made;
    }

    /// One that was closed, to write on at its end.
    static RejectsFile csvAgain(Path path, Dialect dialect, List<String> columns) throws IOException {
        return new Csv(append(path), dialect, columns);
    }

    /// @param marked whether it begins with a byte order mark, which overrules the encoding that a mapping tells
    static RejectsFile ndjson(Path path, boolean marked) throws IOException {
        return new Ndjson(create(path, marked));
    }

    /// One that was closed, to write on at its end.
    static RejectsFile ndjsonAgain(Path path) throws IOException {
        return new Ndjson(append(path));
    }

    private static Writer append(Path path) throws IOException {
        return Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /// Makes the file anew, for its owner's eyes only from its first moment.
    private static Writer create(Path path, boolean marked) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.deleteIfExists(path);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        WritableByteChannel channel =
                Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine);
        Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        if (marked) out.write(BYTE_ORDER_MARK);
        return out;
    }

    abstract void write(Row row, List<Problem> problems) throws IOException;

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String joined(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream().map(part).collect(Collectors.joining("; "));
    }

    private static List<String> about(Row row, List<Problem> problems) {
        return List.of(
                Long.toString(row.number()),
                joined(problems, Problem::field),
                joined(
                        problems,
                        each -> each.remedy().isEmpty()
                                ? each.expected()
                                : each.expected() + " (" + each.remedy() + ")"),
                joined(problems, Problem::found));
    }

    /// Cells as they were, with the delimiter and the quotes of the input.
    private static final class Csv extends RejectsFile {
        /// Stands for quotes in a file that has none; no cell of it needs any.
        private static final char NO_QUOTE = '\u0001';

        private final CsvWriter csv;
        private final List<String> columns;

        Csv(Writer out, Dialect dialect, List<String> columns) {
            super(out);
            Character delimiter = dialect.delimiter();
            this.csv = CsvWriter.builder()
                    .fieldSeparator(delimiter == null ? ',' : delimiter)
                    .quoteCharacter(dialect.quote() == 0 ? NO_QUOTE : dialect.quote())
                    .lineDelimiter(LineDelimiter.LF)
                    .build(out);
            this.columns = List.copyOf(columns);
        }

        void writeHeader() {
            List<String> header = new ArrayList<>();
            for (String name : columns) if (!Rejects.COLUMNS.contains(name)) header.add(name);
            header.addAll(Rejects.COLUMNS);
            csv.writeRecord(header);
        }

        @Override
        void write(Row row, List<Problem> problems) {
            List<@Nullable String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++)
                if (!Rejects.COLUMNS.contains(columns.get(i))) cells.add(row.cell(i));
            cells.addAll(about(row, problems));
            csv.writeRecord(cells);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /// The object that the line was, or one of the row's cells.
    private static final class Ndjson extends RejectsFile {
        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();

        Ndjson(Writer out) {
            super(out);
        }

        @Override
        void write(Row row, List<Problem> problems) throws IOException {
            ObjectNode object = object(row);
            List<String> about = about(row, problems);
            for (int i = 0; i < about.size(); i++) object.put(Rejects.COLUMNS.get(i), about.get(i));
            out.write(JSON.writeValueAsString(object));
            out.write('\n');
        }

        private static ObjectNode object(Row row) {
            String line = row.line();
            if (line != null) {
                try {
                    JsonNode read = JSON.readTree(line);
                    if (read instanceof ObjectNode object) return object;
                } catch (JacksonException e) {
                    // No JSON: it is kept as the text that it is.
                }
                return JSON.createObjectNode().put("_line", line);
            }
            ObjectNode object = JSON.createObjectNode();
            for (int i = 0; i < row.columns().size(); i++) {
                String cell = row.cell(i);
                if (cell != null) object.put(row.columns().get(i), cell);
            }
            return object;
        }
    }
}
