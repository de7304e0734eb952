package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import java.util.Optional;

/// Sources that nobody outside may use: `hecht.` is what pages write themselves, such as conversations that were noted.
/// `lichtland.` is the made-up supplier, which is removed together with its sources: a person may import its files, and a
/// program that sends events may not take its name.
public final class Reserved {
    private Reserved() {}

    /// What is wrong with an event's source, if anything is.
    ///
    /// @param isMadeUpToo whether the made-up supplier is meant too
    public static Optional<Problem> problem(Event event, boolean isMadeUpToo) {
        String source = event.envelope().source();
        boolean isReserved = source.startsWith("hecht.") || isMadeUpToo && source.startsWith("lichtland.");
        return isReserved
                ? Optional.of(new Problem(
                        "source",
                        "a source that does not begin with "
                                + (isMadeUpToo ? "lichtland. or hecht., which are" : "hecht., which is") + " reserved",
                        source,
                        ""))
                : Optional.empty();
    }
}
