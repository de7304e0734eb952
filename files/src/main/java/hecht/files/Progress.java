package hecht.files;

/// Told now and then how far reading an input is.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (read, total, rows) -> {};

    /// @param read bytes of the files read, compressed as they lie there  @param total bytes of all files; −1 where unknown
    /// @param rows rows read so far
    void at(long read, long total, long rows);
}
