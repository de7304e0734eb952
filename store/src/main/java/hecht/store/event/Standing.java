package hecht.store.event;

import java.util.HashMap;
import java.util.Map;

/// The marks that stand, as far as this process left them: an import of many batches need not mark a customer in each. A
/// store is open in one process only, so nobody else takes marks away unseen.
///
/// It never says that a mark stands when an event could be overlooked by that. Who takes marks first removes them from the
/// table, then calls [#taken] while no intake is on its way, and only then reads events: what an intake stored without a mark
/// of its own before that is read, and every intake after it leaves a mark. For the thread whose turn it is to store.
final class Standing {
    private static final int MOST = 250_000;

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
