package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import org.jspecify.annotations.Nullable;

/// Looks over the fold's shoulder: every step of a belief, and what time passed between. The fold itself does not need it.
interface Watch {
    /// A relationship begins, or begins anew, with this belief.
    default void begun(long at, double[] belief) {}

    /// Silence in contract mode, with the door at φ.
    default void passed(double years, double phi) {}

    /// Silence in rhythm.
    default void passedDays(int days) {}

    /// What comes next is this event's doing.
    default void entry(Event event, long at) {}

    /// What comes next is this deadline's doing.
    ///
    /// @param episode its number; −1 for an unanswered invitation
    default void entry(Deadline deadline, int episode, long at) {}

    /// @param weight after wearing off  @param before belief before the step  @param after belief after it
    default void encounter(Encounter encounter, double weight, Perception by, double[] before, double[] after) {}

    default void observation(
            Observation heard, @Nullable Dimension dimension, double[] before, double[] after) {}

    /// An invitation was judged.
    default void invitation(boolean answered) {}

    default void locked(boolean renewed) {}

    /// The relationship ended.
    default void closed(long at) {}
}
