package hecht.app.web.setup.imports;

import hecht.app.ingest.Tally;
import hecht.files.Progress;
import org.jspecify.annotations.Nullable;

/// A dry run of a file, from its start to its end: everything is read and nothing is written. One thread reads the file,
/// others look how far it is.
public final class Trial implements Progress {
    /// Not asked for yet.
    public static final Trial NONE = new Trial();

    private volatile long read;
    private volatile long of = 1;
    private volatile long rows;
    private volatile boolean unwanted;
    private volatile @Nullable Tally tally;
    private volatile String refusal = "";

    Trial() {}

    @Override
    public void at(long bytesRead, long bytesInAll, long rowsRead) {
        if (unwanted) throw new Unwanted();
        read = bytesRead;
        of = Math.max(1, bytesInAll);
        rows = rowsRead;
    }

    void done(Tally result) {
        tally = result;
    }

    void refused(String sentence) {
        refusal = sentence;
    }

    /// Ends it at the next rows: the file is going away.
    void stop() {
        unwanted = true;
    }

    public boolean isUnderWay() {
        return this != NONE && tally == null && refusal.isEmpty();
    }

    /// What came of it; null before its end.
    public @Nullable Tally tally() {
        return tally;
    }

    /// Why it came to nothing; empty where it did not.
    public String refusal() {
        return refusal;
    }

    /// How much of the file was read, of a hundred.
    public int percent() {
        return (int) Math.min(100, 100 * read / of);
    }

    public long rows() {
        return rows;
    }

    /// Stops the reading.
    static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwanted() {
            super(null, null, false, false);
        }
    }
}
