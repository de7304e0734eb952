package hecht.files;

import hecht.core.event.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A value in a YAML file that a person wrote: a text, a list, or entries by name. It knows where it stands, so that
/// whatever is wrong with it can be said with its line. Texts are taken as they are written: `007`, `no` and `1.50` stay
/// that. A key that comes twice is refused, since YAML itself would silently keep the last.
final class Yaml {
    /// The deepest that values may lie within one another; a mapping needs five.
    private static final int DEEPEST = 32;

    private final String place;
    private final int line;
    private final Object value; // String, List<Yaml> or Map<String, Yaml>

    private Yaml(String place, int line, Object value) {
        this.place = place;
        this.line = line;
        this.value = value;
    }

    static Yaml read(Path file) throws Refusal {
        String name = file.getFileName() + "";
        try {
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Refusal(Refusal.Kind.USE, name + ": expected a YAML file, found none of that name.", e);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.USE, name + ": expected a YAML file in UTF-8, found one that is not.", e);
        }
    }

    /// @param name what to call the file in a sentence
    static Yaml parse(String name, String text) throws Refusal {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), withoutMark(text))) {
            if (parser.nextToken() == null)
                throw new Refusal(Refusal.Kind.USE, name + ": expected YAML, found an empty file.");
            Yaml read = value(parser, name, name, 0);
            if (parser.nextToken() == null) return read;
            int line = parser.currentTokenLocation().getLineNr();
            throw new Yaml(name, line, "").refuse("one document", "a second one", "take out the line ---");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String where = line > 0 ? name + ", line " + line : name;
            throw new Refusal(
                    Refusal.Kind.USE, where + ": expected YAML, found something else: " + firstLine(e) + ".", e);
        }
    }

    /// Some editors put a byte order mark before everything.
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String firstLine(JacksonException e) {
        String message = e.getOriginalMessage() + "";
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }

    private static Yaml value(JsonParser parser, String file, String place, int depth) throws Refusal {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > DEEPEST) throw new Yaml(place, line, "").refuse("at most 32 levels", "more", "");
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias())
            throw new Yaml(place, line, "").refuse("a value written out", "*" + parser.getString(), "");
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Yaml(place, line, entries(parser, file, place, depth));
            case START_ARRAY -> {
                List<Yaml> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY)
                    items.add(value(parser, file, place + " " + (items.size() + 1), depth + 1));
                yield new Yaml(place, line, items);
            }
            case VALUE_NULL ->
                throw new Yaml(place, line, "").refuse("a value", "", "leave the key out, or write the word in quotes");
            default -> new Yaml(place, line, parser.getString());
        };
    }

    private static Map<String, Yaml> entries(JsonParser parser, String file, String place, int depth) throws Refusal {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            String inside = place.equals(file) ? file + ", " + key : place + ", " + key;
            parser.nextToken();
            Yaml before = entries.put(key, value(parser, file, inside, depth + 1));
            if (before != null)
                throw new Yaml(inside, line, "")
                        .refuse("each key once", key, "it stands on line " + before.line + " too");
        }
        return entries;
    }

    int line() {
        return line;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    String text() throws Refusal {
        if (value instanceof String text) return text;
        throw refuse("a text", kind(), "");
    }

    private String kind() {
        if (value instanceof String text) return text;
        return value instanceof List<?> ? "a list" : "entries";
    }

    /// The items of a list; of anything else the thing itself as the only one.
    List<Yaml> items() {
        return value instanceof List<?> items
                ? items.stream().map(each -> (Yaml) each).toList()
                : List.of(this);
    }

    /// The entries by name, in the order of the file.
    Map<String, Yaml> entries() throws Refusal {
        if (!(value instanceof Map<?, ?> map)) throw refuse("entries, as in key: value", kind(), "");
        Map<String, Yaml> entries = new LinkedHashMap<>();
        map.forEach((key, each) -> entries.put((String) key, (Yaml) each));
        return entries;
    }

    @Nullable
    Yaml get(String key) throws Refusal {
        return entries().get(key);
    }

    /// The entries by name, when all of their names are among the permitted ones.
    Map<String, Yaml> entries(List<String> permitted) throws Refusal {
        Map<String, Yaml> entries = entries();
        for (Map.Entry<String, Yaml> each : entries.entrySet()) {
            if (permitted.contains(each.getKey())) continue;
            String remedy = Words.nearest(each.getKey(), permitted)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("leave it out");
            throw each.getValue().refuse(Words.anyOf(permitted), each.getKey(), remedy);
        }
        return entries;
    }

    /// What is wrong here, as the sentence of a refusal: `shop.yaml, line 7, events 2, amount: expected …, found "…"; ….`
    Refusal refuse(String expected, String found, String remedy) {
        int comma = place.indexOf(',');
        String where = comma < 0
                ? place + ", line " + line
                : place.substring(0, comma) + ", line " + line + place.substring(comma);
        return new Refusal(
                Refusal.Kind.USE,
                where + ": expected " + expected + ", found " + (found.isEmpty() ? "nothing" : '"' + found + '"')
                        + (remedy.isEmpty() ? "" : "; " + remedy) + (remedy.endsWith("?") ? "" : "."));
    }
}
