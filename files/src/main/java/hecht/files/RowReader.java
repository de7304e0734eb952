package hecht.files;

import hecht.core.event.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Reads one input row by row; itself shows the current row. A row that does not hold together is shown all the same, with
/// what is wrong with it in [#problems], and reading goes on with the next.
interface RowReader extends Row, Closeable {
    /// Goes to the next row.
    ///
    /// @return false after the last one
    /// @throws Refusal when the input can never be read: it is of another kind than it says
    /// @throws IOException when the input breaks off here; what was read before counts
    boolean next() throws Refusal, IOException;

    /// What keeps the current row from being cut into cells; empty for a sound one.
    default List<Problem> problems() {
        return List.of();
    }

    /// Whether rows need not be alike, so that a column may come later; else [#columns] is complete from the start.
    default boolean isLoose() {
        return false;
    }

    /// How the file turned out to be written, where it is text in cells.
    default Dialect dialect() {
        return Dialect.PLAIN;
    }

    /// Bytes of the files read so far, compressed as they lie there.
    long bytesRead();

    @Override
    void close();
}
