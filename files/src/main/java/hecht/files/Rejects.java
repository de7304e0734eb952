package hecht.files;

import hecht.core.event.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps aside the rows that did not count, in files that can be mended and imported: `NAME.rejects.csv` beside the input
/// for CSV, `NAME.rejects.ndjson` for other kinds, `hecht.rejects.ndjson` in the working folder for standard input. A row
/// stands there once, with its cells as they were and, after them, where it stood and all that is wrong with it.
///
/// A file is made at its first row, in the place of one of an earlier run, and may be read by its owner only.
public final class Rejects implements AutoCloseable {
    /// What is added to a row, and ignored when it is imported.
    static final List<String> COLUMNS = List.of("_row", "_field", "_expected", "_found");

    private static final String MARK = ".rejects.";

    private final Input input;
    private final @Nullable Path elsewhere;
    private final boolean kept;
    private final Map<Source, Path> paths = new LinkedHashMap<>();
    private final Map<Source, BitSet> done = new HashMap<>(); // the rows written of each
    private @Nullable RejectsFile file; // the one that is open, of `source`

    // One row may be refused several times, once for each of its events: it is written when the next one comes.
    private @Nullable Source source;
    private @Nullable Row row;
    private Dialect dialect = Dialect.PLAIN; // of the file that the row stood in
    private final Set<Problem> problems = new LinkedHashSet<>();

    private Rejects(Input input, @Nullable Path elsewhere, boolean kept) {
        this.input = input;
        this.elsewhere = elsewhere;
        this.kept = kept;
    }

    /// @param elsewhere a folder to put the files into; of a single input also a file; null: beside each input
    public static Rejects beside(Input input, @Nullable Path elsewhere) {
        return new Rejects(input, elsewhere, true);
    }

    /// Keeps nothing and writes nothing, for who only looks what would come in.
    public static Rejects forgotten(Input input) {
        return new Rejects(input, null, false);
    }

    /// Whether a file of this name holds rows that were kept aside.
    static boolean isOne(String name) {
        return name.contains(MARK);
    }

    /// To be called while the input is read, from its sink. When an input is read again its rows are not kept twice.
    ///
    /// @param refused what is wrong; of several calls for one row all of it is written
    /// @throws Refusal `SURROUNDINGS` when it cannot be written, `USE` when it would be written over an input
    public void add(Row refused, List<Problem> why) throws Refusal {
        add(here(), refused, why);
    }

    /// Where reading is: for who adds a row later, when reading has gone on to another file. Rows are added in the order in
    /// which they were read.
    public Place here() {
        return new Place(input.current(), input.dialect());
    }

    /// A file that is being read, and how it is written.
    public static final class Place {
        private final @Nullable Source source;
        private final Dialect dialect;

        private Place(@Nullable Source source, Dialect dialect) {
            this.source = source;
            this.dialect = dialect;
        }
    }

    /// The same, of a row that was read at some place.
    public void add(Place at, Row refused, List<Problem> why) throws Refusal {
        Source from = at.source;
        if (!kept || from == null || refused.columns().isEmpty())
            return; // the rest of a file: there is nothing to mend
        Row last = row;
        if (last == null || last.number() != refused.number() || !from.equals(source)) {
            flush();
            if (done.computeIfAbsent(from, unseen -> new BitSet()).get((int) refused.number())) return;
            if (!from.equals(source)) closeFile();
            source = from;
            row = refused.copy();
            dialect = at.dialect;
        }
        problems.addAll(why);
    }

    private void flush() throws Refusal {
        Source from = source;
        Row last = row;
        if (from == null || last == null) return;
        Path path = paths.get(from);
        if (path == null) path = freePath(from);
        try {
            RejectsFile open = file;
            if (open == null) {
                open = open(from, path, last.columns());
                file = open;
                paths.put(from, path);
            }
            open.write(last, List.copyOf(problems));
        } catch (UncheckedIOException e) { // FastCSV's
            throw cannotWrite(path, e);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
        done.computeIfAbsent(from, unseen -> new BitSet()).set((int) last.number());
        row = null;
        problems.clear();
    }

    /// Opens it anew, or again where this run has closed it already: what stands in it stays.
    private RejectsFile open(Source from, Path path, List<String> columns) throws IOException {
        boolean again = paths.containsKey(from);
        if (isCsv(from))
            return again ? RejectsFile.csvAgain(path, dialect, columns) : RejectsFile.csv(path, dialect, columns);
        boolean marked = !input.settings().dialect().encoding().equals(StandardCharsets.UTF_8);
        return again ? RejectsFile.ndjsonAgain(path) : RejectsFile.ndjson(path, marked);
    }

    private boolean isCsv(Source from) {
        return from.kind() == FileKind.CSV && !from.isSpooled() && !input.isQueried();
    }

    /// A path that neither an input nor another input's rejects have.
    private Path freePath(Source from) throws Refusal {
        Path where = elsewhere;
        boolean folder =
                where != null && (Files.isDirectory(where) || input.files().size() > 1);
        if (where != null && !folder) {
            if (!isTaken(where)) return where;
            throw new Refusal(
                    Refusal.Kind.USE, where + ": rejected rows would be written over an input; name another file.");
        }
        for (int i = 1; ; i++) {
            String name = name(from, i == 1 ? "" : "-" + i);
            Path path = where != null
                    ? where.resolve(name)
                    : from.isSpooled() ? Path.of(name) : from.path().resolveSibling(name);
            if (!isTaken(path)) return path;
        }
    }

    private boolean isTaken(Path path) {
        Path sought = path.toAbsolutePath().normalize();
        return Stream.concat(paths.values().stream(), input.sources().stream().map(Source::path))
                .anyMatch(each -> each.toAbsolutePath().normalize().equals(sought));
    }

    private String name(Source from, String ordinal) {
        String stem = "hecht";
        if (!from.isSpooled()) {
            String plain = FileKind.plain(from.name());
            int point = plain.lastIndexOf('.');
            stem = point <= 0 ? plain : plain.substring(0, point);
        }
        String ending = FileKind.ending(from.name()).equals("tsv") ? "tsv" : "csv";
        return stem + ordinal + MARK + (isCsv(from) ? ending : "ndjson");
    }

    /// The files that were made, complete once this is closed.
    public List<Path> written() {
        return List.copyOf(paths.values());
    }

    @Override
    public void close() throws Refusal {
        try {
            flush();
        } finally {
            closeFile();
        }
    }

    private void closeFile() throws Refusal {
        RejectsFile open = file;
        Source from = source;
        file = null;
        if (open == null || from == null) return;
        try {
            open.close();
        } catch (IOException e) {
            throw cannotWrite(paths.getOrDefault(from, Path.of("")), e);
        }
    }

    /// Takes back what was written, when the reading itself came to nothing: half of the rejected rows are worse than none,
    /// since who mends them takes them for all.
    public void withdraw() {
        RejectsFile half = file;
        file = null;
        row = null;
        try {
            if (half != null) half.close();
        } catch (IOException | UncheckedIOException e) {
            // It goes anyway.
        }
        for (Path path : paths.values()) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // The folder lets nothing be taken away; why reading failed is what a person must hear.
            }
        }
        paths.clear();
    }

    private static Refusal cannotWrite(Path path, Exception e) {
        return new Refusal(
                Refusal.Kind.SURROUNDINGS,
                path + ": rejected rows cannot be kept here, since the folder is full or not writable; name another"
                        + " with --rejects.",
                e);
    }
}
