package hecht.store.relation;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param after what to ask for to see the next page; empty on the last one
public record Listing(List<Listed> rows, Optional<String> after) {
    /// Rows on a page.
    public static final int ROWS = 25;

    public Listing {
        rows = List.copyOf(rows);
    }
}
