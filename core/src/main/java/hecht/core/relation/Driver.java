package hecht.core.relation;

import hecht.core.perception.Rule.Reason;
import hecht.core.perception.RuleSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What moved health, for adding up over customers: the goal, else the type of event, and the rule that names what happened.
///
/// @param isGoal whether `about` is a goal in the organisation's own words; else it is a type of event, or `deadline`
/// @param rule a rule's name, or the word of an [Observation]; [#WITHDRAWN] where somebody gave up
public record Driver(boolean isGoal, String about, String rule) {
    /// A deadline of which no goal is known.
    public static final String DEADLINE = "deadline";

    /// Somebody gave up after asking twice: no rule says so, the episode does.
    public static final String WITHDRAWN = "withdrawn";

    static final Reason GAVE_UP = new Reason("gave up after asking twice", "gaf het op na twee keer vragen");

    static Driver of(@Nullable String goal, String type, String rule) {
        return goal != null ? new Driver(true, goal, rule) : new Driver(false, type, rule);
    }

    /// Why, in words for people; the rule's own name where these rules do not have it any more.
    public Reason reason(RuleSet rules) {
        if (rule.equals(WITHDRAWN)) return GAVE_UP;
        for (Observation each : Observation.values()) if (rule.equals(word(each))) return each.reason();
        return rules.named(rule).map(found -> found.reason()).orElse(new Reason(rule, rule));
    }

    /// Whether it was heard of customers, as that they bought, and is nothing that was done for them.
    public boolean isHeard() {
        for (Observation each : Observation.values()) if (rule.equals(word(each))) return true;
        return false;
    }

    static String word(Observation heard) {
        return heard.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return about + " · " + rule;
    }
}
