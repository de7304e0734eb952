package hecht.files;

import hecht.core.event.EventType;
import hecht.core.event.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One event of a suggested mapping, in the words of the file to be.
final class Draft {
    private final EventType type;
    private final List<String> says = new ArrayList<>();
    private final Map<Field, String> fields = new LinkedHashMap<>();
    private final Map<Field, String> remarks = new LinkedHashMap<>();
    private @Nullable String when;

    /// @param says what happened, for a person
    Draft(EventType type, String says) {
        this.type = type;
        this.says.add(says);
    }

    /// Something more to say above it. What begins with a question mark is unsure.
    Draft note(String more) {
        says.add(more);
        return this;
    }

    Draft constant(Field field, String word) {
        fields.put(field, word);
        return this;
    }

    Draft unsure(Field field, String word, String why) {
        return constant(field, word).remark(field, why);
    }

    /// What to think of when looking at a field.
    Draft remark(Field field, String why) {
        remarks.put(field, why);
        return this;
    }

    Draft template(Field field, String template) {
        fields.put(field, quoted(template));
        return this;
    }

    Draft cell(Field field, SampleColumn column) {
        MomentShape moment = column.moment();
        fields.put(
                field,
                switch (column.numbers()) {
                    case COMMA -> "{column: " + quoted(column.name()) + ", decimal: \",\"}";
                    case POINT -> "{column: " + quoted(column.name()) + ", decimal: \".\"}";
                    case PLAIN, NONE ->
                        moment != null && moment.pattern() != null
                                ? "{column: " + quoted(column.name()) + ", format: " + quoted(moment.pattern()) + "}"
                                : quoted("{" + column.name() + "}");
                });
        if (moment != null && !moment.sure()) remarks.put(field, moment.reason());
        return this;
    }

    Draft cell(Field field, Optional<SampleColumn> column) {
        column.ifPresent(found -> cell(field, found));
        return this;
    }

    Draft when(SampleColumn column, String how, String value) {
        return when("{column: " + quoted(column.name()) + ", " + how + ": " + value + "}");
    }

    Draft when(String condition) {
        when = condition;
        return this;
    }

    /// Only where the cell is filled.
    Draft whenFilled(SampleColumn column) {
        return column.filled() == column.rows() ? this : when(column, "not", "\"\"");
    }

    EventType type() {
        return type;
    }

    void write(StringBuilder out) {
        for (String each : says) out.append("\n  # ").append(each);
        out.append("\n  - type: ").append(type.word()).append('\n');
        fields.forEach((field, value) -> {
            String line = "    " + field.label() + ": " + value;
            String remark = remarks.get(field);
            out.append(line);
            if (remark != null) out.append("   # ? ").append(remark);
            out.append('\n');
        });
        if (when != null) out.append("    when: ").append(when).append('\n');
    }

    /// A text as YAML writes it whatever stands in it.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') quoted.append(String.format("\\x%02x", (int) c));
                    else quoted.append(c);
                }
            }
        }
        return quoted.append('"').toString();
    }
}
