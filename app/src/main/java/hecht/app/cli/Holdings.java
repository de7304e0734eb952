package hecht.app.cli;

import hecht.app.ingest.EventDoor;
import hecht.app.ingest.Judgement;
import hecht.app.ingest.Proof.Digested;
import hecht.app.ingest.Proof.Verified;
import hecht.core.event.Event;
import hecht.files.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What an organisation keeps, as commands ask for it: of the server that runs on its folder, or of the database itself where
/// none does. A folder that a server uses is never opened.
sealed interface Holdings extends AutoCloseable permits ServedHoldings, StoredHoldings {
    /// @throws Refusal when the folder is of nobody, or cannot be had
    static Holdings of(DataOptions keeping, Conversation with) throws Refusal {
        Path folder = keeping.folder(with);
        Optional<Beside> server = Beside.of(folder, with);
        if (server.isPresent()) return new ServedHoldings(server.get());
        return StoredHoldings.open(keeping, with);
    }

    /// The same for who brings something in: a folder that is not there yet is made.
    static Holdings ofOrNew(DataOptions keeping, Conversation with) throws Refusal {
        Optional<Beside> server = Beside.of(keeping.folder(with), with);
        if (server.isPresent()) return new ServedHoldings(server.get());
        return StoredHoldings.openOrMake(keeping, with);
    }

    /// The organisation's zone, in which moments without an offset are read.
    ZoneId zone() throws Refusal;

    /// By what is judged; empty before anything was imported.
    Optional<Judgement> judgement() throws Refusal;

    /// The events of a customer, under the key that it has now; none where there is no such customer.
    List<Event> eventsOf(String customer) throws Refusal;

    /// Every event that counts, customer by customer, each customer's in canonical order.
    void eachEvent(Consumer<? super Event> viewer) throws Refusal;

    /// All that is held of one customer, a line of JSON each; empty where nothing is. The audit keeps that it was taken.
    Optional<InputStream> export(String customer) throws Refusal;

    Digested digest() throws Refusal;

    /// Rebuilds all states and compares; empty before anything was imported.
    Optional<Verified> verify() throws Refusal;

    /// Writes one consistent backup.
    ///
    /// @throws IOException when it cannot be written to there
    void backup(OutputStream to) throws Refusal, IOException;

    EventDoor door() throws Refusal;

    /// Believes by a model that was learned, from now on. Everybody is folded anew; a server goes on serving what was believed
    /// before while it does that, and a folder without one is waited for by [#fold].
    ///
    /// @param model text of a model file
    /// @throws Refusal when it is in another mode than the organisation's
    void believeBy(String model) throws Refusal;

    /// Waits until everything that came in is in the figures, where nobody else sees to it.
    void fold(Conversation with) throws Refusal;

    @Override
    void close();
}
