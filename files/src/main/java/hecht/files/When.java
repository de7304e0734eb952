package hecht.files;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What must hold of a row before it gives an event. A row without the cell is as if the cell were empty.
sealed interface When {
    /// The column looked at, as a place among those that the mapping asks for.
    int place();

    boolean holds(String cell);

    /// The cell holds the pattern somewhere; `^` and `$` bind it to its ends.
    record Matches(int place, Pattern pattern) implements When {
        @Override
        public boolean holds(String cell) {
            return pattern.matcher(cell).find();
        }
    }

    /// The cell is one of these.
    record Is(int place, List<String> words) implements When {
        @Override
        public boolean holds(String cell) {
            return words.contains(cell);
        }
    }

    /// The cell is none of these.
    record Not(int place, List<String> words) implements When {
        @Override
        public boolean holds(String cell) {
            return !words.contains(cell);
        }
    }

    default boolean holdsFor(@Nullable String cell) {
        return holds(cell == null ? "" : cell);
    }
}
