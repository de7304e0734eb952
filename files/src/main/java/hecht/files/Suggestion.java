package hecht.files;

import hecht.core.event.Channel;
import hecht.core.event.Choice;
import hecht.core.event.Field;
import hecht.core.event.Outcome;
import hecht.core.event.Words;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A mapping that hecht suggests for a file it has never seen, from its first 10,000 rows: what the columns seem to be, by
/// their names in English and Dutch and by what stands in them. Says why, and marks with a question mark what it is unsure
/// of. It is a beginning for a person to look over, and it can be read and tried as it is.
///
/// Holds names of columns and words of short lists, and no cell of a customer.
public final class Suggestion {
    private static final int WIDEST = 40; // of a column's name before it moves the others
    private static final List<String> CHANNELS = Choice.words(Channel.class);
    private static final List<String> OUTCOMES = Choice.words(Outcome.class);
    private static final int SHOWN = 5;
    private static final int LONGEST_SOURCE = 64;

    private final Sample sample;
    private final ZoneId zone;
    private final Roles roles;
    private final String query; // empty where rows are taken as they are
    private final List<Draft> events;

    private Suggestion(Sample sample, ZoneId zone, Roles roles, String query, List<Draft> events) {
        this.sample = sample;
        this.zone = zone;
        this.roles = roles;
        this.query = query;
        this.events = List.copyOf(events);
    }

    /// @param files as named on a command line; the first one is looked at
    /// @param zone to suggest for moments without an offset, marked as unsure
    /// @throws Refusal `INPUT` when the file cannot be read, or holds nothing that could be an event
    public static Suggestion of(List<String> files, ZoneId zone) throws Refusal {
        return of(new Finder(StandardCharsets.UTF_8, System.in).find(files).getFirst(), zone);
    }

    /// The same for a file that somebody handed in, by the name it had with them.
    public static Suggestion of(String name, Path file, ZoneId zone) throws Refusal {
        return of(new Finder(StandardCharsets.UTF_8, InputStream.nullInputStream()).as(name, file), zone);
    }

    private static Suggestion of(Source source, ZoneId zone) throws Refusal {
        Sample sample = Sample.read(source);
        Roles roles = new Roles(sample);
        if (LogStory.fits(sample)) return new Suggestion(sample, zone, roles, "", LogStory.of(roles));
        LineStory lines = LineStory.of(roles);
        if (lines != null) return new Suggestion(sample, zone, roles, lines.query(), lines.events());
        List<Draft> events = Stories.of(roles);
        if (events.isEmpty())
            throw new Refusal(
                    Refusal.Kind.INPUT,
                    sample.source().said() + ": expected a column that says when things happened, found none among "
                            + Names.some(sample.columns().stream()
                                    .map(SampleColumn::name)
                                    .toList())
                            + "; join it with a file that does by a query, or add a day.");
        return new Suggestion(sample, zone, roles, "", events);
    }

    /// The mapping file.
    public String yaml() {
        StringBuilder out = new StringBuilder();
        head(out);
        columns(out);
        settings(out);
        out.append("\nevents:\n");
        for (Draft each : events) each.write(out);
        translations(out);
        return out.toString();
    }

    private void head(StringBuilder out) {
        String file = sample.source().said();
        String name = Tables.nameOf(sample.source());
        out.append("# How ").append(sample.source().name()).append(" becomes events: suggested by hecht from ");
        out.append(sample.whole() ? "its " : "its first ")
                .append(count(sample.rows(), "row"))
                .append(".\n");
        if (sample.broken() > 0)
            out.append("# Of those that do not hold together, ")
                    .append(count(sample.broken(), "row"))
                    .append(", nothing was taken.\n");
        out.append("# A question mark says where hecht is unsure. Look those over, then try it; nothing is kept:\n#\n");
        out.append("#   hecht import ")
                .append(argument(file))
                .append(" --mapping ")
                .append(argument(name + ".yaml"))
                .append(" --dry-run\n");
    }

    /// A name as a shell takes it for one.
    private static String argument(String name) {
        return name.matches("[\\w./:~+-]+")
                ? name
                : "'" + name.replaceAll("[\\r\\n]", " ").replace("'", "'\\''") + "'";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String count(long number, String of) {
        return count(number) + " " + of + (number == 1 ? "" : "s");
    }

    private void columns(StringBuilder out) {
        int names = 0;
        int parts = 0;
        for (SampleColumn column : sample.columns()) {
            names = Math.max(names, Math.min(WIDEST, shown(column).length()));
            parts = Math.max(parts, part(column).length());
        }
        out.append("#\n# What the columns seem to be:\n");
        String line = "#   %-" + names + "s   %-" + parts + "s   %s%n";
        for (SampleColumn column : sample.columns())
            out.append(String.format(Locale.ROOT, line, shown(column), part(column), seen(column)));
    }

    private static String shown(SampleColumn column) {
        return column.name().isEmpty() ? "(no name)" : column.name().replaceAll("\\p{Cntrl}", " ");
    }

    private String part(SampleColumn column) {
        return roles.partsOf(column).isEmpty() ? "·" : String.join(", ", roles.partsOf(column));
    }

    /// What was seen in a column, without telling a cell that could be a person's.
    private static String seen(SampleColumn column) {
        if (column.filled() == 0) return "always empty";
        String empty =
                column.filled() == column.rows() ? "" : "; empty in " + count(column.rows() - column.filled(), "row");
        MomentShape moment = column.moment();
        if (moment != null) {
            String written = moment.pattern() == null ? "" : moment.pattern() + ", ";
            return written + moment.reason() + empty;
        }
        if (column.isUnique()) return "another value in every row";
        if (column.isFew() && !column.says(Vocabulary.KEY) && !column.says(Vocabulary.PERSON)) {
            List<String> words = column.counts().keySet().stream().limit(SHOWN).toList();
            return String.join(", ", words) + (column.distinct() > SHOWN ? ", …" : "") + empty;
        }
        if (column.isProse()) return "text" + empty;
        String what = column.isNumber() ? " different numbers" : " different values";
        return count(column.distinct())
                + what
                + (column.numbers() == SampleColumn.Numbers.COMMA ? " with a decimal comma" : "")
                + empty;
    }

    private void settings(StringBuilder out) {
        String source = Tables.nameOf(sample.source()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        if (source.isEmpty() || source.matches("[.-]+")) source = "source";
        source = source.substring(0, Math.min(LONGEST_SOURCE, source.length()));
        out.append('\n');
        setting(out, "source: " + source, "? the system that these rows come from; with id it names an event for ever");
        if (sample.columns().stream().anyMatch(Suggestion::needsZone)) {
            setting(out, "zone: " + zone.getId(), "? whose clock it is: the times come without an offset");
        }
        if (sample.source().kind() == FileKind.CSV) {
            Dialect dialect = sample.dialect();
            if (!dialect.encoding().equals(StandardCharsets.UTF_8))
                setting(out, "encoding: " + dialect.encoding().name(), "it is not UTF-8");
            Character delimiter = dialect.delimiter();
            if (delimiter != null && delimiter != ',')
                out.append("delimiter: ")
                        .append(delimiter == '\t' ? "tab" : Draft.quoted(delimiter.toString()))
                        .append('\n');
        }
        if (query.isEmpty()) return;
        out.append("\n# The rows are lines of something larger: the query puts those of one number together.\n");
        out.append("query: |\n").append(query.indent(2));
    }

    private static void setting(StringBuilder out, String line, String remark) {
        out.append(String.format(Locale.ROOT, "%-30s # %s%n", line, remark));
    }

    private static boolean needsZone(SampleColumn column) {
        MomentShape moment = column.moment();
        return moment != null && !moment.hasOffset();
    }

    private void translations(StringBuilder out) {
        Map<Field, Map<String, String>> words = new LinkedHashMap<>();
        for (SampleColumn column : sample.columns()) {
            var parts = roles.partsOf(column);
            if (parts.contains("direction")) words.put(Field.DIRECTION, translated(column, Vocabulary::direction, ""));
            if (parts.contains("channel"))
                words.put(
                        Field.CHANNEL, translated(column, Vocabulary::channel, "other   # ? " + Words.anyOf(CHANNELS)));
            if (parts.contains("outcome"))
                words.put(
                        Field.OUTCOME, translated(column, Vocabulary::outcome, "\"\"   # ? " + Words.anyOf(OUTCOMES)));
            if (parts.contains("sentiment"))
                words.put(Field.SENTIMENT, translated(column, Suggestion::sentiment, "\"\"   # ? from -1 to 1"));
        }
        if (words.isEmpty()) return;
        out.append("\n# Words of the file in the words of the contract; \"\" leaves the field out.\ntranslations:\n");
        words.forEach((field, each) -> {
            out.append("  ").append(field.label()).append(":\n");
            each.forEach((from, to) -> out.append("    ")
                    .append(Draft.quoted(from))
                    .append(": ")
                    .append(to)
                    .append('\n'));
        });
    }

    private static Map<String, String> translated(
            SampleColumn column, Function<String, @Nullable String> known, String unknown) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : column.counts().keySet()) {
            String found = known.apply(word);
            words.put(word, found == null ? unknown : found);
        }
        return words;
    }

    private static @Nullable String sentiment(String written) {
        String plain = written.toLowerCase(Locale.ROOT);
        if (plain.startsWith("neg")) return "-1";
        if (plain.startsWith("neu")) return "0";
        return plain.startsWith("pos") ? "1" : null;
    }
}
