package hecht.core.perception;

import hecht.core.event.Event;
import hecht.core.event.EventType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An ordered set of rules: what a kind of organisation's customers notice. Immutable, for several threads.
public final class RuleSet {
    /// The rule of the deadline that a dated promise is broken.
    public static final String PROMISE_BROKEN = "promise-broken";

    /// The rule of the deadline that a goal was never fulfilled.
    public static final String NEVER_FULFILLED = "never-fulfilled";

    private static final double STILL_GOOD = .85;
    private static final double ROUNDING = 1e-9;
    private static final Rule[][] NO_RULES = new Rule[0][];

    private final List<Rule> rules;
    private final Map<EventType, Rule[][]> byType = new EnumMap<>(EventType.class);
    private final Perception promiseBroken;
    private final Perception neverFulfilled;

    public RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (Rule rule : rules)
            if (!names.add(rule.name())) throw new IllegalArgumentException("two rules are called " + rule.name());
        for (EventType type : EventType.values()) byType.put(type, grouped(type));
        promiseBroken = deadline(PROMISE_BROKEN);
        neverFulfilled = deadline(NEVER_FULFILLED);
    }

    private Rule[][] grouped(EventType type) {
        List<Rule[]> groups = new ArrayList<>();
        for (Group group : Group.values()) {
            Rule[] ofGroup = rules.stream()
                    .filter(rule -> rule.group() == group && rule.on().contains(type))
                    .toArray(Rule[]::new);
            if (ofGroup.length > 0) groups.add(ofGroup);
        }
        return groups.isEmpty() ? NO_RULES : groups.toArray(Rule[][]::new);
    }

    private Perception deadline(String name) {
        Rule rule = named(name).orElseThrow(() -> new IllegalArgumentException("there is no rule " + name));
        return new Perception(rule.weight(), rule.quality(), rule.quality(), false, false, List.of(rule));
    }

    /// Every rule, in the order in which they are asked.
    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> named(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /// This set with some rules of one's own: a rule that bears the name of one of the set takes its place, others are
    /// asked before those of the set.
    public RuleSet with(List<Rule> own) {
        List<Rule> all = new ArrayList<>();
        for (Rule rule : own) if (named(rule.name()).isEmpty()) all.add(rule);
        for (Rule rule : rules)
            all.add(own.stream()
                    .filter(mine -> mine.name().equals(rule.name()))
                    .findFirst()
                    .orElse(rule));
        return new RuleSet(all);
    }

    /// What the customer noticed of `event`. Weights: the largest over the groups; qualities: their product; good only by
    /// a rule that may, and only if the other groups together leave at least .85.
    public Perception perceive(Event event, Situation around) {
        Rule[][] groups = byType.getOrDefault(event.type(), NO_RULES);
        double weight = 0;
        double alone = 1;
        double repeated = 1;
        double others = 1;
        boolean good = false;
        boolean gesture = false;
        List<Rule> fired = List.of();
        for (Rule[] group : groups) {
            for (Rule rule : group) {
                if (!rule.matches(event, around)) continue;
                double quality = rule.qualityOf(event, around);
                weight = Math.max(weight, rule.weight());
                if (rule.group() == Group.REPETITION) repeated *= quality;
                else alone *= quality;
                if (rule.good()) good = true;
                else others *= quality;
                gesture |= rule.gesture();
                fired = fired.isEmpty() ? List.of(rule) : plus(fired, rule);
                break;
            }
        }
        if (fired.isEmpty()) return Perception.NOTHING;
        return new Perception(weight, alone * repeated, alone, good && others >= STILL_GOOD - ROUNDING, gesture, fired);
    }

    private static List<Rule> plus(List<Rule> some, Rule another) {
        if (some.size() == 1) return List.of(some.getFirst(), another);
        List<Rule> more = new ArrayList<>(some);
        more.add(another);
        return List.copyOf(more);
    }

    public Perception promiseBroken() {
        return promiseBroken;
    }

    public Perception neverFulfilled() {
        return neverFulfilled;
    }
}
