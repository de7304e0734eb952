package hecht.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How DuckDB reads one file as a table: what to write after FROM.
final class TableSource {
    private TableSource() {}

    /// @param how the mapping says that CSV is written
    static String of(Duck duck, Source file, Dialect how) throws Refusal {
        return switch (file.kind()) {
            case PARQUET -> parquet(file.path());
            case NDJSON -> ndjson(duck, file);
            case CSV -> csv(file, how);
            case XES ->
                throw new Refusal(
                        Refusal.Kind.USE,
                        file.said()
                                + ": a query reads CSV, NDJSON and Parquet, found XES; leave query out of the mapping.");
        };
    }

    static String parquet(Path file) throws Refusal {
        refusePatterns(file);
        // files of older systems leave out that their bytes are text
        return "read_parquet(" + Duck.path(file) + ", binary_as_string = true)";
    }

    /// hecht's own reader finds delimiter, encoding and header, and nothing is left to guess: of a file with an open quote
    /// DuckDB's guess can be a table without rows.
    private static String csv(Source file, Dialect how) throws Refusal {
        refusePatterns(file.path());
        List<String> columns = new ArrayList<>();
        Dialect found;
        try (RowReader rows = file.open(how)) {
            found = rows.dialect();
            for (String name : unique(rows.columns())) columns.add(Duck.name(name) + ": 'VARCHAR'");
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.INPUT, file.said() + ": expected a header and rows, found none that can be read.", e);
        }
        String quote = found.quote() == 0 ? "" : String.valueOf(found.quote());
        return "read_csv(" + Duck.path(file.path()) + ", auto_detect = false, header = "
                + how.columns().isEmpty() + ", encoding = "
                + Duck.text(encoding(found.encoding())) + ", delim = "
                + Duck.text(String.valueOf(found.delimiter())) + ", quote = " + Duck.text(quote) + ", escape = "
                + Duck.text(quote) + compression(file) + ", columns = {" + String.join(", ", columns) + "})";
    }

    /// Names by which SQL can tell the columns apart: none empty, none twice.
    private static List<String> unique(List<String> header) {
        List<String> names = new ArrayList<>();
        for (String field : header) {
            String name = field.isEmpty() ? "column" + (names.size() + 1) : field;
            String free = name;
            for (int i = 2; holds(names, free); i++) free = name + "_" + i;
            names.add(free);
        }
        return names;
    }

    private static boolean holds(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase); // SQL does not tell cases apart
    }

    private static String encoding(Charset written) throws Refusal {
        if (written.equals(StandardCharsets.UTF_8) || written.equals(StandardCharsets.US_ASCII)) return "utf-8";
        if (written.equals(StandardCharsets.ISO_8859_1)) return "latin-1";
        if (written.equals(StandardCharsets.UTF_16LE) || written.equals(StandardCharsets.UTF_16)) return "utf-16";
        throw new Refusal(
                Refusal.Kind.USE,
                "encoding: a query reads UTF-8, ISO-8859-1 and UTF-16, found \"" + written.name()
                        + "\"; write the file anew as UTF-8.");
    }

    private static String ndjson(Duck duck, Source file) throws Refusal {
        refusePatterns(file.path());
        String how = Duck.path(file.path()) + ", format = 'newline_delimited'" + compression(file);
        // every line is looked at: a field that first comes late is a column too
        List<String> columns = new ArrayList<>();
        for (DuckColumn each :
                duck.describe("SELECT * FROM read_json(" + how + ", sample_size = -1, maximum_depth = 1)"))
            columns.add(Duck.name(each.name()) + ": 'VARCHAR'");
        return "read_json(" + how + ", columns = {" + String.join(", ", columns) + "})";
    }

    /// By the file's own mark, as everywhere in hecht, and not by its name.
    private static String compression(Source file) throws Refusal {
        try (InputStream in = Files.newInputStream(file.path())) {
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            return ", compression = " + (packed ? "'gzip'" : "'none'");
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.INPUT, file.said() + ": expected a file that can be read, found none.", e);
        }
    }

    /// DuckDB would take such a name for many files, and has no way to write it.
    private static void refusePatterns(Path file) throws Refusal {
        String name = String.valueOf(file.toAbsolutePath());
        if (name.contains("*") || name.contains("?"))
            throw new Refusal(
                    Refusal.Kind.USE,
                    file.getFileName() + ": DuckDB takes * and ? in the name of a file for a pattern; rename it.");
    }
}
