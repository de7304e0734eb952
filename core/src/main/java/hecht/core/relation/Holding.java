package hecht.core.relation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A product that the customer has, or had.
///
/// @param ended null while it runs
/// @param lockedUntil until when it cannot be left without cost  @param barrier how much else hinders leaving, 0 to 1
/// @param amount as last told
public record Holding(
        String product,
        Instant since,
        @Nullable Instant ended,
        @Nullable Instant lockedUntil,
        @Nullable Instant noticeFrom,
        @Nullable Instant noticeTo,
        double barrier,
        @Nullable Double amount) {
    public boolean isRunning() {
        return ended == null;
    }

    Holding endedAt(Instant at) {
        return new Holding(product, since, at, lockedUntil, noticeFrom, noticeTo, barrier, amount);
    }
}
