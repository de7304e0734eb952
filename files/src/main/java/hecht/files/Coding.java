package hecht.files;

import java.util.ArrayList;
import java.util.List;

/// Columns of a large Parquet file that hold few words, such as the type of event: they come as codes, and each word becomes
/// a Java text once. A text costs five times a number on its way out of DuckDB, and there would be one for every row.
final class Coding {
    private static final long WORTH_IT = 100_000; // rows
    private static final int LOOKED_AT = 20_000;
    private static final int FEW = 250;

    private Coding() {}

    static List<DuckColumn> of(Duck duck, String from, List<DuckColumn> columns, long rows) throws Refusal {
        if (rows < WORTH_IT) return columns;
        List<DuckColumn> coded = new ArrayList<>();
        for (DuckColumn column : columns)
            coded.add(isOfFewWords(duck, from, column) ? coded(duck, from, column) : column);
        return coded;
    }

    private static boolean isOfFewWords(Duck duck, String from, DuckColumn column) throws Refusal {
        if (!column.type().equals("VARCHAR")) return false;
        String name = Duck.name(column.name());
        String count = "SELECT count(*) FROM (SELECT DISTINCT " + name + " FROM (SELECT " + name + " FROM " + from;
        return duck.number(count + " LIMIT " + LOOKED_AT + "))") <= FEW
                && duck.number(count + ") LIMIT " + (FEW + 1) + ")") <= FEW;
    }

    private static DuckColumn coded(Duck duck, String from, DuckColumn column) throws Refusal {
        String name = Duck.name(column.name());
        List<String> words =
                duck.texts("SELECT DISTINCT " + name + " FROM " + from + " WHERE " + name + " IS NOT NULL");
        if (words.isEmpty()) return column;
        String type = Duck.name("words of " + column.name());
        duck.run("CREATE TYPE " + type + " AS ENUM ("
                + String.join(", ", words.stream().map(Duck::text).toList()) + ")");
        return column.coded(type, words); // codes count the words in the order in which they are declared
    }
}
