package hecht.files;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file or of a query. A cell is made into text only when it is asked for.
final class DuckRows implements RowReader {
    private final Duck duck;
    private final Duck.Answer answer;
    private final String file;
    private final List<DuckColumn> columns;
    private final List<String> names;
    private final long bytes;
    private final long rows;

    private final DuckDBReadableVector[] vectors;
    private long inChunk;
    private long at; // of the chunk
    private long number;
    private boolean ended;

    /// @param file what a person calls it  @param bytes of all its files  @param rows how many will come; 0 where unknown
    private DuckRows(Duck duck, Duck.Answer answer, String file, List<DuckColumn> columns, long bytes, long rows) {
        this.duck = duck;
        this.answer = answer;
        this.file = file;
        this.columns = columns;
        this.names = columns.stream().map(DuckColumn::name).toList();
        this.bytes = bytes;
        this.rows = rows;
        this.vectors = new DuckDBReadableVector[columns.size()];
    }

    /// Starts reading what `from` gives; closing the rows closes the DuckDB too.
    ///
    /// @param from a table, or a function that gives one
    static DuckRows open(Duck duck, String from, String file, long bytes, long rows) throws Refusal {
        List<DuckColumn> columns = duck.describe("SELECT * FROM " + from);
        for (DuckColumn each : columns)
            if (each.kind() == DuckColumn.Kind.NESTED)
                throw new Refusal(
                        Refusal.Kind.USE,
                        file + ", column " + each.name() + ": expected one value a row, found " + each.type()
                                + "; leave it out or take it apart in a query, such as SELECT * EXCLUDE ("
                                + Duck.name(each.name()) + ") FROM files.");
        List<DuckColumn> cheap = Coding.of(duck, from, columns, rows);
        String selected =
                String.join(", ", cheap.stream().map(DuckColumn::selected).toList());
        return new DuckRows(
                duck, duck.ask("SELECT " + selected + " FROM " + from), file, List.copyOf(cheap), bytes, rows);
    }

    @Override
    public boolean next() throws Refusal {
        while (++at >= inChunk) {
            if (ended || !nextChunk()) return false;
        }
        number++;
        return true;
    }

    private boolean nextChunk() throws Refusal {
        try {
            ended = !answer.chunks().nextChunk();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SQLException cause) throw duck.refusal(cause);
            throw duck.refusal(new SQLException(e.getMessage(), e));
        }
        inChunk = 0;
        at = -1;
        if (ended) return false;
        DuckDBDataChunkReader chunk = answer.chunks().chunk();
        inChunk = chunk.rowCount();
        for (int i = 0; i < vectors.length; i++) vectors[i] = chunk.vector(i);
        return true;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public @Nullable String cell(int column) {
        return columns.get(column).textOf(vectors[column], at);
    }

    @Override
    public long bytesRead() {
        if (ended) return bytes;
        return rows == 0 ? 0 : (long) ((double) bytes * Math.min(number, rows) / rows);
    }

    @Override
    public void close() {
        answer.close();
        duck.close();
    }
}
