package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import org.jspecify.annotations.Nullable;

/// Looks over the fold's shoulder: every step of a belief, and what time passed between. The fold itself does not need it.
interface Watch {
    /// Another customer is taken up, with this belief; all zeros where nothing began yet.
    default void another(double[] belief) {}

    /// An event is about to be folded, whatever comes of it.
    ///
    /// @param first whether it is the customer's first
    default void seen(Event event, boolean first) {}

    /// How the relationship that is about to begin does.
    ///
    /// @param phi of a history that is cut off, the mean of its door half a year either way; 1 otherwise
    default void beginning(Evidence.Beginning how, double phi) {}

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

    /// What the next observation says.
    ///
    /// @param halved whether something else said partly the same
    default void said(Observation heard, Observation.Answer answer, boolean halved) {}

    default void observation(Observation heard, @Nullable Dimension dimension, double[] before, double[] after) {}

    /// An invitation was answered, or was not in time; told even where that says nothing.
    default void invitation(boolean answered) {}

    /// A lock came to its end, with or without a new one on that day.
    default void locked(boolean renewed) {}

    /// A customer left for the first time.
    default void firstLeft() {}

    /// A customer leaves by choice, with the door at φ.
    default void departed(double phi) {}

    /// The relationship ended, or the reading of it.
    default void closed(long at) {}
}
