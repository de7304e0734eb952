package hecht.demo;

import hecht.core.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How freely a customer of Lichtland can really leave: φ by the contracts that run. Told from the events by itself, so that
/// a test of what hecht makes of the same events is no test of hecht against hecht. `health.md`, section 2.
final class Door {
    private static final double LOCKED = .05;
    private static final double WINDOW = 1.5;
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Contract> contracts = new ArrayList<>(2);

    private record Contract(String product, long lockedUntil, long noticeFrom, double barrier) {
        double phi(long at) {
            double open = at >= lockedUntil ? 1 : at >= noticeFrom ? WINDOW : LOCKED;
            return open * (1 - barrier);
        }
    }

    /// What an event changes of it. In Lichtland a notice window ends with its lock.
    void change(Event event) {
        switch (event) {
            case Event.Started e when e.lockedUntil() != null -> open(e, e.lockedUntil(), e.noticeFrom(), 0);
            case Event.Contract e -> open(e, e.lockedUntil(), e.noticeFrom(), e.barrier() == null ? 0 : e.barrier());
            case Event.ProductDropped e -> close(product(e));
            default -> {}
        }
    }

    private static String product(Event event) {
        String product = event.envelope().subject().product();
        return product == null ? "" : product;
    }

    private void open(Event event, @Nullable Instant lockedUntil, @Nullable Instant noticeFrom, double barrier) {
        close(product(event));
        contracts.add(new Contract(
                product(event),
                lockedUntil == null ? Long.MIN_VALUE : Life.micros(lockedUntil),
                noticeFrom == null ? NEVER : Life.micros(noticeFrom),
                barrier));
    }

    private void close(String product) {
        contracts.removeIf(each -> each.product.equals(product));
    }

    double phi(long at) {
        double least = contracts.isEmpty() ? 1 : Double.POSITIVE_INFINITY;
        for (Contract each : contracts) least = Math.min(least, each.phi(at));
        return least;
    }

    /// The next moment after `at` at which φ may change.
    long nextChange(long at) {
        long next = NEVER;
        for (Contract each : contracts) {
            if (each.lockedUntil > at) next = Math.min(next, each.lockedUntil);
            if (each.noticeFrom > at) next = Math.min(next, each.noticeFrom);
        }
        return next;
    }

    /// The mean of φ over half a year either way.
    double meanAround(long at) {
        long half = (long) (Timeline.YEAR / 2);
        double sum = 0;
        for (long from = at - half; from < at + half; ) {
            long to = Math.min(nextChange(from), at + half);
            sum += phi(from) * (to - from);
            from = to;
        }
        return sum / (2 * half);
    }
}
