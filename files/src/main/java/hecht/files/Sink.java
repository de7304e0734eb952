package hecht.files;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.util.List;

/// Takes what an input brings, in the order of its rows. One row may give several events, or none. Each method may refuse,
/// when what it does with an event cannot be done; reading ends there.
public interface Sink {
    /// @param row the row it came from, valid until this method returns
    void accept(Event event, Row row) throws Refusal;

    /// An event that could not be read, a row that does not hold together, or the rest of a file that breaks off; of that,
    /// the row has no cells.
    ///
    /// @param problems all that is wrong with it, at least one  @param row valid until this method returns
    void refuse(List<Problem> problems, Row row) throws Refusal;

    /// A row that gave no event: no `when` of its mapping held.
    default void skip(Row row) throws Refusal {}
}
