package hecht.files;

import hecht.core.event.EventReader;
import hecht.core.event.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Inputs that a person names: files, globs, directories, `-` for standard input. They are read as one, as often as needed,
/// in the same order each time.
///
/// What cannot be read never takes along what can: a row that does not hold together is refused alone; a file that breaks
/// off (gzip cut short, XML that ends early) brings the rows before the break and then one refusal without cells; so does a
/// file that cannot be read at all, when others can. Not for several threads.
public final class Input implements AutoCloseable {
    private static final String FOUND = ", found ";
    private static final int ROWS_BETWEEN_TELLING = 1 << 12;

    private final List<Source> sources;
    private final List<Path> spooled;
    private final Settings how;
    private @Nullable Source current;
    private Dialect found = Dialect.PLAIN;
    private List<String> remarks = List.of();

    /// How to read.
    ///
    /// @param mapping null: the columns are hecht's own
    /// @param zone of moments without an offset where the mapping names none; null: such moments are refused
    /// @param latest the last moment that is believed, one day ahead of now
    public record Settings(
            @Nullable Mapping mapping, @Nullable ZoneId zone, Instant latest) {
        Dialect dialect() {
            return mapping == null ? Dialect.PLAIN : mapping.dialect();
        }

        @Nullable
        ZoneId zoneOfMoments() {
            return mapping != null && mapping.zone() != null ? mapping.zone() : zone;
        }
    }

    private Input(List<Source> sources, List<Path> spooled, Settings how) {
        this.sources = List.copyOf(sources);
        this.spooled = List.copyOf(spooled);
        this.how = how;
    }

    /// Finds the files and looks at what they are. Standard input is kept in a private temporary file until this is closed.
    ///
    /// @param names as given on a command line
    /// @throws Refusal `INPUT` when a file is not there or is of no kind that can be read
    public static Input open(List<String> names, Settings how) throws Refusal {
        return open(names, how, System.in);
    }

    /// The same, with another stream for `-`.
    public static Input open(List<String> names, Settings how, InputStream standardInput) throws Refusal {
        Finder finder = new Finder(how.dialect().encoding(), standardInput);
        try {
            return new Input(finder.find(names), finder.spooled(), how);
        } catch (Refusal e) {
            delete(finder.spooled());
            throw e;
        }
    }

    /// One file that somebody handed in: it is called by the name it had with them, and lies under another.
    ///
    /// @param name without folders
    public static Input openAs(String name, Path file, Settings how) throws Refusal {
        return new Input(
                List.of(new Finder(how.dialect().encoding(), InputStream.nullInputStream()).as(name, file)),
                List.of(),
                how);
    }

    /// Reads everything from the start.
    ///
    /// @throws Refusal `USE` when the columns cannot become events; `INPUT` when nothing at all could be read, or there are no
    /// rows; whatever the sink refuses
    public void read(Sink sink, Progress progress) throws Refusal {
        remarks = new ArrayList<>();
        Reading reading = new Reading(sink, progress);
        String query = how.mapping() == null ? null : how.mapping().query();
        if (query != null && isQueried()) reading.query(query);
        else for (Source source : sources) reading.file(source);
        reading.end();
    }

    /// The files, as the person would say them.
    public List<String> files() {
        return sources.stream().map(Source::said).toList();
    }

    /// Bytes of all files as they lie there.
    public long bytes() {
        return sources.stream().mapToLong(Source::bytes).sum();
    }

    public boolean isEmpty() {
        return bytes() == 0;
    }

    /// What a person should know of the last reading though nothing was refused, a sentence each: columns that the mapping
    /// asks for and that no row of a file without a header (NDJSON, XES) has.
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /// Whether DuckDB makes the rows. Of what was kept aside it does not: those are rows as the query gave them.
    boolean isQueried() {
        return how.mapping() != null
                && how.mapping().hasQuery()
                && !sources.stream().allMatch(Source::isRejects);
    }

    List<Source> sources() {
        return sources;
    }

    Settings settings() {
        return how;
    }

    /// The file that is being read, the first one of a query; else null.
    @Nullable
    Source current() {
        return current;
    }

    /// How the file that is being read turned out to be written.
    Dialect dialect() {
        return found;
    }

    @Override
    public void close() {
        delete(spooled);
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It is marked to be deleted when the program ends.
            }
        }
    }

    /// One time through all files.
    private final class Reading {
        private final Sink sink;
        private final Progress progress;
        private final RowMapper mapper;
        private long rows;
        private long read; // bytes of the files that are done
        private boolean lost; // whether the sink was told of a file that could not be read
        private @Nullable Refusal first;

        Reading(Sink sink, Progress progress) {
            this.sink = sink;
            this.progress = progress;
            EventReader reader = new EventReader(how.zoneOfMoments(), how.latest());
            this.mapper = how.mapping() == null ? new OwnRows(reader) : new MappedRows(how.mapping(), reader);
        }

        void file(Source source) throws Refusal {
            current = source;
            if (source.bytes() == 0)
                cannot(
                        source,
                        new Refusal(Refusal.Kind.INPUT, source.said() + ": expected rows, found an empty file."));
            else
                try (RowReader in = source.open(how.dialect())) {
                    rows(source, in);
                } catch (IOException e) {
                    cannot(
                            source,
                            new Refusal(Refusal.Kind.INPUT, new Reject(source.said(), 0, rest(e)).sentence(), e));
                } catch (Refusal e) {
                    if (e.kind() != Refusal.Kind.INPUT) throw e;
                    cannot(source, e);
                }
            read += source.bytes();
            progress.at(read, bytes(), rows);
        }

        void query(String sql) throws Refusal {
            current = sources.getFirst();
            try (RowReader in = Ducks.query(sources, sql, how.dialect(), how.zoneOfMoments())) {
                rows(sources.getFirst(), in);
            } catch (IOException e) {
                throw new IllegalStateException("a query breaks off by a refusal only", e);
            }
            progress.at(bytes(), bytes(), rows);
        }

        private void rows(Source source, RowReader in) throws Refusal, IOException {
            found = in.dialect();
            mapper.begin(in, source.argument());
            long before = rows;
            try {
                while (in.next()) {
                    if (++rows % ROWS_BETWEEN_TELLING == 0) progress.at(read + in.bytesRead(), bytes(), rows);
                    if (in.problems().isEmpty()) mapper.read(in, sink);
                    else sink.refuse(in.problems(), in);
                }
                mapper.end(in).ifPresent(remarks::add);
            } catch (IOException e) {
                if (rows == before) throw e;
                tell(source, in.number() + 1, rest(e));
            }
        }

        private static Problem rest(IOException e) {
            boolean packed = e instanceof ZipException || e instanceof java.io.EOFException;
            return new Problem(
                    "",
                    "the file to go on",
                    packed ? "gzip data that are cut short or broken" : e.getMessage() + "",
                    "fetch the file again, what stands before this counts");
        }

        /// A file of which nothing can be read: a refusal, unless there are others.
        private void cannot(Source source, Refusal why) throws Refusal {
            if (sources.size() == 1) throw why;
            if (first == null) first = why;
            tell(source, 0, new Problem("", "a file with rows", whatWasFound(why), ""));
        }

        /// What a refusal says was found; all of it where it says so in other words.
        private static String whatWasFound(Refusal why) {
            String said = why.sentence();
            int from = said.lastIndexOf(FOUND);
            String found = from < 0 ? said : said.substring(from + FOUND.length());
            int remedy = found.indexOf(';');
            return remedy < 0 ? found.substring(0, found.length() - 1) : found.substring(0, remedy);
        }

        private void tell(Source source, long row, Problem problem) throws Refusal {
            lost = true;
            sink.refuse(List.of(problem), new Row.Kept(source.name(), row, List.of(), List.of(), null));
        }

        void end() throws Refusal {
            current = null;
            if (rows > 0) return;
            if (first != null) throw first;
            if (!lost)
                throw new Refusal(
                        Refusal.Kind.INPUT, String.join(", ", files()) + ": expected rows, found only a header.");
        }
    }
}
