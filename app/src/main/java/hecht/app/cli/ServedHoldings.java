package hecht.app.cli;

import hecht.app.ingest.EventDoor;
import hecht.app.ingest.EventStream;
import hecht.app.ingest.Judgement;
import hecht.app.ingest.Proof.Digested;
import hecht.app.ingest.Proof.Verified;
import hecht.core.event.Event;
import hecht.files.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the server on the folder says.
final class ServedHoldings implements Holdings {
    private final Beside server;

    ServedHoldings(Beside server) {
        this.server = server;
    }

    record Located(String zone) {}

    @Override
    public ZoneId zone() throws Refusal {
        return ZoneId.of(server.find("/api/local/organisation", Located.class)
                .orElseThrow(() -> new IllegalStateException("a server without an organisation"))
                .zone());
    }

    @Override
    public Optional<Judgement> judgement() throws Refusal {
        return server.find("/api/local/judgement", Judgement.class);
    }

    @Override
    public List<Event> eventsOf(String customer) throws Refusal {
        List<Event> events = new ArrayList<>();
        events("/api/local/events?customer=" + Beside.encoded(customer), events::add);
        return events;
    }

    @Override
    public void eachEvent(Consumer<? super Event> viewer) throws Refusal {
        events("/api/local/events", viewer);
    }

    private void events(String path, Consumer<? super Event> viewer) throws Refusal {
        Optional<InputStream> found = server.stream(path);
        if (found.isEmpty()) return;
        try (InputStream body = found.get()) {
            EventStream.read(body, viewer);
        } catch (IOException e) {
            throw server.lost(e);
        }
    }

    @Override
    public Optional<InputStream> export(String customer) throws Refusal {
        return server.stream("/api/local/export?customer=" + Beside.encoded(customer));
    }

    @Override
    public Digested digest() throws Refusal {
        return server.find("/api/local/digest", Digested.class)
                .orElseThrow(() -> new IllegalStateException("a server without a digest"));
    }

    @Override
    public Optional<Verified> verify() throws Refusal {
        return server.find("/api/local/verify", Verified.class);
    }

    @Override
    public void backup(OutputStream to) throws Refusal, IOException {
        byte[] some = new byte[1 << 16];
        try (InputStream body = server.stream("/api/local/backup")
                .orElseThrow(() -> new IllegalStateException("a server without a backup"))) {
            for (int n; (n = heard(body, some)) >= 0; ) to.write(some, 0, n);
        }
    }

    /// What fails here is the server, and what fails in writing is the disk.
    private int heard(InputStream body, byte[] some) throws Refusal {
        try {
            return body.read(some);
        } catch (IOException e) {
            throw server.lost(e);
        }
    }

    @Override
    public EventDoor door() {
        return new RemoteDoor(server);
    }

    record Learned(String model) {}

    @Override
    public void believeBy(String model) throws Refusal {
        server.post("/api/local/model", new Learned(model));
    }

    /// The server folds by itself.
    @Override
    public void fold(Conversation with) {}

    @Override
    public void close() {
        server.close();
    }
}
