package hecht.files;

import java.io.IOException;
import java.nio.file.Path;

/// One file of an input.
///
/// @param said as the person named it  @param name without its folders  @param bytes as it lies there
record Source(String said, String name, Path path, FileKind kind, long bytes) {
    static final String STANDARD_INPUT = "standard input";

    boolean isStandardInput() {
        return said.equals(STANDARD_INPUT);
    }

    /// Whether it is kept in a temporary file, having come from standard input or a pipe.
    boolean isSpooled() {
        return !said.equals(path.toString());
    }

    /// How it is named on a command line.
    String argument() {
        if (isStandardInput()) return "-";
        return said.indexOf(' ') < 0 ? said : '"' + said + '"';
    }

    /// Whether it holds rows that an earlier import kept aside.
    boolean isRejects() {
        return Rejects.isOne(name);
    }

    /// @throws IOException when not even its beginning can be read
    RowReader open(Dialect how) throws IOException, Refusal {
        return switch (kind) {
            case CSV -> CsvRows.open(name, Characters.open(path, how.encoding()), dialect(how));
            case NDJSON -> new NdjsonRows(name, Characters.open(path, how.encoding()));
            case XES -> XesRows.open(name, Bytes.open(path));
            case PARQUET -> Ducks.parquet(this);
        };
    }

    private Dialect dialect(Dialect how) {
        Dialect dialect = isRejects() ? how.withHeader() : how; // what is kept aside always has one
        boolean tabs = dialect.delimiter() == null && FileKind.ending(name).equals("tsv");
        return tabs ? dialect.withDelimiter('\t') : dialect;
    }
}
