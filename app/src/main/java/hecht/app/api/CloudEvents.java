package hecht.app.api;

import hecht.core.event.Field;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Events in the envelope of CloudEvents 1.0 (Cloud Native Computing Foundation).
///
/// | CloudEvents | here |
/// |---|---|
/// | `source`, a URI | `source`: in lower case, without its scheme, what it may not hold as `-` |
/// | `type` | `type`: after the last `.`, so that `nl.example.contact` is a `contact` |
/// | `subject` | `customer`, unless the data name one |
/// | `id`, `time` | as they are |
/// | `data` | the other fields |
final class CloudEvents {
    static final String DATA = "data";
    private static final String VERSION = "specversion";

    private CloudEvents() {}

    static boolean isOne(Map<String, String> fields) {
        return fields.containsKey(VERSION);
    }

    /// The fields of our contract. Extensions of the envelope are left out: they tell how the event travelled.
    static Map<String, String> plain(Map<String, String> envelope, Map<String, String> data) {
        Map<String, String> fields = new LinkedHashMap<>(data);
        put(fields, Field.ID, envelope.getOrDefault("id", ""));
        put(fields, Field.TIME, envelope.getOrDefault("time", ""));
        put(fields, Field.SOURCE, source(envelope.getOrDefault("source", "")));
        String type = envelope.getOrDefault("type", "");
        put(fields, Field.TYPE, type.substring(type.lastIndexOf('.') + 1));
        fields.putIfAbsent(Field.CUSTOMER.label(), envelope.getOrDefault("subject", ""));
        return fields;
    }

    private static void put(Map<String, String> fields, Field field, String value) {
        fields.put(field.label(), value);
    }

    private static String source(String uri) {
        String rest = uri.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:/*", "").toLowerCase(Locale.ROOT);
        return rest.replaceAll("[^a-z0-9._-]", "-").replaceAll("^-+|-+$", "");
    }
}
