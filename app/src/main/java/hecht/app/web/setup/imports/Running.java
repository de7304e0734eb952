package hecht.app.web.setup.imports;

import hecht.app.ingest.EventDoor;
import hecht.app.ingest.Importing;
import hecht.app.ingest.StoreDoor;
import hecht.app.ingest.Tally;
import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.core.event.Event;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.event.Answer;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Imports of files that were handed in, each on a thread of its own. When the server stops they end after the batch they are
/// at; what was accepted is in.
@Component
final class Running implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final long LAST_BATCH_MILLIS = 10_000;

    private final Store store;
    private final Clock clock;
    private final Audit audit;
    private final Looking looking;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    Running(Store store, Clock clock, Audit audit, Looking looking) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
        this.looking = looking;
    }

    /// Begins to import a file, which is deleted afterwards.
    ///
    /// @return the number of the import
    long begin(Who who, Upload upload) {
        if (!upload.plain()) {
            store.mappings().put(upload.mappingName(), upload.mapping(), clock.instant());
            audit.did(who, Act.MAPPING_SAVED, upload.mappingName());
        }
        CompletableFuture<Long> number = new CompletableFuture<>();
        Thread.ofPlatform().name("import of an upload").daemon().start(() -> run(upload, number));
        try {
            long begun = number.get();
            audit.did(who, Act.IMPORTED, "import " + begun + ", " + upload.name());
            return begun;
        } catch (ExecutionException e) {
            throw new Refused(Refused.Kind.AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.Kind.AWAY);
        }
    }

    private void run(Upload upload, CompletableFuture<Long> number) {
        threads.add(Thread.currentThread());
        try (Input input = looking.open(upload);
                Rejects rejects = Rejects.forgotten(input)) {
            EventDoor door = new Numbered(new StoreDoor(store, clock), number);
            Importing.run(input, upload.plain() ? null : upload.mappingName(), rejects, door, Progress.SILENT);
        } catch (Refusal e) {
            number.completeExceptionally(e); // unless it had begun: then the import itself says why it failed
        } catch (RuntimeException e) {
            LOG.error("an import ended by a fault of ours", e);
            number.completeExceptionally(e);
        } finally {
            threads.remove(Thread.currentThread());
            Uploads.delete(upload);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        for (Thread each : threads) each.interrupt();
        for (Thread each : threads) each.join(LAST_BATCH_MILLIS);
    }

    /// A door that tells the number of the import as soon as there is one.
    private record Numbered(EventDoor door, CompletableFuture<Long> number) implements EventDoor {
        @Override
        public Begun begin(String file, @Nullable String mapping) throws Refusal {
            Begun begun = door.begin(file, mapping);
            number.complete(begun.number());
            return begun;
        }

        @Override
        public List<Answer> take(List<Event> events) throws Refusal {
            return door.take(events);
        }

        @Override
        public void putAside(long of, List<Quarantine.Kept> rows, boolean conflicts) throws Refusal {
            door.putAside(of, rows, conflicts);
        }

        @Override
        public void tell(long of, Imports.Progress progress, Tally tally) throws Refusal {
            door.tell(of, progress, tally);
        }

        @Override
        public void end(long of, Imports.Progress progress, Tally tally, @Nullable String failure) throws Refusal {
            door.end(of, progress, tally, failure);
        }
    }
}
