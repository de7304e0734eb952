package hecht.store.relation;

import java.util.Optional;

/// A view of the list: a built-in one, or one's own under a name.
///
/// @param id of one's own; 0 of a built-in one
/// @param kind the built-in one; empty for one's own
/// @param name of one's own; the built-in one's word
/// @param selected what it came to when it was last counted; empty before that
public record SavedView(int id, Optional<View> kind, String name, Selection selection, Optional<Selected> selected) {}
