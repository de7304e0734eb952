package hecht.app.cli;

import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;

/// Events as lines of NDJSON, each with the fields of the contract by their names, so that hecht reads them without a mapping.
final class EventLines {
    private final Json out;
    private boolean hasAttributes;

    EventLines(Destination to) {
        out = new Json(to);
    }

    void write(Event event) {
        hasAttributes = false;
        out.open();
        EventWriter.write(event, this::field, this::attribute);
        if (hasAttributes) out.close();
        out.close().end();
    }

    private void field(Field field, String text) {
        switch (field.kind()) {
            case NUMBER, COUNT -> out.raw(field.label(), text);
            case FLAG -> out.flag(field.label(), Boolean.valueOf(text));
            case TEXT, CHOICE, MOMENT, END_OF_DAY -> out.text(field.label(), text);
        }
    }

    private void attribute(String name, String text) {
        if (!hasAttributes) out.open(Field.ATTRIBUTES.label());
        hasAttributes = true;
        out.text(name, text);
    }
}
