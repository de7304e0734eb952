package hecht.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The cells of rows that need not be alike: a name that is new gets the next place and keeps it.
final class LooseCells {
    /// More names than any kind of event has; beyond it the names are data, and would fill the memory.
    static final int MOST = 10_000;

    private final List<String> names = new ArrayList<>();
    private final List<String> shown = Collections.unmodifiableList(names);
    private final Map<String, Integer> places = new HashMap<>();
    private @Nullable String[] cells = new @Nullable String[32];
    private long[] setFor = new long[32];
    private long row = 1;

    /// Forgets the cells, not the names.
    void clear() {
        row++;
    }

    /// @return false when the name would be one too many
    boolean put(String name, @Nullable String value) {
        int place = places.getOrDefault(name, -1);
        if (place < 0) {
            if (names.size() == MOST) return false;
            place = names.size();
            names.add(name);
            places.put(name, place);
            if (place == cells.length) {
                cells = Arrays.copyOf(cells, 2 * place);
                setFor = Arrays.copyOf(setFor, 2 * place);
            }
        }
        cells[place] = value;
        setFor[place] = row;
        return true;
    }

    List<String> names() {
        return shown;
    }

    @Nullable
    String get(int place) {
        return setFor[place] == row ? cells[place] : null;
    }
}
