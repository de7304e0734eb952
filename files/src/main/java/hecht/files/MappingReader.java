package hecht.files;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import hecht.core.event.Words;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a mapping file, and refuses whatever could never work before a row is read: unknown keys, fields that a type does
/// not carry, constants that are no value, fields that are missing.
final class MappingReader {
    private static final List<String> KEYS = List.of(
            "source",
            "zone",
            "offset",
            "query",
            "encoding",
            "delimiter",
            "quote",
            "columns",
            "decimal",
            "language",
            "events",
            "translations");

    private MappingReader() {}

    static Mapping read(Yaml file, String name) throws Refusal {
        Map<String, Yaml> keys = file.entries(KEYS);
        Yaml events = keys.get("events");
        if (events == null) throw file.refuse("events: a list of the events that a row gives", "", "");
        List<String> columns = new ArrayList<>();
        TemplateReader templates = new TemplateReader(keys, translations(keys.get("translations")), columns);
        List<EventTemplate> read = new ArrayList<>();
        for (Yaml event : events.items()) read.add(templates.read(event));
        if (read.isEmpty()) throw events.refuse("at least one event", "", "");
        checkTranslations(keys.get("translations"), read);
        Yaml query = keys.get("query");
        return new Mapping(
                name, zone(keys.get("zone")), query == null ? null : query.text(), dialect(keys), columns, read);
    }

    /// A word must be one that some event of the mapping may have there.
    private static void checkTranslations(@Nullable Yaml written, List<EventTemplate> events) throws Refusal {
        if (written == null) return;
        for (Map.Entry<String, Yaml> each : written.entries().entrySet()) {
            List<String> words = words(each.getKey(), events);
            if (words.isEmpty()) continue;
            for (Yaml word : each.getValue().entries().values()) {
                String text = word.text();
                if (!text.isEmpty() && !words.contains(text))
                    throw word.refuse(
                            Words.anyOf(words),
                            text,
                            Words.nearest(text, words)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse(""));
            }
        }
    }

    /// The words that a field may hold in the events of the mapping; empty where it may hold any.
    private static List<String> words(String label, List<EventTemplate> events) {
        Set<String> words = new LinkedHashSet<>();
        Field field = Field.of(label).orElse(Field.ATTRIBUTES);
        for (EventTemplate event : events) {
            EventType type = EventType.of(event.name()).orElse(null);
            if (type == null) return field == Field.TYPE ? EventType.words() : List.of();
            if (type.carries(field)) words.addAll(type.choices(field));
        }
        return List.copyOf(words);
    }

    private static @Nullable ZoneId zone(@Nullable Yaml written) throws Refusal {
        if (written == null) return null;
        ZoneId zone = Form.zone(written.text());
        if (zone == null) throw written.refuse("a zone such as Europe/Amsterdam", written.text(), "");
        return zone;
    }

    private static Dialect dialect(Map<String, Yaml> keys) throws Refusal {
        Yaml encoding = keys.get("encoding");
        Yaml delimiter = keys.get("delimiter");
        Yaml quote = keys.get("quote");
        Yaml columns = keys.get("columns");
        List<String> names = new ArrayList<>();
        if (columns != null) for (Yaml each : columns.items()) names.add(each.text());
        return new Dialect(
                encoding == null ? StandardCharsets.UTF_8 : charset(encoding),
                delimiter == null ? null : delimiter(delimiter),
                quote == null ? '"' : quote(quote),
                names);
    }

    private static Charset charset(Yaml written) throws Refusal {
        try {
            return Charset.forName(written.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw written.refuse("an encoding such as UTF-8, ISO-8859-1, windows-1252 or UTF-16LE", written.text(), "");
        }
    }

    private static char delimiter(Yaml written) throws Refusal {
        String text = written.text();
        if (text.equals("tab") || text.equals("\\t")) return '\t';
        if (text.length() == 1 && "\n\r\"".indexOf(text.charAt(0)) < 0) return text.charAt(0);
        throw written.refuse("one character, such as \";\", or tab", text, "");
    }

    private static char quote(Yaml written) throws Refusal {
        String text = written.text();
        if (text.equals("none") || text.isEmpty()) return 0;
        if (text.length() == 1 && "\n\r".indexOf(text.charAt(0)) < 0) return text.charAt(0);
        throw written.refuse("one character, or none", text, "");
    }

    private static Map<Field, Map<String, String>> translations(@Nullable Yaml written) throws Refusal {
        Map<Field, Map<String, String>> translations = new HashMap<>();
        if (written == null) return translations;
        for (Map.Entry<String, Yaml> each :
                written.entries(TemplateReader.FIELDS).entrySet()) {
            Map<String, String> words = new LinkedHashMap<>();
            for (Map.Entry<String, Yaml> word : each.getValue().entries().entrySet())
                words.put(word.getKey(), word.getValue().text());
            Field.of(each.getKey()).ifPresent(field -> translations.put(field, words));
        }
        return translations;
    }
}
