package hecht.store.event;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// The marks that stand, as far as this process left them: an import of many batches need not mark a customer in each. A
/// store is open in one process only, so nobody else takes marks away unseen.
///
/// It never says that a mark stands when an event could be overlooked by that: who takes marks away has the turn while they
/// go from the table and from here, so no intake is on its way then. What was stored before without a mark of its own is read
/// by whoever took the mark; every intake after that leaves marks again.
final class Standing {
    private static final int MOST = 250_000;

    /// Whose turn it is to store, or to take marks. All that follows is for who has it.
    final ReentrantLock turn = new ReentrantLock(true);

    private final Map<String, Long> earliest = new HashMap<>();
    private final Map<String, Long> left = new HashMap<>(); // by the transaction that runs

    /// Whether a customer who is to be folded from a moment on must be marked; a mark that is left counts once the transaction
    /// has ended well.
    boolean isMissing(String customer, long since) {
        Long standing = earliest.get(customer);
        if (standing != null && standing <= since) return false;
        left.merge(customer, since, Math::min);
        return true;
    }

    void committed() {
        for (Map.Entry<String, Long> each : left.entrySet())
            if (earliest.size() < MOST || earliest.containsKey(each.getKey()))
                earliest.merge(each.getKey(), each.getValue(), Math::min);
        left.clear();
    }

    void rolledBack() {
        left.clear();
    }

    void taken() {
        earliest.clear();
    }
}
