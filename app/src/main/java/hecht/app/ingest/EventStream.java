package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Events on their way between two of us: a line of NDJSON each, with the fields of the contract. What is read is what was
/// written.
public final class EventStream {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator((String) null)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private EventStream() {}

    /// Writes one event after the other. Close it to have all of them written; what it writes to stays open.
    public static Writer writer(OutputStream to) {
        return new Writer(JSON.createGenerator(ObjectWriteContext.empty(), to));
    }

    /// Writes an event as a value into JSON that somebody else writes.
    static void write(Event event, JsonGenerator out) {
        new Writer(out).value(event);
    }

    public static final class Writer implements AutoCloseable {
        private final JsonGenerator out;

        private Writer(JsonGenerator out) {
            this.out = out;
        }

        public void write(Event event) {
            value(event);
            out.writeRaw('\n');
        }

        private void value(Event event) {
            Map<String, String> attributes = new TreeMap<>();
            out.writeStartObject();
            EventWriter.write(event, this::field, attributes::put);
            if (!attributes.isEmpty()) {
                out.writeName(Field.ATTRIBUTES.label());
                out.writeStartObject();
                attributes.forEach(out::writeStringProperty);
                out.writeEndObject();
            }
            out.writeEndObject();
        }

        private void field(Field field, String text) {
            switch (field.kind()) {
                case NUMBER, COUNT -> {
                    out.writeName(field.label());
                    out.writeNumber(text);
                }
                case FLAG -> {
                    out.writeName(field.label());
                    out.writeBoolean(text.equals("true"));
                }
                case TEXT, CHOICE, MOMENT, END_OF_DAY -> out.writeStringProperty(field.label(), text);
            }
        }

        @Override
        public void close() {
            out.close();
        }
    }

    /// Shows every event to its end.
    ///
    /// @throws IllegalArgumentException when a line is no event
    public static void read(InputStream from, Consumer<? super Event> viewer) {
        EventReader reader = new EventReader(null, END_OF_TIME);
        NamedValues values = new NamedValues();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), from)) {
            while (in.nextToken() == JsonToken.START_OBJECT) {
                values.clear();
                object(in, values);
                if (!(reader.read(values) instanceof Reading.Accepted(Event event)))
                    throw new IllegalArgumentException("a line that is no event");
                viewer.accept(event);
            }
        }
    }

    public static List<Event> readAll(InputStream from) {
        List<Event> all = new ArrayList<>();
        read(from, all::add);
        return all;
    }

    private static void object(JsonParser in, NamedValues to) {
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String label = in.currentName();
            if (in.nextToken() == JsonToken.START_OBJECT) {
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    to.putAttribute(name, in.getString());
                }
                continue;
            }
            String text = in.getString();
            to.put(label, text);
        }
    }
}
