package hecht.app.web.setup.imports;

import hecht.app.ingest.FirstRows;
import hecht.app.ingest.Histories;
import hecht.app.ingest.Terms;
import hecht.app.web.layout.House;
import hecht.files.Input;
import hecht.files.Mapping;
import hecht.files.Refusal;
import hecht.files.Rejects;
import hecht.files.Suggestion;
import hecht.store.Store;
import hecht.store.setup.Mappings;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads files that were handed in: what they seem to be, their first rows through a mapping, and all of them without keeping
/// anything.
@Component
final class Looking {
    private static final int ROWS = 10;
    private static final Duration BELIEVED_AHEAD = Duration.ofDays(1);

    private final Store store;
    private final House house;
    private final Clock clock;

    Looking(Store store, House house, Clock clock) {
        this.store = store;
        this.house = house;
        this.clock = clock;
    }

    /// What a file seems to be: one with hecht's own columns, one that a mapping kept before can read, or one that needs the
    /// mapping that is suggested.
    ///
    /// @throws Refusal when it is nothing that can be read
    Upload first(Upload upload) throws Refusal {
        try (Input input = Input.openAs(upload.name(), upload.file(), settings(null))) {
            return upload.plainly(new Upload.Look.Rows(FirstRows.of(input, ROWS)));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.USE) throw e;
        }
        List<Mappings.Kept> kept = store.mappings().all().stream()
                .sorted(Comparator.comparing(Mappings.Kept::changed).reversed())
                .toList();
        for (Mappings.Kept each : kept) {
            Upload read = through(upload, each.name(), each.yaml());
            if (read.rows().stream().anyMatch(row -> !row.events().isEmpty()))
                return upload.fitting(each.name(), each.yaml(), read.look());
        }
        String suggested =
                Suggestion.of(upload.name(), upload.file(), house.zone()).yaml();
        return through(upload, upload.mappingName(), suggested);
    }

    /// The first rows as they are read through a mapping, or why they cannot be.
    Upload through(Upload upload, String name, String mapping) {
        try (Input input = open(upload, name, mapping)) {
            return upload.as(name, mapping, new Upload.Look.Rows(FirstRows.of(input, ROWS)));
        } catch (Refusal e) {
            return upload.as(name, mapping, new Upload.Look.Refused(e.sentence()));
        }
    }

    /// Opens a file with the mapping as it stands.
    ///
    /// @throws Refusal when the mapping cannot be, or asks for a query, which runs by the command only
    Input open(Upload upload) throws Refusal {
        return open(upload, upload.mappingName(), upload.mapping());
    }

    private Input open(Upload upload, String name, String mapping) throws Refusal {
        return Input.openAs(
                upload.name(),
                upload.file(),
                settings(upload.plain() ? null : mapping(name + ".yaml", mapping, upload)));
    }

    private static Mapping mapping(String name, String written, Upload upload) throws Refusal {
        Mapping mapping = Mapping.parse(name, written);
        if (!mapping.hasQuery()) return mapping;
        throw new Refusal(
                Refusal.Kind.USE,
                name + ", query: expected none, since a server runs no queries, found one; run hecht import "
                        + upload.name() + " --mapping " + name + " beside the server, or take the query out.");
    }

    private Input.Settings settings(@Nullable Mapping mapping) {
        return new Input.Settings(mapping, house.zone(), clock.instant().plus(BELIEVED_AHEAD));
    }

    /// Reads all of it on a thread of its own.
    Trial tryOut(Upload upload) {
        Trial trial = new Trial();
        Thread.ofVirtual().name("dry run").start(() -> run(upload, trial));
        return trial;
    }

    private void run(Upload upload, Trial trial) {
        try (Input input = open(upload);
                Rejects rejects = Rejects.forgotten(input);
                Histories read = Histories.read(input, terms(), rejects, trial)) {
            trial.done(read.tally());
        } catch (Refusal e) {
            trial.refused(e.sentence());
        } catch (Trial.Unwanted e) {
            // Its file is going away.
        }
    }

    private Terms terms() {
        return new Terms(house.zone(), clock.instant(), null, store.settings().purposes());
    }
}
