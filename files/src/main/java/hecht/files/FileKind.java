package hecht.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file that hold rows.
enum FileKind {
    CSV("csv", "tsv", "txt"),
    NDJSON("ndjson", "jsonl"),
    XES("xes"),
    PARQUET("parquet");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /// The kind that a file's name says, an ending `.gz` aside.
    static Optional<FileKind> named(String name) {
        String ending = ending(name);
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending))
                .findFirst();
    }

    /// The last ending before `.gz`, in lower case and without its point; empty where there is none.
    static String ending(String name) {
        String plain = plain(name);
        return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// The name without `.gz`.
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    static String known() {
        return ".csv, .tsv, .txt, .ndjson, .jsonl, .xes (each also with .gz) or .parquet";
    }
}
