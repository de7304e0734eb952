package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.EventType;
import org.jspecify.annotations.Nullable;

/// The form of each type of event, learned from the first event of it. To be read by several threads once nobody encodes.
final class Forms {
    private final @Nullable Form[] forms = new @Nullable Form[EventType.values().length];

    Form of(Event event) {
        int type = event.type().ordinal();
        Form known = forms[type];
        if (known != null) return known;
        Form learned = new Form(event.getClass());
        forms[type] = learned;
        return learned;
    }

    /// @param type its ordinal
    Form of(int type) {
        Form known = forms[type];
        if (known == null) throw new IllegalStateException("no event of type " + type + " was kept");
        return known;
    }
}
