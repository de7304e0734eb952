package hecht.app.cli;

import hecht.app.ingest.CustomerExport;
import hecht.app.ingest.EventDoor;
import hecht.app.ingest.Judgement;
import hecht.app.ingest.Proof.Digested;
import hecht.app.ingest.Proof.Verified;
import hecht.app.ingest.StoreDoor;
import hecht.app.living.Believing;
import hecht.core.event.Event;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.Where;
import hecht.store.access.Act;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What lies in the database itself, which this command has to itself as long as it runs.
final class StoredHoldings implements Holdings {
    private static final String COMMAND_LINE = "command line"; // as the server's audit calls commands beside it

    private final Store store;
    private final Clock clock;

    private StoredHoldings(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @throws Refusal when there is no such folder
    static Holdings open(DataOptions keeping, Conversation with) throws Refusal {
        Where where = keeping.where(with);
        Path folder = keeping.folder(with);
        if (where instanceof Where.Embedded && !Files.isDirectory(folder))
            throw with.wrongUse("data.no-folder", folder);
        return new StoredHoldings(Store.open(where), with.around().clock());
    }

    /// The same, and makes the folder where there is none.
    static Holdings openOrMake(DataOptions keeping, Conversation with) throws Refusal {
        return new StoredHoldings(Store.open(keeping.where(with)), with.around().clock());
    }

    @Override
    public ZoneId zone() {
        return store.settings().organisation().zone();
    }

    @Override
    public Optional<Judgement> judgement() {
        return Judgement.of(store, clock.instant());
    }

    @Override
    public List<Event> eventsOf(String customer) {
        String key = store.events().finalKey(customer);
        List<Event> events = store.events().of(key);
        if (!events.isEmpty()) audit(Act.LOOKED, key);
        return events;
    }

    @Override
    public void eachEvent(Consumer<? super Event> viewer) {
        audit(Act.EXPORTED, null);
        store.events().each(viewer);
    }

    private void audit(Act act, @Nullable String customer) {
        store.access().audit().write(clock.instant(), COMMAND_LINE, "", act, customer, "");
    }

    @Override
    public Optional<InputStream> export(String customer) throws Refusal {
        Optional<CustomerExport> export = CustomerExport.of(store, customer, clock.instant());
        if (export.isEmpty()) return Optional.empty();
        audit(Act.EXPORTED, export.get().customer());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        export.get().write(lines);
        return Optional.of(new ByteArrayInputStream(lines.toByteArray()));
    }

    @Override
    public Digested digest() {
        return Digested.of(store);
    }

    @Override
    public Optional<Verified> verify() throws Refusal {
        new Believing(store).keepUp(clock.instant());
        return Verified.of(store);
    }

    @Override
    public void backup(OutputStream to) throws IOException {
        store.backup().write(to, clock.instant());
        audit(Act.BACKED_UP, null);
    }

    @Override
    public EventDoor door() {
        return new StoreDoor(store, clock);
    }

    @Override
    public void believeBy(String model) throws Refusal {
        new Believing(store).believeBy(model, clock.instant());
        store.access()
                .audit()
                .write(clock.instant(), COMMAND_LINE, "", Act.SETTING_CHANGED, null, Believing.LEARNED_MODEL);
    }

    @Override
    public void fold(Conversation with) throws Refusal {
        with.tell(with.say("import.folding"));
        new Believing(store).settle(clock.instant());
    }

    @Override
    public void close() {
        store.close();
    }
}
