package hecht.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a text file is written, as far as its mapping says so.
///
/// @param encoding where no byte order mark says it
/// @param delimiter between cells; null: found in the header
/// @param quote around a cell that holds a delimiter or a line's end; 0: none
/// @param columns names of the columns of a file without a header; empty: the first row is the header
record Dialect(Charset encoding, @Nullable Character delimiter, char quote, List<String> columns) {
    static final Dialect PLAIN = new Dialect(StandardCharsets.UTF_8, null, '"', List.of());

    Dialect {
        columns = List.copyOf(columns);
    }

    Dialect withDelimiter(char found) {
        return new Dialect(encoding, found, quote, columns);
    }

    Dialect withHeader() {
        return new Dialect(encoding, delimiter, quote, List.of());
    }
}
