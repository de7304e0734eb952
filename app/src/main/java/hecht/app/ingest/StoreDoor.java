package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.Purpose;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.event.Answer;
import hecht.store.postgres.Trouble;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The door into a store of this process.
public final class StoreDoor implements EventDoor {
    private final Store store;
    private final Clock clock;

    public StoreDoor(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Begun begin(String file, @Nullable String mapping) throws Refusal {
        return tried(() -> new Begun(
                store.imports().begin(file, mapping, clock.instant()),
                store.settings().purposes().contains(Purpose.EMPLOYEE)));
    }

    @Override
    public List<Answer> take(List<Event> events) throws Refusal {
        return tried(() -> store.intake().take(events));
    }

    @Override
    public void putAside(long number, List<Quarantine.Kept> rows, boolean conflicts) throws Refusal {
        tried(() -> {
            store.quarantine().put(number, rows, conflicts, clock.instant());
            return true;
        });
    }

    @Override
    public void tell(long number, Imports.Progress progress, Tally tally) throws Refusal {
        tried(() -> {
            store.imports().tell(number, progress, counts(tally), clock.instant());
            return true;
        });
    }

    @Override
    public void end(long number, Imports.Progress progress, Tally tally, @Nullable String failure) throws Refusal {
        List<Imports.Reason> reasons = tally.reasons().stream()
                .map(each -> new Imports.Reason(each.field(), each.times(), each.example(), each.customer()))
                .toList();
        tried(() -> {
            store.imports().end(number, progress, counts(tally), reasons, failure, clock.instant());
            return true;
        });
    }

    private static Imports.Counts counts(Tally tally) {
        return new Imports.Counts(
                tally.rows(),
                tally.rowsWithoutEvent(),
                tally.accepted(),
                tally.repeated(),
                tally.conflicting(),
                tally.rejected(),
                tally.erased(),
                tally.notSwitchedOn(),
                tally.withoutEmployee());
    }

    private static <T> T tried(Supplier<T> work) throws Refusal {
        try {
            return work.get();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.in(e).orElseThrow(() -> e);
            throw new Refusal(Refusal.Kind.SURROUNDINGS, trouble.sentence(), e);
        }
    }
}
