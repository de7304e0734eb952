package hecht.core.relation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// How freely a customer could leave: the contracts that run, and φ, the share of leaving by choice that they let through.
/// Mutable; part of the state that the fold keeps. Times are microseconds since 1970.
final class Door {
    /// At most so many contracts are kept: the largest barrier first, then the longest lock.
    static final int MOST = 4;

    static final double OPEN = 1;
    static final double LOCKED = .05;
    static final double WINDOW = 1.5;
    static final long NEVER = Long.MAX_VALUE;
    static final long ALWAYS = Long.MIN_VALUE;

    private static final int CONTRACT_BYTES = 36;

    private final List<Contract> contracts = new ArrayList<>(MOST);

    /// @param product 32 bits of its key  @param lockedUntil [#ALWAYS] without a lock
    /// @param noticeFrom [#NEVER] without a window  @param barrier 0 to 1
    /// @param renews whether the lock renewed once without a new choice, and is taken to renew again
    private record Contract(
            int product, long lockedUntil, long noticeFrom, long noticeTo, double barrier, boolean renews) {
        double phi(long at, boolean expected) {
            double open = at >= noticeFrom && at < noticeTo
                    ? WINDOW
                    : at < lockedUntil || expected && renews && lockedUntil != ALWAYS ? LOCKED : OPEN;
            return open * (1 - barrier);
        }
    }

    boolean isEmpty() {
        return contracts.isEmpty();
    }

    void clear() {
        contracts.clear();
    }

    /// A contract begins; it takes the place of the one for the same product.
    ///
    /// @param renewing whether it begins on the day on which that one's lock ends
    void open(int product, long lockedUntil, long noticeFrom, long noticeTo, double barrier, boolean renewing) {
        close(product);
        contracts.add(new Contract(product, lockedUntil, noticeFrom, noticeTo, barrier, renewing));
        if (contracts.size() <= MOST) return;
        contracts.sort((a, b) -> a.barrier != b.barrier
                ? Double.compare(b.barrier, a.barrier)
                : Long.compare(b.lockedUntil, a.lockedUntil));
        contracts.removeLast();
    }

    void close(int product) {
        contracts.removeIf(each -> each.product == product);
    }

    /// How many of the running contracts' locks ended.
    int locksEndedBy(long at) {
        int ended = 0;
        for (Contract each : contracts) if (each.lockedUntil != ALWAYS && each.lockedUntil <= at) ended++;
        return ended;
    }

    /// When the lock on this product ends or ended; [#ALWAYS] where there is none.
    long lockOf(int product) {
        for (Contract each : contracts) if (each.product == product) return each.lockedUntil;
        return ALWAYS;
    }

    /// φ at a moment: the smallest of the running contracts', 1 without any.
    double phi(long at) {
        return phi(at, false);
    }

    /// φ at a later moment by the calendar as known, in which a lock that renewed once renews again.
    double expectedPhi(long at) {
        return phi(at, true);
    }

    private double phi(long at, boolean expected) {
        if (contracts.isEmpty()) return OPEN;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < contracts.size(); i++)
            least = Math.min(least, contracts.get(i).phi(at, expected));
        return least;
    }

    /// The next moment after `at` at which φ may change, or [#NEVER].
    long nextChange(long at) {
        long next = NEVER;
        for (int i = 0; i < contracts.size(); i++) {
            Contract each = contracts.get(i);
            if (each.lockedUntil > at) next = Math.min(next, each.lockedUntil);
            if (each.noticeFrom > at) next = Math.min(next, each.noticeFrom);
            if (each.noticeTo > at && each.noticeFrom != NEVER) next = Math.min(next, each.noticeTo);
        }
        return next;
    }

    /// The mean of φ over [from, to), looking back too: the calendar as it stands, as if it had always stood.
    double mean(long from, long to) {
        double sum = 0;
        for (long at = from; at < to; ) {
            long next = Math.min(nextChange(at), to);
            sum += phi(at) * (next - at);
            at = next;
        }
        return sum / (to - from);
    }

    /// Whether any lock is a first one, of which nobody knows yet whether it will renew.
    boolean hasFirstLockBetween(long from, long to) {
        for (Contract each : contracts)
            if (!each.renews && each.lockedUntil > from && each.lockedUntil < to) return true;
        return false;
    }

    /// The door as it would be if every lock renewed.
    Door renewed() {
        Door other = new Door();
        for (Contract c : contracts)
            other.contracts.add(new Contract(c.product, c.lockedUntil, c.noticeFrom, c.noticeTo, c.barrier, true));
        return other;
    }

    /// When the next lock ends after `at`, or [#NEVER]: when the door opens.
    long opensAfter(long at) {
        long next = NEVER;
        for (Contract each : contracts) if (each.lockedUntil > at) next = Math.min(next, each.lockedUntil);
        return next;
    }

    int bytes() {
        return 2 + contracts.size() * CONTRACT_BYTES;
    }

    void write(ByteBuffer to) {
        int renewing = 0;
        for (int i = 0; i < contracts.size(); i++) if (contracts.get(i).renews) renewing |= 1 << i;
        to.put((byte) contracts.size()).put((byte) renewing);
        for (Contract c : contracts)
            to.putInt(c.product)
                    .putLong(c.lockedUntil)
                    .putLong(c.noticeFrom)
                    .putLong(c.noticeTo)
                    .putDouble(c.barrier);
    }

    void read(ByteBuffer from) {
        contracts.clear();
        int size = from.get();
        int renewing = from.get();
        for (int i = 0; i < size; i++)
            contracts.add(new Contract(
                    from.getInt(),
                    from.getLong(),
                    from.getLong(),
                    from.getLong(),
                    from.getDouble(),
                    (renewing & 1 << i) != 0));
    }
}
