package hecht.core.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who is who, after all merges and erasures. Immutable, for several threads.
///
/// Merges and erasures happen in canonical order, whatever order they came in; an erasure is the last thing of its moment.
///
/// - A merge makes two keys one customer, under the key of the event. It holds for all events of the old key, earlier and
///   later ones; a chain of merges ends at its last target. Where the old key was merged before, the whole customer that it
///   belongs to by now follows.
/// - A merge that would close a circle is kept aside: of two, the later one.
/// - An erasure takes everything up to its moment of the whole customer: of the key and of every key that was merged with it
///   by then. The merges go too, so that what comes later under any of these keys begins anew, each key for itself. A key
///   that is merged only after the erasure brings what it has.
public final class Identities {
    private static final Comparator<Event> HAPPENING = Comparator.<Event, Instant>comparing(Event::time)
            .thenComparing(event -> event instanceof Event.Erased)
            .thenComparing(CanonicalOrder.INSTANCE);

    private final Map<String, String> mergedInto = new HashMap<>(); // from a key to the next of its chain
    private final Map<String, String> finalKeys = new HashMap<>(); // from a key to the last of its chain
    private final Map<String, List<String>> oldKeys = new HashMap<>(); // and back
    private final Map<String, Instant> erasedUntil = new HashMap<>();
    private final Map<String, SortedSet<Instant>> erasures = new HashMap<>(); // all of them, by key
    private final List<Event.Merged> keptAside = new ArrayList<>();
    private final Set<Event> aside;
    private final Set<String> concerned = new TreeSet<>(CanonicalOrder::compareUtf8);

    private Identities(Collection<? extends Event> mergesAndErasures) {
        List<Event> inOrder = new ArrayList<>(mergesAndErasures);
        inOrder.sort(HAPPENING);
        for (Event each : inOrder) {
            switch (each) {
                case Event.Merged merged -> merge(merged);
                case Event.Erased erased -> erase(erased);
                default ->
                    throw new IllegalArgumentException("expected merges and erasures, found an event of type "
                            + each.type().word());
            }
        }
        aside = new HashSet<>(keptAside);
        concerned.addAll(finalKeys.values());
        for (String key : erasedUntil.keySet()) concerned.add(keyOf(key));
    }

    /// @param mergesAndErasures in any order
    /// @throws IllegalArgumentException when another type of event is among them
    public static Identities of(Collection<? extends Event> mergesAndErasures) {
        return new Identities(mergesAndErasures);
    }

    /// Whether an event says who is who: a merge or an erasure.
    public static boolean concerns(Event event) {
        return event instanceof Event.Merged || event instanceof Event.Erased;
    }

    private void merge(Event.Merged merged) {
        String from = keyOf(merged.from());
        String to = keyOf(merged.customer());
        if (from.equals(to)) {
            if (!leads(merged.from(), merged.customer())) keptAside.add(merged);
            return;
        }
        mergedInto.put(from, to);
        List<String> follow = new ArrayList<>(List.of(from));
        List<String> before = oldKeys.remove(from);
        if (before != null) follow.addAll(before);
        for (String key : follow) finalKeys.put(key, to);
        oldKeys.computeIfAbsent(to, unseen -> new ArrayList<>()).addAll(follow);
    }

    /// Whether the chain that begins at `from` comes by `to`: then the merge says again what is known.
    private boolean leads(String from, String to) {
        for (String at = from; at != null; at = mergedInto.get(at)) if (at.equals(to)) return true;
        return false;
    }

    private void erase(Event.Erased erased) {
        String whole = keyOf(erased.customer());
        erase(whole, erased.time());
        List<String> merged = oldKeys.remove(whole);
        if (merged == null) return;
        for (String key : merged) {
            erase(key, erased.time());
            mergedInto.remove(key);
            finalKeys.remove(key);
        }
    }

    private void erase(String key, Instant time) {
        erasedUntil.put(key, time);
        erasures.computeIfAbsent(key, unseen -> new TreeSet<>()).add(time);
    }

    /// The key under which everything of this customer counts.
    public String keyOf(String customer) {
        return finalKeys.getOrDefault(customer, customer);
    }

    /// Whether an event is gone by an erasure.
    ///
    /// @param event under the key with which it came
    public boolean isErased(Event event) {
        Instant until = erasedUntil.get(event.customer());
        return until != null && !event.time().isAfter(until);
    }

    /// The moments at which everything of this key was erased, the last of which says what is gone.
    public SortedSet<Instant> erasures(String key) {
        return Collections.unmodifiableSortedSet(erasures.getOrDefault(key, Collections.emptySortedSet()));
    }

    /// The event as it counts: under its customer's final key; empty when it is erased, or a merge that is kept aside.
    ///
    /// @param event under the key with which it came
    public Optional<Event> counted(Event event) {
        if (isErased(event) || aside.contains(event)) return Optional.empty();
        String key = keyOf(event.customer());
        return Optional.of(key.equals(event.customer()) ? event : event.of(key));
    }

    /// The final keys whose history is not simply the rows under their own key. They are folded anew, from all their events
    /// in canonical order; a key that was merged into another is not among them, and has no history any more.
    public Set<String> concerned() {
        return Collections.unmodifiableSet(concerned);
    }

    /// The merges that would have closed a circle, in canonical order.
    public List<Event.Merged> keptAside() {
        return Collections.unmodifiableList(keptAside);
    }

    /// Whether nobody was merged or erased.
    public boolean isEmpty() {
        return concerned.isEmpty() && keptAside.isEmpty();
    }
}
