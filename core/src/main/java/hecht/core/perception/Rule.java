package hecht.core.perception;

import hecht.core.event.Cause;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.event.EventType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From an event to what the customer noticed of it. A rule without types belongs to a deadline, and is found by its name.
///
/// @param name unique in its set, lower case with dashes
/// @param on the types of event it looks at
/// @param when conditions that must all hold
/// @param weight how much it is noticed, 0 to 1; from .3 it is *perceived*
/// @param quality how well it went, (0, 1]
/// @param per a number to whose power the quality is raised, such as the number of transfers
/// @param good whether it can give a good encounter
/// @param gesture whether it can make a recovery of what went wrong before
/// @param cause why it was needed, where the rule knows
/// @param reason what a person reads of it
public record Rule(
        String name,
        Set<EventType> on,
        Group group,
        List<Clause> when,
        double weight,
        double quality,
        @Nullable Fact per,
        boolean good,
        boolean gesture,
        Dimension dimension,
        @Nullable Cause cause,
        Reason reason) {
    public Rule {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*"))
            throw new IllegalArgumentException("a rule's name is lower case with dashes, was \"" + name + '"');
        if (!(weight >= 0 && weight <= 1))
            throw new IllegalArgumentException(name + ": weight must be in [0, 1], was " + weight);
        if (!(quality > 0 && quality <= 1))
            throw new IllegalArgumentException(name + ": quality must be in (0, 1], was " + quality);
        if (per != null && !per.isNumber())
            throw new IllegalArgumentException(name + ": per must be a number, was " + per.word());
        on = Set.copyOf(on);
        when = List.copyOf(when);
    }

    boolean matches(Event event, Situation around) {
        for (Clause each : when) if (!each.holds(event, around)) return false;
        return true;
    }

    /// The quality for this event; with `per` the quality to the power of that fact.
    double qualityOf(Event event, Situation around) {
        if (per == null) return quality;
        double power = per.numberOf(event, around);
        if (!(power > 0)) return 1;
        return power == 1 ? quality : StrictMath.pow(quality, power);
    }

    /// What a person reads, in both languages.
    public record Reason(String english, String dutch) {
        public String in(java.util.Locale language) {
            return language.getLanguage().equals("nl") ? dutch : english;
        }
    }

    Rule weighing(double otherWeight, double otherQuality) {
        return new Rule(name, on, group, when, otherWeight, otherQuality, per, good, gesture, dimension, cause, reason);
    }
}
