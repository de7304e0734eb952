package hecht.app.cli;

import hecht.app.ingest.History;
import hecht.app.ingest.Viewer;
import hecht.core.relation.Fold;
import hecht.files.Refusal;
import java.time.Instant;
import java.time.ZoneId;

/// What an answer stands on: the histories of customers, the fold by which they are judged, and the moment up to which their
/// events count. Of files that were read, or of what an organisation keeps.
interface Basis extends AutoCloseable {
    Fold fold();

    Instant asOf();

    /// @throws Refusal when there is no such customer
    History historyOf(String customer, Conversation with) throws Refusal;

    /// Shows every customer's history, one at a time, in no order that means anything.
    void each(Viewer<? super History, Refusal> viewer) throws Refusal;

    default ZoneId zone() {
        return fold().model().zone();
    }

    @Override
    void close();
}
