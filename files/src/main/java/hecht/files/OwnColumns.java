package hecht.files;

import hecht.core.event.Field;
import hecht.core.event.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells hecht's own columns (the fields of the contract, `attributes.NAME`, and what a rejects file adds) from an
/// organisation's own, which need a mapping.
final class OwnColumns {
    private static final String ATTRIBUTE = Field.ATTRIBUTES.label() + ".";
    private static final List<String> REQUIRED =
            Field.REQUIRED.stream().map(Field::label).toList();
    /// With fewer of the required columns than this the file speaks another language.
    private static final int RECOGNISED = 3;

    private OwnColumns() {}

    static Optional<Field> field(String column) {
        return Field.of(column).filter(field -> field != Field.ATTRIBUTES);
    }

    /// The name after `attributes.`.
    static Optional<String> attribute(String column) {
        return column.startsWith(ATTRIBUTE) ? Optional.of(column.substring(ATTRIBUTE.length())) : Optional.empty();
    }

    /// @param argument how the file is named on a command line
    /// @throws Refusal when these columns cannot become events; of loose rows only when the first shows no sign of it
    static void check(RowReader rows, String argument) throws Refusal {
        List<String> columns = rows.columns();
        List<String> missing =
                REQUIRED.stream().filter(label -> !columns.contains(label)).toList();
        if (REQUIRED.size() - missing.size() < RECOGNISED) throw needsMapping(rows, argument);
        if (rows.isLoose()) return; // each row has its own
        if (!missing.isEmpty()) throw incomplete(rows.file(), missing);
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (columns.indexOf(column) != i) throw use(rows.file(), "each column once", column + " twice.");
            boolean known = field(column).isPresent() || attribute(column).isPresent();
            if (!known && !Rejects.COLUMNS.contains(column)) throw stranger(rows.file(), column);
        }
    }

    private static Refusal needsMapping(RowReader rows, String argument) {
        String expected = rows instanceof XesRows
                ? "a mapping that says which attribute is the customer"
                : "hecht's own columns (" + String.join(", ", REQUIRED) + ") or a mapping";
        List<String> columns = rows.columns().stream()
                .filter(each -> !each.equals(XesRows.PLACE)) // ours, not the log's
                .toList();
        return use(
                rows.file(),
                expected,
                Names.some(columns) + "; run hecht import " + argument
                        + " --suggest > mapping.yaml, look it over, and give it with --mapping mapping.yaml."
                        + (isData(columns)
                                ? " If the first line is no header, name the columns in the mapping, as in columns: [number, day]."
                                : ""));
    }

    /// Whether a number or a day stands where names should.
    private static boolean isData(List<String> header) {
        return header.stream().anyMatch(name -> name.matches("[-+]?[0-9][-0-9.,:/ T]*Z?"));
    }

    private static Refusal incomplete(String file, List<String> missing) {
        boolean source = missing.equals(List.of(Field.SOURCE.label()));
        return use(
                file,
                "the columns " + String.join(", ", REQUIRED),
                "no " + Words.anyOf(missing)
                        + (source
                                ? "; add it, or give a mapping that names the system the rows come from, as in source: shop."
                                : "; add it, or give a mapping."));
    }

    private static Refusal stranger(String file, String column) {
        List<String> labels = Arrays.stream(Field.values()).map(Field::label).toList();
        String remedy = Words.nearest(column, labels)
                .map(label -> "did you mean " + label + "?")
                .orElse("leave it out, or call it " + ATTRIBUTE + (column.isEmpty() ? "NAME" : column) + ".");
        return use(file, "fields of the contract as columns", '"' + column + "\"; " + remedy);
    }

    private static Refusal use(String file, String expected, String rest) {
        return new Refusal(Refusal.Kind.USE, file + ": expected " + expected + ", found " + rest);
    }
}
