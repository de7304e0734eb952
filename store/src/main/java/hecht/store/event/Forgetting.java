package hecht.store.event;

import java.util.Set;

/// Another room's part in an erasure. It is called inside the transaction that erases: what it does by a JdbcClient of the
/// same DataSource is done with it, or not at all.
@FunctionalInterface
public interface Forgetting {
    /// Removes all that this room holds of some customers, and every trace of their keys.
    ///
    /// @param keys all keys of the customers: those they had last, and those that were merged into them
    void forget(Set<String> keys);
}
