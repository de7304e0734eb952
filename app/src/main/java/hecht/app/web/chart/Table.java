package hecht.app.web.chart;

import hecht.app.words.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures of a chart in rows. The first cell of a row names it.
///
/// @param names what programs call the columns, in the order of `heads`; English in every language, so that a script goes on working
public record Table(String caption, List<String> heads, List<String> names, List<List<Cell>> rows) {
    public Table {
        heads = List.copyOf(heads);
        names = List.copyOf(names);
        rows = rows.stream().map(List::copyOf).toList();
        if (heads.size() != names.size())
            throw new IllegalArgumentException(heads.size() + " heads and " + names.size() + " names in " + caption);
        for (List<Cell> row : rows)
            if (row.size() != heads.size())
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + heads.size() + " heads in " + caption);
    }

    /// One figure twice: as people read it, and as programs do.
    ///
    /// @param href  what it counts, where a list of that can be opened
    public record Cell(
            String shown,
            String plain,
            boolean isNumber,
            @Nullable String href) {
        public static Cell text(String text) {
            return new Cell(text, text, false, null);
        }

        /// A text that programs know by another word, such as a month.
        public static Cell text(String shown, String plain) {
            return new Cell(shown, plain, false, null);
        }

        public static Cell number(String shown, double value, int decimals) {
            StringBuilder plain = new StringBuilder();
            Plain.decimal(plain, value, decimals);
            return new Cell(shown, plain.toString(), true, null);
        }

        public static Cell whole(String shown, long value) {
            return new Cell(shown, Long.toString(value), true, null);
        }

        /// What is left out because too few stand behind it, or was not measured.
        public static Cell none(String shown) {
            return new Cell(shown, "", true, null);
        }

        Cell rounded(int decimals) {
            if (!isNumber || plain.isEmpty()) return this;
            BigDecimal exact = new BigDecimal(plain);
            if (exact.scale() <= decimals) return this;
            StringBuilder coarse = new StringBuilder();
            Plain.decimal(coarse, exact.doubleValue(), decimals);
            return new Cell(shown, coarse.toString(), true, href);
        }

        public Cell to(@Nullable String address) {
            return new Cell(shown, plain, isNumber, address);
        }

        public Optional<String> address() {
            return Optional.ofNullable(href);
        }
    }

    /// The same with figures of so many decimals at most. With more of them, what one more customer has could be reckoned from a
    /// mean before and after.
    public Table rounded(int decimals) {
        return new Table(
                caption,
                heads,
                names,
                rows.stream()
                        .map(row ->
                                row.stream().map(each -> each.rounded(decimals)).toList())
                        .toList());
    }

    /// The table as RFC 4180 has it, with a header; no cell begins a formula.
    public String csv() {
        StringBuilder out = new StringBuilder();
        line(out, names);
        for (List<Cell> row : rows) {
            List<String> plain = new ArrayList<>(row.size());
            for (Cell each : row) plain.add(each.plain());
            // A negative number begins with what a spreadsheet takes for a formula, and is none.
            for (int i = 0; i < row.size(); i++) {
                if (i > 0) out.append(',');
                if (row.get(i).isNumber()) out.append(plain.get(i));
                else Plain.cell(out, plain.get(i));
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.append(',');
            Plain.cell(out, cells.get(i));
        }
        out.append("\r\n");
    }
}
