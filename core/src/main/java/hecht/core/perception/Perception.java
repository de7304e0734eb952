package hecht.core.perception;

import hecht.core.event.Dimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the customer noticed of one event.
///
/// @param weight how much, 0 to 1  @param quality how well it went, (0, 1]
/// @param qualityAlone the quality without what repetition makes of it
/// @param good whether it can give a good encounter  @param gesture whether it can make a recovery
/// @param rules the rules that fired, by group; empty when nothing was noticed
public record Perception(
        double weight, double quality, double qualityAlone, boolean good, boolean gesture, List<Rule> rules) {
    /// From this weight on an event counts as perceived, everywhere.
    public static final double PERCEIVED = .3;

    public static final Perception NOTHING = new Perception(0, 1, 1, false, false, List.of());

    public boolean isPerceived() {
        return weight >= PERCEIVED;
    }

    /// The rule that names what happened: the first that fired.
    public @Nullable Rule leading() {
        return rules.isEmpty() ? null : rules.getFirst();
    }

    /// The leading rule's dimension; experience where only how it went was noticed.
    public Dimension dimension() {
        return rules.isEmpty() ? Dimension.EXPERIENCE : rules.getFirst().dimension();
    }
}
