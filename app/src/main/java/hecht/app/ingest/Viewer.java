package hecht.app.ingest;

/// Looks at one thing after another, and may fail at it.
///
/// @param <X> how it may fail; whoever shows things passes that on
@FunctionalInterface
public interface Viewer<T, X extends Exception> {
    void see(T each) throws X;
}
