package hecht.app.api.local;

import hecht.app.ingest.CustomerExport;
import hecht.app.ingest.EventStream;
import hecht.app.ingest.Judgement;
import hecht.app.ingest.Proof.Digested;
import hecht.app.ingest.Proof.Verified;
import hecht.app.living.Believing;
import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.core.event.Event;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.access.Act;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What commands beside the server ask of all that is held here.
@RestController
@RequestMapping("/api/local")
class LocalHoldings {
    private static final String LINES = "application/x-ndjson";

    private final Store store;
    private final Clock clock;
    private final Audit audit;

    LocalHoldings(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /// By this a command knows that it is we who answer here, and not whoever took our port after us.
    @GetMapping("/alive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alive() {}

    record Located(String zone) {}

    @GetMapping("/organisation")
    Located organisation() {
        return new Located(store.settings().organisation().zone().getId());
    }

    /// A judgement on its way.
    @JsonNaming(SnakeCaseStrategy.class)
    record Judged(String model, String preset, @Nullable String rules, Instant asOf) {}

    @GetMapping("/judgement")
    Judged judgement() {
        return Judgement.of(store, clock.instant())
                .map(each -> new Judged(each.model(), each.preset(), each.rules(), each.asOf()))
                .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }

    @GetMapping(path = "/events", params = "customer")
    void eventsOf(@RequestParam("customer") String customer, Who who, HttpServletResponse response) throws IOException {
        String key = store.events().finalKey(customer);
        List<Event> events = store.events().of(key);
        if (!events.isEmpty()) audit.looked(who, key, "");
        response.setContentType(LINES);
        try (EventStream.Writer out = EventStream.writer(response.getOutputStream())) {
            events.forEach(out::write);
        }
    }

    @GetMapping(path = "/events", params = "!customer")
    void events(Who who, HttpServletResponse response) throws IOException {
        audit.did(who, Act.EXPORTED, "events of everybody");
        response.setContentType(LINES);
        try (EventStream.Writer out = EventStream.writer(response.getOutputStream())) {
            store.events().each(out::write);
        }
    }

    @GetMapping("/export")
    void export(@RequestParam("customer") String customer, Who who, HttpServletResponse response)
            throws IOException, Refusal {
        CustomerExport export = CustomerExport.of(store, customer, clock.instant())
                .orElseThrow(() -> new Refused(Refused.Kind.NO_CUSTOMER));
        audit.didTo(who, Act.EXPORTED, export.customer(), "");
        response.setContentType(LINES);
        try (OutputStream out = response.getOutputStream()) {
            export.write(out);
        }
    }

    record Learned(String model) {}

    /// Believes by a model that was learned from what is kept here; the house's own rhythm takes it up.
    @PostMapping("/model")
    void believeBy(@RequestBody Learned learned, Who who) throws Refusal {
        new Believing(store).believeBy(learned.model(), clock.instant());
        audit.did(who, Act.SETTING_CHANGED, Believing.LEARNED_MODEL);
    }

    @GetMapping("/digest")
    Digested digest() {
        return Digested.of(store);
    }

    @GetMapping("/verify")
    Verified verify() {
        return Verified.of(store).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }

    @GetMapping("/backup")
    void backup(Who who, HttpServletResponse response) throws IOException {
        audit.did(who, Act.BACKED_UP, "");
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        store.backup().write(response.getOutputStream(), clock.instant());
    }
}
