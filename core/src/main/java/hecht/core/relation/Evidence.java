package hecht.core.relation;

import hecht.core.episode.Encounter;

/// What a belief is moved by, told step by step while a [Folding] goes through a customer's events: all that a fit learns from.
/// None of it depends on the parameters, so that what was told once can be used with any. `health.md`, section 2.
public interface Evidence {
    /// How a relationship begins.
    enum Beginning {
        /// At π: its first event says so.
        NEW,
        /// At the base of those who stay: its history is cut off.
        CUT_OFF,
        /// At what is believed of those who return.
        WON_BACK
    }

    /// @param phi of a history that is cut off, the mean of its door half a year either way; 1 otherwise
    default void begun(Beginning how, double phi) {}

    /// Silence in contract mode, with the door at φ.
    default void passed(double years, double phi) {}

    /// Silence in rhythm.
    default void passedDays(int days) {}

    /// A purchase in rhythm, on a day of its own.
    default void bought() {}

    /// @param weight w, after wearing off
    default void lived(Encounter encounter, double weight) {}

    /// @param halved whether something else said partly the same
    default void said(Observation heard, Observation.Answer answer, boolean halved) {}

    /// An invitation was answered, or was not in time; told also where the organisation asks too few to learn from it.
    default void invited(boolean answered) {}

    /// The customer left by choice, with the door at φ.
    default void left(double phi) {}
}
