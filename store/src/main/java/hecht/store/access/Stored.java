package hecht.store.access;

import hecht.core.event.Choice;

/// Words of closed lists, as they were stored.
final class Stored {
    private Stored() {}

    static <E extends Enum<E> & Choice> E choice(Class<E> type, String word) {
        return Choice.read(type, word)
                .orElseThrow(() -> new IllegalStateException("the database holds the " + type.getSimpleName() + " "
                        + word + ", which this hecht does not know; use the hecht that wrote it"));
    }
}
