package hecht.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A text with places for cells: `{InvoiceNo}-order`. `{{` and `}}` stand for braces. `{hash}` is no column: it names the
/// row by what stands in it.
final class Text {
    /// The place of `{hash}`.
    static final int HASH = -1;

    private final List<String> between; // one more than there are places
    private final int[] places;

    private Text(List<String> between, List<Integer> places) {
        this.between = List.copyOf(between);
        this.places = places.stream().mapToInt(Integer::intValue).toArray();
    }

    static Text constant(String value) {
        return new Text(List.of(value), List.of());
    }

    static Text place(int place) {
        return new Text(List.of("", ""), List.of(place));
    }

    /// @param columns the columns that are asked for so far; new ones are added, and a column's place is its place there
    static Text parse(Yaml written, List<String> columns) throws Refusal {
        String text = written.text();
        List<String> between = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                literal.append(c);
                i++;
            } else if (c == '{') {
                int close = text.indexOf('}', i);
                if (close < 0) throw written.refuse("a column's name between { and }", text, "close the brace");
                String name = text.substring(i + 1, close);
                if (name.isEmpty()) throw written.refuse("a column's name between { and }", text, "");
                places.add(name.equals("hash") ? HASH : placeOf(name, columns));
                between.add(literal.toString());
                literal.setLength(0);
                i = close;
            } else literal.append(c);
        }
        between.add(literal.toString());
        return new Text(between, places);
    }

    static int placeOf(String column, List<String> columns) {
        int place = columns.indexOf(column);
        if (place >= 0) return place;
        columns.add(column);
        return columns.size() - 1;
    }

    boolean isConstant() {
        return places.length == 0;
    }

    boolean isHashed() {
        for (int place : places) if (place == HASH) return true;
        return false;
    }

    /// The text before the first place; all of a constant.
    String beginning() {
        return between.getFirst();
    }

    /// The text with its cells filled in.
    ///
    /// @param whole whether one empty cell makes all of it absent, as in a key; else only when all are empty
    /// @return null where it is absent
    @Nullable
    String of(IntFunction<@Nullable String> cells, boolean whole) {
        if (places.length == 0) return between.getFirst();
        if (places.length == 1 && between.getFirst().isEmpty() && between.get(1).isEmpty())
            return cells.apply(places[0]);
        StringBuilder text = new StringBuilder(between.getFirst());
        int empty = 0;
        for (int i = 0; i < places.length; i++) {
            String cell = cells.apply(places[i]);
            if (cell == null || cell.isEmpty()) {
                if (whole) return null;
                empty++;
            } else text.append(cell);
            text.append(between.get(i + 1));
        }
        return empty == places.length ? null : text.toString();
    }
}
