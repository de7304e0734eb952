package hecht.app.web.setup.imports;

import hecht.app.ingest.FirstRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A file that somebody handed in, and how it is to be read.
///
/// @param id in its address; nobody guesses it  @param name that it had with its owner, without folders
/// @param file where it lies here  @param by who handed it in
/// @param plain whether its columns are hecht's own, so that no mapping is asked for
/// @param mappingName under which the mapping is kept when the file is imported  @param fits whether it is one that was kept before
/// @param mapping as it stands in the form; empty for plain ones
public record Upload(
        String id,
        String name,
        Path file,
        long bytes,
        String by,
        Instant at,
        boolean plain,
        String mappingName,
        boolean fits,
        String mapping,
        Look look,
        Trial trial) {

    /// What was seen of it through the mapping.
    public sealed interface Look {
        record Rows(List<FirstRows.Seen> rows) implements Look {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /// It cannot be read like this.
        ///
        /// @param sentence where, what was expected, what was found, what to do; in English, as the command says it
        record Refused(String sentence) implements Look {}
    }

    /// With hecht's own columns.
    Upload plainly(Look seen) {
        return new Upload(id, name, file, bytes, by, at, true, "", false, "", seen, Trial.NONE);
    }

    /// By a mapping that was kept before, whose columns it has.
    Upload fitting(String keptName, String kept, Look seen) {
        return new Upload(id, name, file, bytes, by, at, false, keptName, true, kept, seen, Trial.NONE);
    }

    /// By another mapping.
    Upload as(String otherName, String other, Look seen) {
        boolean same = fits && otherName.equals(mappingName);
        return new Upload(id, name, file, bytes, by, at, plain, otherName, same, other, seen, Trial.NONE);
    }

    Upload tried(Trial other) {
        return new Upload(id, name, file, bytes, by, at, plain, mappingName, fits, mapping, look, other);
    }

    public String address() {
        return "/setup/imports/new/" + id;
    }

    /// What can be read, whole or in part.
    public List<FirstRows.Seen> rows() {
        return look instanceof Look.Rows(var rows) ? rows : List.of();
    }

    /// Why it cannot be read like this; empty where it can.
    public String refusal() {
        return look instanceof Look.Refused(var sentence) ? sentence : "";
    }
}
