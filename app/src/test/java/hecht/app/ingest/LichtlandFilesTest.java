package hecht.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import hecht.core.event.Problem;
import hecht.demo.Lichtland;
import hecht.demo.export.Export;
import hecht.demo.export.Exports;
import hecht.demo.export.Fault;
import hecht.files.Input;
import hecht.files.Mapping;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Row;
import hecht.files.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Lichtland's own untidy files give the very events that Lichtland is made of, but for the rows that were broken.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LichtlandFilesTest {
    private static final Lichtland LICHTLAND = Lichtland.of(1_500, Lichtland.SEED);
    private static final Instant LATEST = Instant.parse("2026-11-02T00:00:00Z");

    private final Map<String, Event> made = new HashMap<>();
    private final Map<Fault, Set<String>> broken = new EnumMap<>(Fault.class);
    private final Heard heard = new Heard();
    private List<Export> exports = List.of();

    @BeforeAll
    void everything_is_written_and_read(@TempDir Path folder) throws IOException, Refusal {
        LICHTLAND.generate(event -> made.put(name(event), event), truth -> {});
        for (Fault each : Fault.values()) broken.put(each, new HashSet<>());
        exports = Exports.write(
                LICHTLAND, folder, truth -> {}, (fault, event) -> of(fault).add(name(event)));
        for (Export each : exports) read(each, heard);
    }

    private static void read(Export export, Sink sink) throws Refusal {
        var how = new Input.Settings(Mapping.read(export.mapping()), null, LATEST);
        try (Input input = Input.open(List.of(export.files().toString()), how)) {
            input.read(sink, Progress.SILENT);
        }
    }

    private static String name(Event event) {
        return event.envelope().source() + " " + event.envelope().id();
    }

    private Set<String> of(Fault fault) {
        return broken.getOrDefault(fault, Set.of());
    }

    @Test
    void reading_them_through_their_mappings_gives_the_same_events() {
        Map<String, Event> expected = new HashMap<>(made);
        expected.keySet().removeAll(of(Fault.WRONG_DATE));
        expected.keySet().removeAll(of(Fault.UNKNOWN_TYPE));
        assertThat(heard.events.keySet()).isEqualTo(expected.keySet());
        heard.events.forEach((name, event) -> assertThat(event).isEqualTo(expected.get(name)));
    }

    @Test
    void a_wrong_date_and_an_unknown_type_are_refused_where_they_stand() {
        assertThat(heard.refused.get("time")).isEqualTo(of(Fault.WRONG_DATE).size());
        assertThat(heard.refused.get("type")).isEqualTo(of(Fault.UNKNOWN_TYPE).size());
        assertThat(heard.refused.keySet()).containsExactlyInAnyOrder("time", "type");
    }

    @Test
    void an_id_that_is_given_twice_comes_after_the_event_that_had_it_first() {
        assertThat(heard.conflicting).isEqualTo(of(Fault.CONFLICTING_ID));
    }

    @Test
    void about_one_row_in_two_hundred_is_broken() {
        int all = broken.values().stream().mapToInt(Set::size).sum();
        assertThat(all).isBetween(made.size() / 300, made.size() / 150);
        assertThat(broken.values()).allMatch(each -> each.size() > 40);
    }

    @Test
    void the_mover_and_whatever_changes_a_door_stay_whole() {
        made.forEach((name, event) -> {
            if (broken.values().stream().noneMatch(each -> each.contains(name))) return;
            assertThat(event.customer()).isNotEqualTo(LICHTLAND.mover());
            assertThat(event)
                    .isNotInstanceOfAny(
                            Event.Started.class, Event.Contract.class, Event.Left.class, Event.Approached.class);
        });
    }

    @Test
    void every_year_has_its_own_file_of_contacts(@TempDir Path folder) throws IOException {
        Exports.write(Lichtland.of(60, 7), folder, truth -> {}, (fault, event) -> {});
        try (Stream<Path> files = Files.list(folder.resolve("crm/contacten"))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "contacten-2023.csv", "contacten-2024.csv", "contacten-2025.csv", "contacten-2026.csv");
        }
    }

    @Test
    void the_same_seed_writes_the_same_bytes(@TempDir Path one, @TempDir Path other) throws IOException {
        for (Path each : List.of(one, other))
            Exports.write(Lichtland.of(60, 7), each, truth -> {}, (fault, event) -> {});
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(one)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(25);
        for (Path each : files) assertThat(other.resolve(one.relativize(each))).hasSameBinaryContentAs(each);
    }

    /// What the files say: of two events with one id the first, as it counts.
    private static final class Heard implements Sink {
        private final Map<String, Event> events = new HashMap<>();
        private final Set<String> conflicting = new HashSet<>();
        private final Map<String, Integer> refused = new HashMap<>();

        @Override
        public void accept(Event event, Row row) {
            Event first = events.putIfAbsent(name(event), event);
            if (first != null && !first.equals(event)) conflicting.add(name(event));
        }

        @Override
        public void refuse(List<Problem> problems, Row row) {
            for (Problem each : problems) refused.merge(each.field(), 1, Integer::sum);
        }
    }
}
