package hecht.demo.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/// How the rows of a table are written.
enum Kind {
    /// What a Dutch spreadsheet saves.
    SEMICOLONS(".csv", Charset.forName("windows-1252")),
    /// CSV as programs write it, every cell in quotes.
    COMMAS(".csv", StandardCharsets.UTF_8),
    TABS(".tsv", StandardCharsets.UTF_8),
    /// NDJSON, packed.
    LINES(".ndjson.gz", StandardCharsets.UTF_8);

    final String ending;
    final Charset charset;

    Kind(String ending, Charset charset) {
        this.ending = ending;
        this.charset = charset;
    }

    boolean isPacked() {
        return this == LINES;
    }

    /// The first line; empty where there is none.
    String header(List<Column> columns) {
        if (this == LINES) return "";
        String[] titles = columns.stream().map(Column::title).toArray(String[]::new);
        return line(columns, titles);
    }

    /// A row with its line end.
    String line(List<Column> columns, String[] cells) {
        StringJoiner line = switch (this) {
            case SEMICOLONS -> new StringJoiner(";", "", "\r\n");
            case COMMAS -> new StringJoiner(",", "", "\n");
            case TABS -> new StringJoiner("\t", "", "\n");
            case LINES -> new StringJoiner(",", "{", "}\n");
        };
        for (int i = 0; i < cells.length; i++) {
            switch (this) {
                case SEMICOLONS, TABS -> line.add(cells[i]);
                case COMMAS -> line.add('"' + cells[i].replace("\"", "\"\"") + '"');
                case LINES -> {
                    if (!cells[i].isEmpty())
                        line.add('"' + columns.get(i).title() + "\":" + json(columns.get(i), cells[i]));
                }
            }
        }
        return line.toString();
    }

    private static String json(Column column, String cell) {
        boolean isNumber = column.bare() && cell.chars().allMatch(Character::isDigit);
        return isNumber ? cell : '"' + cell.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
