package hecht.files;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import hecht.core.event.Words;
import hecht.files.EventTemplate.Attribute;
import hecht.files.EventTemplate.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads one event of a mapping file.
final class TemplateReader {
    /// Every field that a mapping may set or translate.
    static final List<String> FIELDS = Arrays.stream(Field.values())
            .filter(field -> field != Field.ATTRIBUTES)
            .map(Field::label)
            .toList();

    private static final List<String> FORM_KEYS = List.of("column", "format", "language", "decimal");

    private final @Nullable Yaml source;
    private final boolean ignoreOffset;
    private final @Nullable Yaml decimal;
    private final @Nullable Yaml language;
    private final Map<Field, Map<String, String>> translations;
    private final List<String> columns;

    /// @param keys of the mapping as a whole  @param columns takes the columns that are asked for
    TemplateReader(Map<String, Yaml> keys, Map<Field, Map<String, String>> translations, List<String> columns)
            throws Refusal {
        this.source = keys.get("source");
        this.ignoreOffset = ignoresOffset(keys.get("offset"));
        this.decimal = keys.get("decimal");
        this.language = keys.get("language");
        this.translations = translations;
        this.columns = columns;
    }

    private static boolean ignoresOffset(@Nullable Yaml written) throws Refusal {
        if (written == null) return false;
        if (written.text().equals("ignore")) return true;
        throw written.refuse("ignore", written.text(), "leave it out to believe offsets");
    }

    EventTemplate read(Yaml event) throws Refusal {
        Yaml written = event.get("type");
        if (written == null) throw event.refuse("a type", "", "types are " + Words.anyOf(EventType.words()));
        EventType type = type(written);
        List<String> permitted = new ArrayList<>(type == null ? FIELDS : type.labels());
        permitted.add(Field.ATTRIBUTES.label());
        permitted.add("when");
        Map<Field, Setting> settings = new EnumMap<>(Field.class);
        for (Map.Entry<String, Yaml> each : event.entries().entrySet()) {
            String key = each.getKey();
            if (!permitted.contains(key)) throw stranger(key, each.getValue(), type, permitted);
            Field field = Field.of(key).orElse(Field.ATTRIBUTES);
            if (field != Field.ATTRIBUTES) settings.put(field, setting(field, each.getValue(), type));
        }
        if (source != null && !settings.containsKey(Field.SOURCE))
            settings.put(Field.SOURCE, setting(Field.SOURCE, source, type));
        checkPresent(event, type, settings);
        return new EventTemplate(
                type == null ? "event" : type.word(),
                List.copyOf(settings.values()),
                attributes(event.get("attributes")),
                conditions(event.get("when")));
    }

    /// @return null where each row says it
    private @Nullable EventType type(Yaml written) throws Refusal {
        if (!written.isText()) return null;
        Text text = Text.parse(written, columns);
        if (!text.isConstant()) return null;
        EventType type = EventType.of(text.beginning()).orElse(null);
        if (type != null) return type;
        throw written.refuse(
                "a type of event",
                text.beginning(),
                Words.nearest(text.beginning(), EventType.words())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("types are " + Words.anyOf(EventType.words())));
    }

    private static Refusal stranger(String key, Yaml value, @Nullable EventType type, List<String> permitted) {
        if (type == null || Field.of(key).isEmpty()) {
            String remedy = Words.nearest(key, permitted)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("permitted are " + Words.anyOf(permitted) + "; anything else goes into attributes");
            return value.refuse("a field of the contract", key, remedy);
        }
        return value.refuse(
                "a field of type " + type.word(),
                key,
                "its own are "
                        + (type.own().isEmpty()
                                ? "none"
                                : Words.anyOf(
                                        type.own().stream().map(Field::label).toList()))
                        + "; anything else goes into attributes");
    }

    private static void checkPresent(Yaml event, @Nullable EventType type, Map<Field, Setting> settings)
            throws Refusal {
        List<Field> required = new ArrayList<>(Field.REQUIRED);
        if (type != null) required.addAll(type.required());
        for (Field field : required)
            if (!settings.containsKey(field))
                throw event.refuse(
                        field.label() + (type == null ? "" : ", which an event of type " + type.word() + " must have"),
                        "",
                        field == Field.SOURCE ? "name the system that the rows come from, such as source: shop" : "");
    }

    private Setting setting(Field field, Yaml written, @Nullable EventType type) throws Refusal {
        Map<String, String> translation = translations.getOrDefault(field, Map.of());
        if (written.isText()) {
            Text text = Text.parse(written, columns);
            if (text.isConstant() && translation.isEmpty()) checkConstant(field, text.beginning(), written, type);
            return new Setting(field, text, text.isConstant() ? null : usualForm(field), translation);
        }
        if (written.isList()) throw written.refuse("a text", "a list", "");
        Map<String, Yaml> keys = written.entries(FORM_KEYS);
        return new Setting(field, column(written, keys), form(field, keys), translation);
    }

    private Text column(Yaml written, Map<String, Yaml> keys) throws Refusal {
        Yaml column = keys.get("column");
        if (column == null) throw written.refuse("column: the name of a column", "", "");
        return Text.place(Text.placeOf(column.text(), columns));
    }

    private static void checkConstant(Field field, String value, Yaml written, @Nullable EventType type)
            throws Refusal {
        List<String> words = type == null ? List.of() : type.choices(field);
        if (!words.isEmpty() && !words.contains(value))
            throw written.refuse(
                    Words.anyOf(words),
                    value,
                    Words.nearest(value, words)
                            .map(near -> "did you mean " + near + "?")
                            .orElse(""));
        boolean sound = switch (field.kind()) {
            case FLAG -> value.equals("true") || value.equals("false");
            case NUMBER, COUNT -> value.matches("-?[0-9]+([.][0-9]+)?");
            case TEXT, CHOICE, MOMENT, END_OF_DAY -> !value.isEmpty();
        };
        if (sound) return;
        throw written.refuse(
                switch (field.kind()) {
                    case FLAG -> "true or false";
                    case NUMBER, COUNT -> "a number such as 12.5";
                    case TEXT, CHOICE, MOMENT, END_OF_DAY -> "a text";
                },
                value,
                value.isEmpty() ? "" : "a column's name stands between braces: \"{" + value + "}\"");
    }

    /// What holds for the mapping as a whole.
    private @Nullable Form usualForm(Field field) throws Refusal {
        return switch (field.kind()) {
            case NUMBER, COUNT -> decimal == null ? null : Form.Decimal.of(point(decimal));
            case MOMENT, END_OF_DAY -> ignoreOffset ? new Form.WallClock() : null;
            case TEXT, CHOICE, FLAG -> null;
        };
    }

    private @Nullable Form form(Field field, Map<String, Yaml> keys) throws Refusal {
        Yaml format = keys.get("format");
        Yaml point = keys.get("decimal");
        boolean moment = field.kind() == Field.Kind.MOMENT || field.kind() == Field.Kind.END_OF_DAY;
        boolean number = field.kind() == Field.Kind.NUMBER || field.kind() == Field.Kind.COUNT;
        if (format != null && !moment)
            throw format.refuse("no format, since " + field.label() + " is no moment", format.text(), "");
        if (point != null && !number)
            throw point.refuse("no decimal, since " + field.label() + " is no number", point.text(), "");
        if (format != null) return moment(format, keys.get("language"));
        return point == null ? usualForm(field) : Form.Decimal.of(point(point));
    }

    private static char point(Yaml written) throws Refusal {
        String text = written.text();
        if (text.equals(",") || text.equals(".")) return text.charAt(0);
        throw written.refuse("\",\" or \".\"", text, "");
    }

    private Form moment(Yaml format, @Nullable Yaml own) throws Refusal {
        String pattern = format.text();
        if (pattern.equals("epoch seconds")) return new Form.Epoch(1);
        if (pattern.equals("epoch milliseconds")) return new Form.Epoch(1000);
        Yaml words = own == null ? language : own;
        try {
            return Form.Moment.of(pattern, words == null ? Locale.ENGLISH : locale(words), ignoreOffset);
        } catch (IllegalArgumentException e) {
            throw format.refuse(
                    "a pattern of days and times such as d-M-yyyy H:mm, epoch seconds or epoch milliseconds",
                    pattern,
                    "");
        }
    }

    private static Locale locale(Yaml written) throws Refusal {
        try {
            return new Locale.Builder().setLanguageTag(written.text()).build();
        } catch (IllformedLocaleException e) {
            throw written.refuse("a language such as nl or en", written.text(), "");
        }
    }

    private List<Attribute> attributes(@Nullable Yaml written) throws Refusal {
        List<Attribute> attributes = new ArrayList<>();
        if (written == null) return attributes;
        for (Map.Entry<String, Yaml> each : written.entries().entrySet())
            attributes.add(new Attribute(each.getKey(), Text.parse(each.getValue(), columns)));
        return attributes;
    }

    private List<When> conditions(@Nullable Yaml written) throws Refusal {
        List<When> conditions = new ArrayList<>();
        if (written == null) return conditions;
        for (Yaml each : written.items()) conditions.add(condition(each));
        return conditions;
    }

    private When condition(Yaml written) throws Refusal {
        Map<String, Yaml> keys = written.entries(List.of("column", "is", "not", "matches"));
        Yaml column = keys.get("column");
        if (column == null || keys.size() != 2)
            throw written.refuse("column and one of is, not and matches", String.join(", ", keys.keySet()), "");
        int place = Text.placeOf(column.text(), columns);
        Yaml is = keys.get("is");
        if (is != null) return new When.Is(place, words(is));
        Yaml not = keys.get("not");
        if (not != null) return new When.Not(place, words(not));
        Yaml matches = java.util.Objects.requireNonNull(keys.get("matches"));
        try {
            return new When.Matches(place, Pattern.compile(matches.text()));
        } catch (PatternSyntaxException e) {
            throw matches.refuse("a regular expression", matches.text(), e.getDescription());
        }
    }

    private static List<String> words(Yaml written) throws Refusal {
        List<String> words = new ArrayList<>();
        for (Yaml each : written.items()) words.add(each.text());
        return List.copyOf(words);
    }
}
