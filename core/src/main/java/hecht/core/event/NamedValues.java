package hecht.core.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The named fields of one event to be, as text: what a mapped row, a line of NDJSON or a request bring. Meant to be
/// cleared and filled again for the next row. An empty text is a field that is not there. Not for several threads.
public final class NamedValues {
    private static final int FIELDS = Field.values().length;
    private static final Field[] ALL = Field.values();

    private final @Nullable String[] values = new @Nullable String[FIELDS];
    private final Map<String, String> attributes = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    public void clear() {
        java.util.Arrays.fill(values, null);
        attributes.clear();
        unknown.clear();
    }

    public NamedValues put(Field field, @Nullable String value) {
        values[field.ordinal()] = value == null || value.isEmpty() ? null : value;
        return this;
    }

    /// Puts a value under the name that a file gives it; a name that is no field is remembered as unknown.
    public NamedValues put(String label, @Nullable String value) {
        Field field = Field.of(label).orElse(null);
        if (field == null || field == Field.ATTRIBUTES) unknown.add(label);
        else put(field, value);
        return this;
    }

    public NamedValues putAttribute(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) attributes.put(name, value);
        return this;
    }

    public @Nullable String get(Field field) {
        return values[field.ordinal()];
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<String> unknown() {
        return unknown;
    }

    /// The fields with a value that an event of this type cannot carry.
    List<Field> strangersTo(EventType type) {
        List<Field> strangers = List.of();
        for (int i = 0; i < FIELDS; i++) {
            if (values[i] != null && !type.carries(ALL[i])) {
                if (strangers.isEmpty()) strangers = new ArrayList<>();
                strangers.add(ALL[i]);
            }
        }
        return strangers;
    }
}
