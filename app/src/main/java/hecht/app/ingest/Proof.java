package hecht.app.ingest;

import hecht.store.Store;
import hecht.store.relation.Folders;
import hecht.store.relation.Verifying;
import java.util.Optional;

/// What can be compared of a store: all states as one line, and what is kept with what its events give.
public final class Proof {
    private Proof() {}

    /// One line for all states.
    ///
    /// @param events that count  @param conflicts that imports met
    /// @param waiting customers who are still to be folded, since something came or by another model
    public record Digested(String digest, long customers, long events, long conflicts, long waiting) {
        public static Digested of(Store store) {
            return new Digested(
                    store.relation().verifying().digest(),
                    store.customers().count(),
                    store.events().totals().events(),
                    store.imports().conflicts(),
                    store.relation()
                            .folders()
                            .inForce()
                            .map(store.relation().verifying()::waiting)
                            .orElseGet(store.marks()::customers));
        }
    }

    /// What came of comparing.
    ///
    /// @param lived digest of the states that are kept  @param rebuilt of the same made anew
    /// @param waiting customers who were not compared, since something came that is still to be folded
    public record Verified(String lived, String rebuilt, long customers, long different, long waiting) {
        /// @return empty before anything was imported
        public static Optional<Verified> of(Store store) {
            Optional<Folders.InForce> by = store.relation().folders().inForce();
            if (by.isEmpty()) return Optional.empty();
            Verifying.Verified it = store.relation().verifying().verify(by.get());
            return Optional.of(new Verified(it.lived(), it.rebuilt(), it.customers(), it.different(), it.waiting()));
        }

        public boolean isEqual() {
            return different == 0 && lived.equals(rebuilt);
        }
    }
}
