package hecht.files;

import hecht.core.event.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the files that a person names: a file, a glob (`month-*.csv`), a directory (the files in it that hold rows, not
/// those of folders within it), `-` for standard input, a pipe. Files of a directory and of a glob come sorted by name.
final class Finder {
    private final Charset encoding;
    private final InputStream standardInput;
    private final List<Path> spooled = new ArrayList<>();

    /// @param encoding of text without a byte order mark
    Finder(Charset encoding, InputStream standardInput) {
        this.encoding = encoding;
        this.standardInput = standardInput;
    }

    /// Where standard input and pipes were put, to be deleted in the end.
    List<Path> spooled() {
        return spooled;
    }

    List<Source> find(List<String> names) throws Refusal {
        List<Source> found = new ArrayList<>();
        for (String name : names) {
            if (name.equals("-")) found.add(standardInput());
            else for (Path file : files(name)) found.add(named(file));
        }
        if (found.isEmpty()) throw new Refusal(Refusal.Kind.USE, "Expected a file to read, found none.");
        return found;
    }

    private static List<Path> files(String name) throws Refusal {
        Path path = null;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            // On Windows '*' is no letter of a name: a pattern, or nothing that could be there.
        }
        try {
            if (path != null && Files.isDirectory(path)) return inside(name, path);
            if (path != null && Files.exists(path)) return List.of(path);
            if (Glob.isOne(name)) return matching(name);
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.INPUT, name + ": expected a folder that can be read, found one that cannot.", e);
        }
        throw absent(name, path);
    }

    private static List<Path> inside(String name, Path folder) throws IOException, Refusal {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> FileKind.named(nameOf(file)).isPresent() && !Rejects.isOne(nameOf(file)))
                    .sorted()
                    .toList();
            if (!files.isEmpty()) return files;
        }
        throw new Refusal(
                Refusal.Kind.INPUT,
                name + ": expected files ending in " + FileKind.known() + ", found none in the folder.");
    }

    private static List<Path> matching(String name) throws IOException, Refusal {
        try {
            List<Path> files = Glob.parse(name).files().stream()
                    .filter(file -> !Rejects.isOne(nameOf(file)) || Rejects.isOne(name))
                    .toList();
            if (!files.isEmpty()) return files;
        } catch (PatternSyntaxException e) {
            throw new Refusal(Refusal.Kind.USE, name + ": expected a file or a pattern, found neither.", e);
        }
        throw new Refusal(Refusal.Kind.INPUT, name + ": expected files, found none by this pattern.");
    }

    private static Refusal absent(String name, @Nullable Path path) {
        List<String> beside = new ArrayList<>();
        Path folder = path == null ? null : path.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.limit(10_000).forEach(file -> beside.add(nameOf(file)));
            } catch (IOException e) {
                beside.clear(); // no hint, then
            }
        }
        String near = Words.nearest(path == null ? name : nameOf(path), beside)
                .map(other -> "; did you mean " + other + "?")
                .orElse(".");
        return new Refusal(Refusal.Kind.INPUT, name + ": expected a file, found none of that name" + near);
    }

    private Source standardInput() throws Refusal {
        return spooled(standardInput, Source.STANDARD_INPUT);
    }

    /// What can be read only once is kept.
    private Source spooled(InputStream in, String said) throws Refusal {
        try {
            // Files made this way are readable by nobody else.
            Path file = Files.createTempFile("hecht-", ".input");
            spooled.add(file);
            file.toFile().deleteOnExit();
            try (var out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            return source(file, said);
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    said + " cannot be kept to be read twice: the temporary folder is full or not writable.",
                    e);
        }
    }

    private Source named(Path file) throws Refusal {
        String said = file.toString();
        if (!Files.isReadable(file))
            throw new Refusal(
                    Refusal.Kind.INPUT, said + ": expected a file that can be read, found one that may not be.");
        if (Files.isRegularFile(file)) return source(file, said);
        try (InputStream pipe = Files.newInputStream(file)) {
            return spooled(pipe, said);
        } catch (IOException e) {
            throw unreadable(said, e);
        }
    }

    private Source source(Path file, String said) throws Refusal {
        return source(file, said, said.equals(Source.STANDARD_INPUT) ? said : nameOf(Path.of(said)));
    }

    /// A file that is called by another name than the one it has here.
    Source as(String name, Path file) throws Refusal {
        return source(file, name, name);
    }

    private Source source(Path file, String said, String name) throws Refusal {
        try {
            return new Source(said, name, file, kind(file, name), Files.size(file));
        } catch (IOException e) {
            throw unreadable(said, e);
        }
    }

    private static Refusal unreadable(String said, IOException e) {
        return new Refusal(Refusal.Kind.INPUT, said + ": expected a file that can be read, found one that cannot.", e);
    }

    private FileKind kind(Path file, String name) throws Refusal {
        try {
            return Beginning.of(file).kind(name, encoding);
        } catch (IOException e) {
            return FileKind.named(name).orElse(FileKind.CSV); // broken from its start; reading will say so
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }
}
