package hecht.store.relation;

import hecht.core.event.Event;
import hecht.core.perception.Preset;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.store.Store;
import hecht.store.TestStore;
import hecht.store.event.EventRows;
import hecht.store.event.Intake;
import java.util.List;

/// A store in a real database, with what this room needs around it.
final class Settled implements AutoCloseable {
    static final Fold FOLD = new Fold(Model.builtIn(Crowd.ZONE, Mode.CONTRACT), Preset.ENERGY.rules());

    final Store store = TestStore.fresh();
    final EventRows events = store.events();
    final Intake intake = store.intake();
    final Relation relation = store.relation();

    Settled() {
        relation.folders().use(1, FOLD);
    }

    /// With these events, folded and summed.
    Settled with(List<? extends Event> some) {
        take(some);
        relation.folders().settle(Crowd.NOW);
        return this;
    }

    void take(List<? extends Event> some) {
        for (int from = 0; from < some.size(); from += 5_000)
            intake.take(some.subList(from, Math.min(some.size(), from + 5_000)));
    }

    Known known() {
        return relation.pulses().known().orElseThrow();
    }

    @Override
    public void close() {
        store.close();
    }
}
