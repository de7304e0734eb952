package hecht.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Named files as tables for a query: each by its name without endings, and all of them as `files` where they have one
/// header. Columns of CSV and NDJSON are text, so that `007` stays `007` and nothing depends on what the first rows look
/// like. Only a column that the query counts with as it is (`Quantity * UnitPrice`) is a number, as if it were cast, and
/// then each of its cells must be one.
final class Tables {
    static final String ALL = "files";
    private static final String COUNTS_WITH_TEXT = "No function matches the given name and argument types";

    private final Duck duck;
    private final List<Table> tables = new ArrayList<>();

    /// @param name lower case, as SQL does not tell cases apart  @param source what to write after FROM
    private record Table(String name, String source, List<DuckColumn> columns) {}

    Tables(Duck duck, List<Source> files, Dialect dialect) throws Refusal {
        this.duck = duck;
        for (Source file : files) {
            String source = TableSource.of(duck, file, dialect);
            tables.add(
                    new Table(nameOf(file).toLowerCase(Locale.ROOT), source, duck.describe("SELECT * FROM " + source)));
        }
    }

    /// `olist_orders` for `olist_orders.csv.gz`; `stdin` for standard input.
    static String nameOf(Source file) {
        if (file.isStandardInput()) return "stdin";
        String plain = FileKind.plain(file.name());
        int ending = plain.lastIndexOf('.');
        return FileKind.named(plain).isPresent()
                        || plain.toLowerCase(Locale.ROOT).endsWith(".json")
                ? plain.substring(0, ending)
                : plain;
    }

    /// Declares the tables as `query` needs them.
    ///
    /// @param query what to write after FROM
    void declareFor(String query) throws Refusal {
        declare(Set.of());
        try {
            duck.describe("SELECT * FROM " + query);
        } catch (Refusal refusal) {
            if (!refusal.sentence().contains(COUNTS_WITH_TEXT)) throw refusal;
            declare(numbers(query, refusal));
        }
    }

    /// The fewest columns that must be numbers for the query to make sense.
    private Set<String> numbers(String query, Refusal refusal) throws Refusal {
        Set<String> numbers = new HashSet<>();
        for (Table table : tables)
            for (DuckColumn column : table.columns)
                if (isText(column) && query.toLowerCase(Locale.ROOT).contains(plain(column)))
                    numbers.add(plain(column));
        declare(numbers);
        if (!makesSense(query)) throw refusal;
        for (String each : Set.copyOf(numbers)) {
            numbers.remove(each);
            declare(numbers);
            if (!makesSense(query)) numbers.add(each);
        }
        return numbers;
    }

    private boolean makesSense(String query) {
        try {
            duck.describe("SELECT * FROM " + query);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void declare(Set<String> numbers) throws Refusal {
        Map<String, String> views = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(); // of two files with one name only `files` has both
        List<String> all = new ArrayList<>();
        for (Table table : tables) {
            String view = "SELECT " + selected(table, numbers) + " FROM " + table.source;
            all.add(view);
            if (views.put(table.name, view) != null) taken.add(table.name);
        }
        views.keySet().removeAll(taken);
        if (tables.stream()
                        .map(table ->
                                table.columns.stream().map(DuckColumn::name).toList())
                        .distinct()
                        .count()
                == 1) views.put(ALL, String.join(" UNION ALL BY NAME ", all));
        for (var each : views.entrySet())
            duck.run("CREATE OR REPLACE VIEW " + Duck.name(each.getKey()) + " AS " + each.getValue());
    }

    private static String selected(Table table, Set<String> numbers) {
        List<String> casts = new ArrayList<>();
        for (DuckColumn column : table.columns) {
            String name = Duck.name(column.name());
            if (isText(column) && numbers.contains(plain(column))) casts.add("CAST(" + name + " AS DOUBLE) AS " + name);
        }
        return casts.isEmpty() ? "*" : "* REPLACE (" + String.join(", ", casts) + ")";
    }

    private static boolean isText(DuckColumn column) {
        return column.type().equals("VARCHAR");
    }

    private static String plain(DuckColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
