package hecht.app.api;

import hecht.app.ingest.EventDoor;
import hecht.app.ingest.StoreDoor;
import hecht.app.ingest.Tally;
import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.core.event.Problem;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.access.Act;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// `/api/v1/imports`: what was imported; and, for a command beside the server only, an import that it runs: begun, told how
/// far it is, its rejected rows put aside, ended. Its events go through `/api/v1/events` like all others.
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {
    private static final int ROWS = 50;

    private final Store store;
    private final EventDoor door;
    private final Audit audit;

    ImportsApi(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.door = new StoreDoor(store, clock);
        this.audit = audit;
    }

    /// One import.
    @JsonNaming(SnakeCaseStrategy.class)
    record Shown(
            long number,
            String file,
            @Nullable String mapping,
            Instant begun,
            @Nullable Instant ended,
            String state,
            @Nullable String failure,
            long rows,
            long rowsWithoutEvent,
            long eventsRead,
            long accepted,
            long repeated,
            long conflicting,
            long rejected,
            long erased,
            long notSwitchedOn) {
        static Shown of(Imports.Import each) {
            Imports.Counts counts = each.counts();
            return new Shown(
                    each.number(),
                    each.file(),
                    each.mapping().orElse(null),
                    each.begun(),
                    each.ended().orElse(null),
                    each.state().word(),
                    each.failure().orElse(null),
                    counts.rows(),
                    counts.rowsWithoutEvent(),
                    counts.eventsRead(),
                    counts.accepted(),
                    counts.repeated(),
                    counts.conflicting(),
                    counts.rejected(),
                    counts.erased(),
                    counts.notSwitchedOn());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Listed(List<Shown> imports) {}

    /// The latest ones first.
    @GetMapping
    Listed latest(@RequestParam(defaultValue = "9223372036854775807") long before) {
        return new Listed(
                store.imports().before(before, ROWS).stream().map(Shown::of).toList());
    }

    @GetMapping("/{number}")
    Shown one(@PathVariable long number) {
        return store.imports().find(number).map(Shown::of).orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND));
    }

    // ---- an import that a command beside the server runs

    /// @param mapping null for columns that are hecht's own
    record Beginning(String file, @Nullable String mapping) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Begun(long number, boolean keepsEmployees) {}

    @Hidden // for commands beside the server
    @PostMapping
    Begun begin(@RequestBody Beginning of, Who who) throws Refusal {
        audit.did(who, Act.IMPORTED, of.file);
        EventDoor.Begun begun = door.begin(of.file, of.mapping);
        return new Begun(begun.number(), begun.keepsEmployees());
    }

    /// How far an import is, and what became of its events.
    ///
    /// @param failure the sentence that says why it failed; null where it did not
    @JsonNaming(SnakeCaseStrategy.class)
    record State(
            long bytesRead,
            long bytes,
            long rows,
            long rowsWithoutEvent,
            long accepted,
            long repeated,
            long conflicting,
            long rejected,
            long erased,
            long notSwitchedOn,
            long withoutEmployee,
            List<Reason> reasons,
            @Nullable String failure) {
        Imports.Progress progress() {
            return new Imports.Progress(bytesRead, bytes);
        }

        Tally tally() {
            return new Tally(
                    rows,
                    rowsWithoutEvent,
                    accepted,
                    repeated,
                    conflicting,
                    rejected,
                    erased,
                    notSwitchedOn,
                    withoutEmployee,
                    0,
                    reasons.stream()
                            .map(each -> new Tally.Reason(each.field, each.times, each.example, each.customer))
                            .toList());
        }
    }

    record Reason(
            String field,
            long times,
            String example,
            @Nullable String customer) {}

    @Hidden
    @PostMapping("/{number}/progress")
    void tell(@PathVariable long number, @RequestBody State state) throws Refusal {
        door.tell(number, state.progress(), state.tally());
    }

    @Hidden
    @PostMapping("/{number}/end")
    void end(@PathVariable long number, @RequestBody State state) throws Refusal {
        door.end(number, state.progress(), state.tally(), state.failure);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Aside(boolean conflicts, List<Row> rows) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Row(
            String file,
            long place,
            @Nullable String source,
            @Nullable String id,
            @Nullable String customer,
            List<EventsApi.Wrong> problems,
            boolean line,
            String text) {
        Quarantine.Kept kept() {
            return new Quarantine.Kept(
                    file,
                    place,
                    source,
                    id,
                    customer,
                    problems.stream()
                            .map(each -> new Problem(each.field(), each.expected(), each.found(), each.remedy()))
                            .toList(),
                    line,
                    text);
        }
    }

    @Hidden
    @PostMapping("/{number}/quarantine")
    void putAside(@PathVariable long number, @RequestBody Aside aside) throws Refusal {
        door.putAside(number, aside.rows.stream().map(Row::kept).toList(), aside.conflicts);
    }
}
