package hecht.app.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of everything that was read:
///
/// **events read = accepted + repeated + conflicting + rejected + erased + not switched on**
///
/// @param rows rows read  @param rowsWithoutEvent rows of which no event was asked for
/// @param accepted events that count, each once
/// @param repeated events that came before with the same content, which changes nothing
/// @param conflicting events whose source and id came before with other content, and merges that would close a circle
/// @param rejected events that could not be read
/// @param erased events of customers who asked to be forgotten, and the asking itself
/// @param notSwitchedOn events that may be kept only with a purpose
/// @param withoutEmployee accepted events that came with an employee's name, which was dropped
/// @param later events after the last moment that counts, which are no events of this reading and stand beside it
/// @param reasons why rows were rejected or conflicting, the most frequent first
public record Tally(
        long rows,
        long rowsWithoutEvent,
        long accepted,
        long repeated,
        long conflicting,
        long rejected,
        long erased,
        long notSwitchedOn,
        long withoutEmployee,
        long later,
        List<Reason> reasons) {
    public Tally {
        reasons = List.copyOf(reasons);
    }

    /// Everything that was an event, or would have been one.
    public long eventsRead() {
        return accepted + repeated + conflicting + rejected + erased + notSwitchedOn;
    }

    /// Whether something was kept aside that a person can mend.
    public boolean isAnythingKeptAside() {
        return rejected + conflicting > 0;
    }

    /// One reason, and the first row that had it. The example shows what was found, which may be personal: it is for the
    /// person who imports, never for a log.
    ///
    /// @param field the field that was wrong  @param times how often
    /// @param example a sentence without its full stop: `contacts.csv, row 218, time: expected …, found …`
    /// @param customer of whom the example tells; null where that could not be read
    public record Reason(
            String field,
            long times,
            String example,
            @Nullable String customer) {}
}
