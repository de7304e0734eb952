package hecht.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A pattern for names of files, for shells that do not know it and for names in quotes: `*` and `?` within a name, `**`
/// over folders, `[ab]`, `{a,b}`.
///
/// @param from the folder that is looked through  @param pattern of paths below it
record Glob(Path from, String pattern) {
    static boolean isOne(String name) {
        return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    static Glob parse(String written) {
        String name = File.separatorChar == '/' ? written : written.replace(File.separatorChar, '/');
        int wild = 0;
        while (wild < name.length() && !isOne(name.substring(wild, wild + 1))) wild++;
        int folder = name.lastIndexOf('/', wild) + 1;
        return new Glob(Path.of(name.substring(0, folder)), name.substring(folder));
    }

    /// The files of that pattern, sorted. Folders that may not be read are passed over.
    ///
    /// @throws java.util.regex.PatternSyntaxException when it is no pattern
    List<Path> files() throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<Path> files = new ArrayList<>();
        boolean here = from.toString().isEmpty();
        Path start = here ? Path.of(".") : from;
        if (!Files.isDirectory(start)) return files;
        Files.walkFileTree(start, Set.of(FileVisitOption.FOLLOW_LINKS), depth(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && matcher.matches(start.relativize(file)))
                    files.add(here ? start.relativize(file) : file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private int depth() {
        if (pattern.contains("**")) return Integer.MAX_VALUE;
        return 1 + (int) pattern.chars().filter(c -> c == '/').count();
    }
}
