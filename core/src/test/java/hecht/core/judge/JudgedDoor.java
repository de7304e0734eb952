package hecht.core.judge;

import hecht.core.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The door of one relationship and all it ever was: which contracts ran from when. `health.md`, section 2.
final class JudgedDoor {
    record Contract(
            @Nullable String product,
            @Nullable Instant lockedUntil,
            @Nullable Instant from,
            @Nullable Instant to,
            double barrier,
            boolean renews) {
        double phi(Instant t, boolean expected) {
            boolean window = from != null && !t.isBefore(from) && (to == null || t.isBefore(to));
            boolean locked = lockedUntil != null && (t.isBefore(lockedUntil) || expected && renews);
            return (window ? 1.5 : locked ? .05 : 1) * (1 - barrier);
        }
    }

    private record Span(Instant since, List<Contract> contracts) {}

    private final ZoneId zone;
    private final List<Span> spans = new ArrayList<>();

    JudgedDoor(ZoneId zone, Instant begun) {
        this.zone = zone;
        spans.add(new Span(begun, List.of()));
    }

    List<Contract> running() {
        return spans.getLast().contracts;
    }

    void take(Event event) {
        switch (event) {
            case Event.Contract e -> open(e, e.lockedUntil(), e.noticeFrom(), e.noticeTo(), e.barrier());
            case Event.Started e
            when e.lockedUntil() != null || e.noticeFrom() != null ->
                open(e, e.lockedUntil(), e.noticeFrom(), e.noticeTo(), 0.0);
            case Event.ProductDropped e -> spans.add(new Span(e.time(), without(product(e))));
            default -> {}
        }
    }

    private void open(
            Event e,
            @Nullable Instant lock,
            @Nullable Instant noticeFrom,
            @Nullable Instant noticeTo,
            @Nullable Double barrier) {
        Instant from = noticeFrom == null && noticeTo != null ? e.time() : noticeFrom;
        Instant to = noticeTo == null && from != null ? lock : noticeTo;
        boolean renews = running().stream()
                .anyMatch(each -> Objects.equals(each.product, product(e))
                        && each.lockedUntil != null
                        && each.lockedUntil
                                .atZone(zone)
                                .toLocalDate()
                                .equals(e.time().atZone(zone).toLocalDate()));
        List<Contract> all = without(product(e));
        all.add(new Contract(product(e), lock, from, to, barrier == null ? 0 : barrier, renews));
        if (all.size() > 4) {
            Comparator<Contract> largestBarrier = Comparator.comparingDouble(each -> -each.barrier);
            all.sort(largestBarrier.thenComparing(
                    each -> each.lockedUntil == null ? Instant.MIN : each.lockedUntil, Comparator.reverseOrder()));
            all = all.subList(0, 4);
        }
        spans.add(new Span(e.time(), List.copyOf(all)));
    }

    private List<Contract> without(@Nullable String product) {
        List<Contract> others = new ArrayList<>(running());
        others.removeIf(each -> Objects.equals(each.product, product));
        return others;
    }

    private static @Nullable String product(Event event) {
        return event.envelope().subject().product();
    }

    /// φ at a moment, by what was known then.
    double phi(Instant t) {
        List<Contract> contracts = spans.getFirst().contracts;
        for (Span each : spans) if (!each.since.isAfter(t)) contracts = each.contracts;
        return least(contracts, t, false);
    }

    /// φ at a moment by the calendar as known last; looking ahead, a lock that renewed renews again.
    double known(Instant t, boolean expected) {
        return least(running(), t, expected);
    }

    private static double least(List<Contract> contracts, Instant t, boolean expected) {
        return contracts.stream()
                .mapToDouble(each -> each.phi(t, expected))
                .min()
                .orElse(1);
    }

    /// Every moment of [from, to] at which φ may change, both ends among them.
    List<Instant> cuts(Instant from, Instant to) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(from, to));
        for (Span span : spans) {
            cuts.add(span.since);
            for (Contract each : span.contracts) {
                if (each.lockedUntil != null) cuts.add(each.lockedUntil);
                if (each.from != null) cuts.add(each.from);
                if (each.to != null) cuts.add(each.to);
            }
        }
        return List.copyOf(cuts.subSet(from, true, to, true));
    }
}
