package hecht.app.ingest;

import hecht.files.Progress;
import hecht.files.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Passes over everything that is kept, part by part, on several threads.
final class Passes {
    /// No more than this at once, since each holds a part in memory.
    private static final int MOST_THREADS = 4;

    private Passes() {}

    /// What is done with one part.
    @FunctionalInterface
    interface Work<T> {
        T of(Shelf shelf) throws Refusal;
    }

    /// What a part gave, and how many events it has.
    private record Done<T>(T result, long events) {}

    /// @return what each part gave, in the order of the parts, whichever thread was first
    static <T> List<T> over(Kept kept, Work<T> work, Progress progress) throws Refusal {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("fold-", 0).factory());
        try {
            List<Future<Done<T>>> running = new ArrayList<>();
            for (int i = 0; i < Kept.PARTS; i++) {
                int part = i;
                running.add(workers.submit(() -> {
                    Shelf shelf = kept.open(part);
                    return new Done<>(work.of(shelf), shelf.events());
                }));
            }
            List<T> results = new ArrayList<>();
            long bytes = 0;
            long events = 0;
            for (int part = 0; part < Kept.PARTS; part++) {
                Done<T> done = running.get(part).get();
                results.add(done.result);
                bytes += kept.size(part);
                events += done.events;
                progress.at(bytes, kept.size(), events);
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) throw refusal;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException("a pass over the events failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while folding", e);
        } finally {
            workers.shutdownNow();
        }
    }
}
