package hecht.files;

import java.util.Optional;

/// Makes events of the rows of one input after another.
interface RowMapper {
    /// Begins with another input.
    ///
    /// @param argument how it is named on a command line
    /// @throws Refusal when its columns cannot become events at all
    void begin(RowReader rows, String argument) throws Refusal;

    /// Tells the sink what the current row gives.
    ///
    /// @throws Refusal when the first row of a loose input shows that none of its rows can become events
    void read(RowReader row, Sink sink) throws Refusal;

    /// Ends with an input.
    ///
    /// @return a remark for the person, if there is one
    /// @throws Refusal when none of its rows could become an event, for a reason that is the mapping's
    default Optional<String> end(RowReader rows) throws Refusal {
        return Optional.empty();
    }
}
