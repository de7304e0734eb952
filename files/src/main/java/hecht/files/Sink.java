package hecht.files;

import hecht.core.event.Event;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// The same, with what could be read of the event for all that.
    default void refuse(List<Problem> problems, Row row, Known known) throws Refusal {
        refuse(problems, row);
    }

    /// By what an event that was refused can be recognised later, as far as it could be read.
    record Known(
            @Nullable String source,
            @Nullable String id,
            @Nullable String customer) {
        public static final Known NOTHING = new Known(null, null, null);

        static Known of(NamedValues values) {
            return new Known(values.get(Field.SOURCE), values.get(Field.ID), values.get(Field.CUSTOMER));
        }

        static Known of(Event event) {
            return new Known(event.envelope().source(), event.envelope().id(), event.customer());
        }
    }

    /// A row that gave no event: no `when` of its mapping held.
    default void skip(Row row) throws Refusal {}
}
