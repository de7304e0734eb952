package hecht.app.cli;

import java.util.ArrayList;
import java.util.List;

/// A table in characters. Columns are as wide as they need to be; where the terminal is too narrow those that matter least
/// are left out, and one that bends is cut, or goes on in the next line.
final class TextTable {
    private static final String GAP = "  ";

    /// @param heading over the column  @param right whether cells stand to the right, as numbers do
    /// @param need the smaller, the later it is left out; 0 never
    /// @param least the width to which it bends; at its full width when [Integer#MAX_VALUE]
    /// @param wraps whether what is too long goes on in the next line; else it is cut
    record Column(String heading, boolean right, int need, int least, boolean wraps) {
        static Column text(String heading, int need) {
            return new Column(heading, false, need, Integer.MAX_VALUE, false);
        }

        static Column number(String heading, int need) {
            return new Column(heading, true, need, Integer.MAX_VALUE, false);
        }

        static Column cut(String heading, int need, int least) {
            return new Column(heading, false, need, least, false);
        }

        static Column wrapped(String heading, int need, int least) {
            return new Column(heading, false, need, least, true);
        }
    }

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size())
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        rows.add(List.copyOf(cells));
    }

    /// The heading and the rows, in lines of at most so many columns where that can be.
    List<String> lines(int width, Ink ink) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Shown.width(columns.get(i).heading());
            for (List<String> row : rows) widths[i] = Math.max(widths[i], Shown.width(row.get(i)));
        }
        List<Integer> shown = fit(widths, width);
        List<String> lines = new ArrayList<>();
        List<String> headings = columns.stream().map(Column::heading).toList();
        if (headings.stream().anyMatch(each -> !each.isEmpty()))
            for (String each : lines(headings, shown, widths)) lines.add(ink.faint(each));
        for (List<String> row : rows) lines.addAll(lines(row, shown, widths));
        return lines;
    }

    /// Bends and leaves out columns until the line fits; changes the widths.
    private List<Integer> fit(int[] widths, int width) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) shown.add(i);
        for (int over = over(shown, widths, width); over > 0; over = over(shown, widths, width)) {
            int bendable = 0;
            for (int i : shown)
                bendable += Math.max(0, widths[i] - columns.get(i).least());
            int out = leastNeeded(shown);
            if (bendable >= over || out < 0) {
                bend(shown, widths, over);
                return shown;
            }
            shown.removeIf(i -> i == out);
        }
        return shown;
    }

    private void bend(List<Integer> shown, int[] widths, int over) {
        int left = over;
        for (int i : shown.reversed()) {
            int less = Math.clamp(widths[i] - (long) columns.get(i).least(), 0, left);
            widths[i] -= less;
            left -= less;
        }
    }

    /// The column that matters least; −1 where all must stay.
    private int leastNeeded(List<Integer> shown) {
        int out = -1;
        for (int i : shown) {
            int need = columns.get(i).need();
            if (need > 0 && (out < 0 || need >= columns.get(out).need())) out = i;
        }
        return out;
    }

    /// How many columns the line is too wide.
    private static int over(List<Integer> shown, int[] widths, int width) {
        int total = GAP.length() * (shown.size() - 1);
        for (int i : shown) total += widths[i];
        return total - width;
    }

    private List<String> lines(List<String> cells, List<Integer> shown, int[] widths) {
        List<List<String>> parts = new ArrayList<>();
        int height = 1;
        for (int i : shown) {
            boolean wraps = columns.get(i).wraps();
            parts.add(wraps ? Shown.lines(cells.get(i), widths[i]) : List.of(cells.get(i)));
            height = Math.max(height, parts.getLast().size());
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < height; at++) lines.add(line(parts, at, shown, widths));
        return lines;
    }

    private String line(List<List<String>> parts, int at, List<Integer> shown, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < shown.size(); j++) {
            int i = shown.get(j);
            if (j > 0) line.append(GAP);
            String cell = at < parts.get(j).size() ? Shown.cut(parts.get(j).get(at), widths[i]) : "";
            line.append(columns.get(i).right() ? Shown.right(cell, widths[i]) : Shown.left(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
