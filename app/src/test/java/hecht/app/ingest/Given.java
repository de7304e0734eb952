package hecht.app.ingest;

import hecht.core.perception.Preset;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Small files, and what comes of reading them.
final class Given {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Terms TERMS = Terms.of(ZONE, NOW);
    static final Fold CONTRACT = new Fold(Model.builtIn(ZONE, Mode.CONTRACT), Preset.ENERGY.rules());
    static final Fold RHYTHM = new Fold(Model.builtIn(ZONE, Mode.RHYTHM), Preset.SHOP.rules());

    private Given() {}

    /// A file of hecht's own columns.
    static Path csv(Path folder, String name, String header, String... rows) {
        try {
            List<String> lines = new ArrayList<>(List.of(header));
            lines.addAll(Arrays.asList(rows));
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// One event a line, in JSON with single quotes; source and id are added where they are not given.
    static Path ndjson(Path folder, String name, String... events) {
        List<String> lines = new ArrayList<>();
        for (String each : events) {
            String source = each.contains("'source'") ? "" : "'source': 'crm', ";
            String id = each.contains("'id'") ? "" : "'id': '" + name + lines.size() + "', ";
            lines.add("{" + (source + id + each).replace('\'', '"') + "}");
        }
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Histories read(Path... files) {
        return read(TERMS, files);
    }

    static Histories read(Terms terms, Path... files) {
        return read(terms, Long.MAX_VALUE, files);
    }

    static Histories read(Terms terms, long room, Path... files) {
        List<String> names = Arrays.stream(files).map(Path::toString).toList();
        var how = new Input.Settings(null, ZONE, NOW.plus(Duration.ofDays(1)));
        try (Input input = Input.open(names, how);
                Rejects rejects = Rejects.beside(input, null)) {
            return Histories.read(input, terms, rejects, Progress.SILENT, room);
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    static Scored score(Fold fold, Histories histories) {
        try {
            return histories.score(fold, Progress.SILENT);
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    static History history(String customer, Histories histories) {
        try {
            return histories.of(customer).orElseThrow();
        } catch (Refusal refusal) {
            throw new AssertionError(refusal);
        }
    }

    static List<Line> lines(Scored scored) {
        List<Line> lines = new ArrayList<>();
        scored.each(lines::add);
        return lines;
    }
}
