package hecht.store.event;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An event as it will lie in the table, in bytes of UTF-8: they are compared and sent as they are.
///
/// @param event under the key with which it came  @param digest of its content, without an employee
record Row(Event event, long micros, int rank, byte[] source, byte[] id, byte[] customer, byte[] fields, long digest) {
    private static final Comparator<Row> WITHIN_CUSTOMER = Comparator.comparingLong(Row::micros)
            .thenComparingInt(Row::rank)
            .thenComparing(Row::source, Arrays::compareUnsigned)
            .thenComparing(Row::id, Arrays::compareUnsigned);

    static int rank(Event event) {
        return CanonicalOrder.rank(event.type());
    }

    Arrival.Name name() {
        return new Arrival.Name(event.envelope().source(), event.envelope().id());
    }

    /// @param finalKey the bytes of the key under which it counts; null for its own
    Counted under(byte @Nullable [] finalKey) {
        return finalKey == null ? new Counted(this, customer, null) : new Counted(this, finalKey, customer);
    }

    /// A row that counts, under its customer's final key.
    ///
    /// @param cameAs the key with which it came, where that is another
    record Counted(Row row, byte[] customer, byte @Nullable [] cameAs) {
        /// The order of the table's key, so that its index grows at few places at a time.
        static final Comparator<Counted> BY_KEY = Comparator.comparing(Counted::customer, Arrays::compareUnsigned)
                .thenComparing(Counted::row, WITHIN_CUSTOMER);
    }
}
