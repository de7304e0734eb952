package hecht.store.event;

import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes what an event says beside its columns as the text of a JSON object: `{"case":"T-7","amount":12.5,"planned":true,
/// "attributes":{"language":"nl"}}`. Fields come in the order of the contract, and the employee last. Not for several
/// threads.
final class FieldsText {
    private final StringBuilder out = new StringBuilder();
    private @Nullable String employee;
    private boolean first;
    private boolean attributes;

    /// The text without an employee, which equal events have alike whether employees are kept or not.
    byte[] write(Event event) {
        out.setLength(0);
        out.append('{');
        employee = null;
        first = true;
        attributes = false;
        EventWriter.writeRest(event, this::field, this::attribute);
        if (attributes) out.append('}');
        out.append('}');
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    boolean namesEmployee() {
        return employee != null;
    }

    /// What was written last, with the employee.
    byte[] withEmployee() {
        out.setLength(out.length() - 1);
        String name = employee;
        if (name != null) field(name);
        out.append('}');
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void field(String nameOfEmployee) {
        name(Field.EMPLOYEE.label());
        text(nameOfEmployee);
    }

    private void field(Field field, String value) {
        if (field == Field.EMPLOYEE) {
            employee = value;
            return;
        }
        name(field.label());
        switch (field.kind()) {
            case NUMBER, COUNT, FLAG -> out.append(value);
            case TEXT, CHOICE, MOMENT, END_OF_DAY -> text(value);
        }
    }

    private void attribute(String name, String value) {
        if (!attributes) {
            name(Field.ATTRIBUTES.label());
            out.append('{');
            first = true;
        }
        attributes = true;
        if (!first) out.append(',');
        first = false;
        text(name);
        out.append(':');
        text(value);
    }

    private void name(String label) {
        if (!first) out.append(',');
        first = false;
        out.append('"').append(label).append("\":");
    }

    private void text(String value) {
        out.append('"');
        if (isPlain(value)) out.append(value);
        else out.append(JsonStringEncoder.getInstance().quoteAsCharArray(value));
        out.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') return false;
        }
        return true;
    }
}
