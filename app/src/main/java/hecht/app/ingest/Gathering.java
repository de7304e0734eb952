package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.Identities;
import hecht.core.event.Problem;
import hecht.core.event.Purpose;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.files.Row;
import hecht.files.Sink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes what an input brings, in whatever order it comes: counts it, keeps what counts, and puts aside what does not.
final class Gathering implements Sink {
    private static final long NAME = 1;
    private static final long NAME_AGAIN = 2;

    private final Terms terms;
    private final Instant until;
    private final Rejects rejects;
    private final Kept kept;
    private final SeenEvents seen = new SeenEvents();
    private final Reasons reasons = new Reasons();
    private final List<Event> mergesAndErasures = new ArrayList<>();
    private final Map<String, Long> currencies = new HashMap<>(); // how many amounts are in each

    private String file = "";
    private long row = -1;
    private long rows;
    private long rowsWithoutEvent;
    private long accepted;
    private long repeated;
    private long conflicting;
    private long rejected;
    private long erased;
    private long notSwitchedOn;
    private long withoutEmployee;
    private long later;

    Gathering(Terms terms, Rejects rejects, Kept kept) {
        this.terms = terms;
        this.until = terms.until();
        this.rejects = rejects;
        this.kept = kept;
    }

    // ---- what comes

    @Override
    public void accept(Event event, Row from) throws Refusal {
        count(from);
        if (event.time().isAfter(until)) {
            later++;
            return;
        }
        if (!isSwitchedOn(event)) {
            notSwitchedOn++;
            return;
        }
        Encoding encoded = kept.encode(event);
        switch (seen.meet(encoded.name(NAME), encoded.name(NAME_AGAIN), encoded.content())) {
            case FIRST -> keep(event);
            case REPEATED -> repeated++;
            case CONFLICTING -> conflict(event, from);
        }
    }

    private boolean isSwitchedOn(Event event) {
        return Purpose.neededFor(event).map(terms.switchedOn()::contains).orElse(true);
    }

    private void keep(Event event) throws Refusal {
        accepted++;
        kept.keep();
        if (namesEmployee(event)) withoutEmployee++;
        if (Identities.concerns(event)) mergesAndErasures.add(kept.encoded());
        String currency = currency(event);
        if (currency != null) currencies.merge(currency.toUpperCase(Locale.ROOT), 1L, Long::sum);
    }

    private static @Nullable String currency(Event event) {
        return switch (event) {
            case Event.Ordered e -> e.currency();
            case Event.Invoiced e -> e.money().currency();
            case Event.Paid e -> e.money().currency();
            default -> null;
        };
    }

    /// The one that most amounts name, the first by its letters of several; empty where none is named.
    Optional<String> currency() {
        return currencies.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private boolean namesEmployee(Event event) {
        return event.envelope().handling().employee() != null
                && !terms.switchedOn().contains(Purpose.EMPLOYEE);
    }

    private void conflict(Event event, Row from) throws Refusal {
        conflicting++;
        putAside(from, Conflicts.id(event), event.customer());
    }

    private void putAside(Row from, Problem problem, String customer) throws Refusal {
        reasons.add(from, List.of(problem), customer);
        rejects.add(from, List.of(problem));
    }

    @Override
    public void refuse(List<Problem> problems, Row from) throws Refusal {
        refuse(problems, from, Known.NOTHING);
    }

    @Override
    public void refuse(List<Problem> problems, Row from, Known known) throws Refusal {
        count(from);
        rejected++;
        reasons.add(from, problems, known.customer());
        rejects.add(from, problems);
    }

    @Override
    public void skip(Row from) {
        count(from);
        rowsWithoutEvent++;
    }

    /// One row may come with several events.
    private void count(Row from) {
        if (from.number() == row && from.file().equals(file)) return;
        row = from.number();
        file = from.file();
        rows++;
    }

    // ---- who is who

    /// When everything came: merges and erasures are applied to what was kept.
    ///
    /// @param input to look for the rows of merges that close a circle, of which only now it is known that they do
    Identities settle(Input input) throws Refusal {
        Identities who = Identities.of(mergesAndErasures);
        List<Event.Merged> circles =
                who.keptAside().stream().filter(each -> !who.isErased(each)).toList();
        accepted -= circles.size();
        conflicting += circles.size();
        if (!circles.isEmpty()) input.read(new Circles(circles), Progress.SILENT);
        long gone = kept.rename(who);
        erased += gone;
        accepted -= gone;
        return who;
    }

    /// Puts aside the rows of some merges, the first row of each.
    private final class Circles implements Sink {
        private final Set<List<String>> sought = new HashSet<>();

        Circles(List<Event.Merged> merges) {
            for (Event each : merges) sought.add(name(each));
        }

        private static List<String> name(Event event) {
            return List.of(event.envelope().source(), event.envelope().id());
        }

        @Override
        public void accept(Event event, Row from) throws Refusal {
            if (!(event instanceof Event.Merged merged) || !sought.remove(name(event))) return;
            putAside(from, Conflicts.circle(merged), event.customer());
        }

        @Override
        public void refuse(List<Problem> problems, Row from) {}
    }

    Tally tally() {
        return new Tally(
                rows,
                rowsWithoutEvent,
                accepted,
                repeated,
                conflicting,
                rejected,
                erased,
                notSwitchedOn,
                withoutEmployee,
                later,
                reasons.all());
    }
}
