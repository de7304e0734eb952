package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Counting;
import hecht.core.relation.Fold;
import hecht.core.relation.Folding;
import hecht.core.relation.Model;
import hecht.core.relation.State;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.files.RuleFile;
import hecht.store.Store;
import hecht.store.event.Totals;
import hecht.store.setup.Models;
import hecht.store.setup.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What beliefs rest on: the model and the rules that hold, made from the texts that the store keeps. Nothing in them moves by
/// itself, but for the first model: it comes with the first events, and is counted from them when the first import is done.
public final class Grounds {
    /// The mode is proposed anew when so large a share of the events is new.
    private static final double NEWS = .05;

    private static final String EVENTS_AT_PROPOSAL = "ingest.events-at-proposal";

    private final Store store;

    public Grounds(Store store) {
        this.store = store;
    }

    /// The rules of perception: the preset's, with the organisation's own over them.
    ///
    /// @throws Refusal when the rules in the store cannot be read
    public RuleSet rules() throws Refusal {
        RuleSet preset = store.settings().organisation().preset().rules();
        Optional<String> own = store.ruleFiles().active();
        return own.isPresent() ? RuleFile.parse("rules.yaml", own.get(), preset) : preset;
    }

    /// The model that holds; empty before there is any event.
    ///
    /// @throws Refusal when the model in the store cannot be read
    public Optional<Model> model() throws Refusal {
        Optional<Models.Kept> active = store.models().active();
        return active.isPresent()
                ? Optional.of(ModelFile.parse(
                        "model " + active.get().number(), active.get().text()))
                : Optional.empty();
    }

    /// The fold by the model and the rules that hold; empty as long as there is no model. Nobody folds then.
    public Optional<Fold> fold() throws Refusal {
        Optional<Model> model = model();
        return model.isPresent() ? Optional.of(new Fold(model.get(), rules())) : Optional.empty();
    }

    /// Sees after the model when events came: makes the first one, and counts it once the first import is done; proposes the
    /// mode anew when much came. To be called after every import, and now and then. Does nothing while an import runs: it
    /// would count half of it.
    ///
    /// @return whether another model holds now, and everybody is marked to be folded
    public synchronized boolean settle(Instant now) throws Refusal {
        Totals totals = store.events().totals();
        if (totals.events() == 0 || store.imports().isAnyRunning()) return false;
        Optional<Models.Kept> active = store.models().active();
        boolean isDone = store.imports().isAnyDone();
        boolean isFirst = active.isEmpty() || active.get().origin() == Models.Origin.BUILT_IN && isDone;
        if (isFirst && !isDone) {
            activate(builtIn(store.settings().organisation()), Models.Origin.BUILT_IN, now);
            return true;
        }
        if (!isFirst && !isMuchNew(totals)) return false;
        Counting counting = count(now);
        propose(counting, totals);
        if (isFirst)
            activate(builtIn(store.settings().organisation()).with(counting.usual()), Models.Origin.COUNTED, now);
        return isFirst;
    }

    /// Counts a model anew, as a steward asks, in the mode and the currency that the organisation has by now.
    public synchronized void countAnew(Instant now) throws Refusal {
        Organisation organisation = store.settings().organisation();
        Counting counting = count(now);
        propose(counting, store.events().totals());
        Model before = model().orElseGet(() -> builtIn(organisation));
        activate(
                before.in(organisation.mode())
                        .inCurrency(organisation.currency())
                        .with(counting.usual()),
                Models.Origin.COUNTED,
                now);
    }

    /// Another mode, which a steward accepted, with everything else as it is.
    public synchronized void changeMode(Instant now) throws Refusal {
        Organisation organisation = store.settings().organisation();
        Model before = model().orElseGet(() -> builtIn(organisation));
        Models.Origin origin = store.models().active().map(Models.Kept::origin).orElse(Models.Origin.BUILT_IN);
        activate(before.in(organisation.mode()), origin, now);
    }

    /// A model that somebody put in.
    public synchronized void give(Model model, Instant now) {
        activate(model, Models.Origin.GIVEN, now);
    }

    private static Model builtIn(Organisation organisation) {
        return Model.builtIn(organisation.zone(), organisation.mode()).inCurrency(organisation.currency());
    }

    private void activate(Model model, Models.Origin origin, Instant now) {
        store.database().transaction(connection -> {
            int number = store.models().activate(ModelFile.text(model), origin, now);
            store.marks().everybody();
            return number;
        });
    }

    private boolean isMuchNew(Totals totals) {
        long before =
                store.settings().get(EVENTS_AT_PROPOSAL).map(Long::parseLong).orElse(0L);
        return Math.abs(totals.events() - before) > NEWS * totals.events();
    }

    private void propose(Counting counting, Totals totals) {
        store.settings().propose(counting.proposal());
        store.settings().put(EVENTS_AT_PROPOSAL, Long.toString(totals.events()));
    }

    /// Folds everybody to count what is usual, and keeps nothing else of it.
    private Counting count(Instant now) throws Refusal {
        Organisation organisation = store.settings().organisation();
        Instant asOf = store.events().totals().asOf(organisation.zone(), now);
        Counting counting = new Counting();
        Folding folding = new Fold(model().orElseGet(() -> builtIn(organisation)), rules()).begin(State.NEW);
        folding.count(counting);
        List<Event> history = new ArrayList<>();
        store.events().each(event -> {
            if (!history.isEmpty() && !history.getFirst().customer().equals(event.customer())) {
                live(folding, history, asOf);
                history.clear();
            }
            history.add(event);
        });
        if (!history.isEmpty()) live(folding, history, asOf);
        return counting;
    }

    private static void live(Folding folding, List<Event> history, Instant asOf) {
        folding.goOnFrom(State.NEW);
        for (Event each : history) if (!each.time().isAfter(asOf)) folding.take(each);
        folding.end(asOf);
    }
}
