package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.files.Refusal;
import hecht.store.event.Answer;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an import brings its events: a store of this process ([StoreDoor]), or a running server. What was answered is durable.
/// Every method may refuse, when the surroundings do not let it; the import ends there, and the same import again goes on
/// where this one stopped, since what is in already is a repetition.
public interface EventDoor {
    /// An import that runs from now on.
    ///
    /// @param keepsEmployees whether a purpose is named for which employees' names are kept
    record Begun(long number, boolean keepsEmployees) {}

    /// @param mapping its name; null for columns that are hecht's own
    Begun begin(String file, @Nullable String mapping) throws Refusal;

    /// Brings events, in the order in which they came.
    ///
    /// @return an answer for each, in the same order
    List<Answer> take(List<Event> events) throws Refusal;

    /// Puts rows aside for a person to mend.
    ///
    /// @param conflicts whether they are conflicts, whose names are in already
    void putAside(long number, List<Quarantine.Kept> rows, boolean conflicts) throws Refusal;

    /// Tells how far the import is.
    void tell(long number, Imports.Progress progress, Tally tally) throws Refusal;

    /// Ends the import.
    ///
    /// @param failure the sentence that says why it failed; null where it did not
    void end(long number, Imports.Progress progress, Tally tally, @Nullable String failure) throws Refusal;
}
