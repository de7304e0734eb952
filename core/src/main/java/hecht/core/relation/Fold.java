package hecht.core.relation;

import hecht.core.episode.Combining;
import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import hecht.core.perception.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The fold: (model, rules, state, event) → state, a pure function. Everything that changes a belief goes through it: import,
/// live intake, simulation, scoring from files, the tests. Immutable, for several threads.
public final class Fold {
    private final Model model;
    private final RuleSet rules;
    private final Combining combining;

    public Fold(Model model, RuleSet rules) {
        this(model, rules, Combining.MULTIPLIED);
    }

    private Fold(Model model, RuleSet rules, Combining combining) {
        this.model = model;
        this.rules = rules;
        this.combining = combining;
    }

    /// The same with the parts of episodes combined otherwise, to be compared with. Its foldings go through a customer's events in
    /// one piece: no state keeps what it needs.
    public Fold combining(Combining otherwise) {
        return new Fold(model, rules, otherwise);
    }

    Combining combining() {
        return combining;
    }

    public Model model() {
        return model;
    }

    public RuleSet rules() {
        return rules;
    }

    /// What is believed after `event`; events of one customer come in [CanonicalOrder].
    public State next(State state, Event event) {
        Folding folding = begin(state);
        folding.take(event);
        return folding.state();
    }

    /// The state after all these events of one customer, which may come in any order.
    public State all(Collection<? extends Event> events) {
        List<Event> inOrder = new ArrayList<>(events);
        inOrder.sort(CanonicalOrder.INSTANCE);
        Folding folding = begin(State.NEW);
        for (Event each : inOrder) folding.take(each);
        return folding.state();
    }

    /// Goes on from a state, for many events; for one thread.
    public Folding begin(State state) {
        Folding folding = new Folding(this);
        folding.goOnFrom(state);
        return folding;
    }
}
