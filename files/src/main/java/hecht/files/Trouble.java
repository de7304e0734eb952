package hecht.files;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes one sentence for a person of what DuckDB says, which is many lines and holds paths and cells.
final class Trouble {
    private static final Pattern KIND = Pattern.compile("^(?:[A-Z][A-Za-z]+ )+(?:Error|Exception): ");
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z]:)?[/\\\\][^\\s\"']*[/\\\\]([^\\s\"'/\\\\]+)");
    private static final Pattern ON_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern FILE = Pattern.compile("file = (.+)");
    private static final Pattern CONVERTING =
            Pattern.compile("Error when converting column \"(.*)\"\\. Could not convert string \"(.*)\" to '(.*)'");
    private static final Pattern MISSING = Pattern.compile("Table with name (\\S+) does not exist");

    private final List<Source> files;

    Trouble(List<Source> files) {
        this.files = List.copyOf(files);
    }

    Refusal refusal(SQLException e) {
        String message = String.valueOf(e.getMessage());
        String first = firstLine(message);
        if (message.startsWith("Permission Error"))
            return use(e, "query: it may read the named files as tables and nothing else: " + tables() + ".");
        if (first.contains("configuration has been locked"))
            return use(e, "query: DuckDB's settings are locked while a query runs; leave SET and PRAGMA out.");
        if (first.contains("Expected a single SELECT statement"))
            return use(e, "query: expected one SELECT and nothing else.");
        if (message.contains("max_temp_directory_size") || message.contains("No space left"))
            return new Refusal(
                    Refusal.Kind.SURROUNDINGS,
                    "The disk is full: DuckDB could not put down rows on their way; free space in the temporary folder,"
                            + " or set TMPDIR to a larger one.",
                    e);
        Matcher line = ON_LINE.matcher(first);
        if (line.find()) return badCsv(e, message, line.group(1));
        Matcher missing = MISSING.matcher(first);
        if (missing.find()) return noTable(e, missing.group(1));
        return message.startsWith("Invalid Input Error") || message.startsWith("IO Error")
                ? new Refusal(Refusal.Kind.INPUT, sentence(first), e)
                : use(e, "query: " + sentence(first));
    }

    private Refusal badCsv(SQLException e, String message, String line) {
        Matcher file = FILE.matcher(message);
        String name = file.find() ? nameOf(file.group(1).trim()) : "the file";
        Matcher cast =
                CONVERTING.matcher(message); // DuckDB casts while it reads the file, and takes it for the file's fault
        if (cast.find())
            return use(
                    e,
                    "query: column " + cast.group(1) + " (" + name + ", line " + line + "): expected " + cast.group(3)
                            + ", found \"" + cast.group(2) + "\"; TRY_CAST makes NULL of such cells.");
        String why = message.contains("not utf-8 encoded")
                ? "it is not UTF-8; set encoding in the mapping"
                : message.contains("unterminated quote")
                        ? "a quote is not closed"
                        : "it has another number of columns, or quotes in the wrong place";
        return new Refusal(Refusal.Kind.INPUT, name + ", line " + line + ": " + why + ".", e);
    }

    private Refusal noTable(SQLException e, String table) {
        String files = table.equalsIgnoreCase("files") ? ", since the files' headers differ" : "";
        return use(e, "query: there is no table " + table + files + "; tables are " + tables() + ".");
    }

    private String tables() {
        return String.join(", ", files.stream().map(Tables::nameOf).distinct().toList());
    }

    private static Refusal use(SQLException e, String sentence) {
        return new Refusal(Refusal.Kind.USE, sentence, e);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    /// What DuckDB says without the kind of its error and without folders.
    private String sentence(String first) {
        String said = KIND.matcher(first).replaceFirst("");
        said = PATH.matcher(said).replaceAll(found -> Matcher.quoteReplacement(nameOf(found.group())));
        if (said.isEmpty()) said = "DuckDB could not run it";
        String last = said.substring(said.length() - 1);
        return last.equals(".") ? said : said.replaceFirst("[!?:;]$", "") + '.';
    }

    /// A file as the person named it.
    private String nameOf(String path) {
        for (Source file : files)
            if (Duck.path(file.path()).equals(Duck.text(path.replace('\\', '/')))) return file.said();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
