package hecht.app.web.setup.imports;

import hecht.app.ingest.Tally;
import hecht.store.setup.Imports;
import hecht.store.setup.Imports.Import;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One import, as its pages show it.
///
/// @param mapping its name; empty for hecht's own columns  @param failure the sentence, where it failed; else empty
/// @param seconds it took, or takes so far  @param percent how much of the file was read
public record ImportRow(
        long number,
        String file,
        String mapping,
        Instant began,
        Imports.State state,
        String failure,
        Tally tally,
        long seconds,
        int percent,
        long rowsPerSecond) {
    static ImportRow of(Import from, List<Imports.Reason> reasons, Instant now) {
        Imports.Counts counts = from.counts();
        return new ImportRow(
                from.number(),
                from.file(),
                from.mapping().orElse(""),
                from.begun(),
                from.state(),
                from.failure().orElse(""),
                new Tally(
                        counts.rows(),
                        counts.rowsWithoutEvent(),
                        counts.accepted(),
                        counts.repeated(),
                        counts.conflicting(),
                        counts.rejected(),
                        counts.erased(),
                        counts.notSwitchedOn(),
                        counts.withoutEmployee(),
                        0,
                        reasons.stream()
                                .map(each ->
                                        new Tally.Reason(each.field(), each.times(), each.example(), each.customer()))
                                .toList()),
                Duration.between(from.begun(), from.ended().orElse(now)).toSeconds(),
                percent(from.progress()),
                Math.round(from.rate(now).orElse(0.0)));
    }

    private static int percent(Imports.Progress progress) {
        return progress.bytes() <= 0 ? 0 : (int) Math.clamp(100 * progress.bytesRead() / progress.bytes(), 0, 100);
    }

    public boolean isUnderWay() {
        return state == Imports.State.RUNNING;
    }

    public String address() {
        return "/setup/imports/" + number;
    }
}
