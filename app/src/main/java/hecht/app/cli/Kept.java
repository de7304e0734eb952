package hecht.app.cli;

import hecht.app.ingest.History;
import hecht.app.ingest.Judgement;
import hecht.app.ingest.Viewer;
import hecht.core.event.Event;
import hecht.core.relation.Fold;
import hecht.files.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organisation keeps, as the basis of an answer.
final class Kept implements Basis {
    private final Holdings holdings;
    private final Fold fold;
    private final Instant asOf;

    private Kept(Holdings holdings, Fold fold, Instant asOf) {
        this.holdings = holdings;
        this.fold = fold;
        this.asOf = asOf;
    }

    /// @param at an earlier day as of which to answer; null for the latest
    static Kept open(DataOptions keeping, @Nullable LocalDate at, Conversation with) throws Refusal {
        Holdings holdings = Holdings.of(keeping, with);
        try {
            Judgement judgement = holdings.judgement().orElse(null);
            if (judgement == null)
                throw new Refusal(Refusal.Kind.INPUT, with.say("data.nothing-yet", keeping.folder(with)));
            Fold fold = judgement.fold();
            return new Kept(holdings, fold, asOf(judgement.asOf(), at, fold));
        } catch (Refusal | RuntimeException e) {
            holdings.close();
            throw e;
        }
    }

    /// Believes by a model that was learned, from now on.
    void believeBy(String model, Conversation with) throws Refusal {
        holdings.believeBy(model);
        holdings.fold(with);
    }

    private static Instant asOf(Instant latest, @Nullable LocalDate at, Fold fold) {
        if (at == null) return latest;
        Instant end =
                at.plusDays(1).atStartOfDay(fold.model().zone()).toInstant().minus(1, ChronoUnit.MICROS);
        return end.isBefore(latest) ? end : latest;
    }

    @Override
    public Fold fold() {
        return fold;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public History historyOf(String customer, Conversation with) throws Refusal {
        List<Event> events = upToAsOf(holdings.eventsOf(customer));
        if (events.isEmpty()) throw with.wrongUse("why.unknown-here", Shown.safely(customer));
        return new History(events.getFirst().customer(), events);
    }

    private List<Event> upToAsOf(List<Event> events) {
        return events.stream().filter(each -> !each.time().isAfter(asOf)).toList();
    }

    @Override
    public void each(Viewer<? super History, Refusal> viewer) throws Refusal {
        Gathered gathered = new Gathered(viewer);
        holdings.eachEvent(gathered::take);
        gathered.show();
        if (gathered.refusal != null) throw gathered.refusal;
    }

    /// Events that come customer by customer, as histories.
    private final class Gathered {
        private final Viewer<? super History, Refusal> viewer;
        private final List<Event> events = new ArrayList<>();
        private @Nullable Refusal refusal;

        Gathered(Viewer<? super History, Refusal> viewer) {
            this.viewer = viewer;
        }

        void take(Event event) {
            if (!events.isEmpty() && !events.getFirst().customer().equals(event.customer())) show();
            events.add(event);
        }

        void show() {
            List<Event> all = upToAsOf(events);
            events.clear();
            if (all.isEmpty() || refusal != null) return;
            try {
                viewer.see(new History(all.getFirst().customer(), all));
            } catch (Refusal e) {
                refusal = e;
            }
        }
    }

    @Override
    public void close() {
        holdings.close();
    }
}
