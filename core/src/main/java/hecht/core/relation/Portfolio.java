package hecht.core.relation;

import hecht.core.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a customer has and had, as events tell it: a product runs from the event that names it until it is dropped, or until
/// the relationship ends.
final class Portfolio {
    private final Map<String, Holding> running = new LinkedHashMap<>();
    private final List<Holding> ended = new ArrayList<>();

    void take(Event event) {
        String product = event.envelope().subject().product();
        switch (event) {
            case Event.Left e -> {
                for (Holding each : running.values()) ended.add(each.endedAt(e.time()));
                running.clear();
            }
            case Event.ProductDropped e -> drop(product, e.time());
            case Event.ProductAdded e -> hold(product, e.time(), null, null, null, null, e.amount());
            case Event.Started e -> hold(product, e.time(), e.lockedUntil(), e.noticeFrom(), e.noticeTo(), null, null);
            case Event.Contract e ->
                hold(product, e.time(), e.lockedUntil(), e.noticeFrom(), e.noticeTo(), e.barrier(), null);
            default -> {}
        }
    }

    private void drop(@Nullable String product, Instant at) {
        Holding held = product == null ? null : running.remove(product);
        if (held != null) ended.add(held.endedAt(at));
    }

    /// A contract takes the place of the one before it for the same product; added again changes no contract.
    private void hold(
            @Nullable String product,
            Instant at,
            @Nullable Instant lockedUntil,
            @Nullable Instant noticeFrom,
            @Nullable Instant noticeTo,
            @Nullable Double barrier,
            @Nullable Double amount) {
        if (product == null) return;
        Holding before = running.get(product);
        boolean isContract = amount == null;
        if (before != null && !isContract) {
            lockedUntil = before.lockedUntil();
            noticeFrom = before.noticeFrom();
            noticeTo = before.noticeTo();
            barrier = before.barrier();
        }
        Double known = amount != null || before == null ? amount : before.amount();
        Instant since = before == null ? at : before.since();
        running.put(
                product,
                new Holding(
                        product, since, null, lockedUntil, noticeFrom, noticeTo, barrier == null ? 0 : barrier, known));
    }

    /// Running ones first, each part in the order in which they began or ended.
    List<Holding> holdings() {
        List<Holding> all = new ArrayList<>(running.values());
        all.addAll(ended);
        return all;
    }
}
