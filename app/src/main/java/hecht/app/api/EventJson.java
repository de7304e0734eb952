package hecht.app.api;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.Field;
import hecht.core.event.NamedValues;
import hecht.core.event.Problem;
import hecht.core.event.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads events from the body of a request: a line each (NDJSON), a list, or one object. An object is an event as in the
/// contract, with its attributes in an object of their own; or a CloudEvent of version 1.0, by its `specversion`.
///
/// Of a line that is no JSON only that line is wrong. A list that is no JSON is wrong as a whole, since nobody can say where
/// its next event begins.
final class EventJson {
    private static final int LONGEST_LINE = 1 << 20;
    private static final String MORE = "{…}"; // where a text is expected
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final EventReader reader;
    private final NamedValues values = new NamedValues();
    private final List<Came> came = new ArrayList<>();

    /// @param zone of moments without an offset  @param latest the last moment that is believed
    EventJson(ZoneId zone, Instant latest) {
        this.reader = new EventReader(zone, latest);
    }

    /// A body that cannot be read at all, in a sentence for who sent it.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }

        String sentence() {
            return getMessage() + "";
        }
    }

    List<Came> read(byte[] body) throws Unreadable {
        int first = 0;
        while (first < body.length && body[first] <= ' ' && body[first] >= 0) first++;
        if (first == body.length) throw new Unreadable("The body: expected events, found nothing.");
        if (body[first] == '[') list(body);
        else lines(body);
        return came;
    }

    private void lines(byte[] body) {
        int line = 0;
        for (int from = 0; from < body.length; ) {
            int to = from;
            while (to < body.length && body[to] != '\n') to++;
            line++;
            if (!isBlank(body, from, to)) line(line, body, from, to);
            from = to + 1;
        }
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int i = from; i < to; i++) if (body[i] > ' ' || body[i] < 0) return false;
        return true;
    }

    private void line(int place, byte[] body, int from, int to) {
        if (to - from > LONGEST_LINE) {
            wrong(place, new Problem("", "a line of at most 1 MiB", "a longer one", ""));
            return;
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body, from, to - from)) {
            if (json.nextToken() != JsonToken.START_OBJECT) throw new Odd("a JSON object");
            Reading reading = event(json);
            if (json.nextToken() != null) throw new Odd("one JSON object a line");
            take(place, reading);
        } catch (JacksonException | Odd e) {
            String beginning = new String(body, from, Math.min(to - from, 100), StandardCharsets.UTF_8).strip();
            String expected = e instanceof Odd odd ? odd.expected : "a JSON object, each name once";
            wrong(place, new Problem("", expected, beginning, ""));
        }
    }

    private void list(byte[] body) throws Unreadable {
        int place = 0;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                place++;
                if (json.currentToken() == JsonToken.START_OBJECT) take(place, event(json));
                else {
                    wrong(place, new Problem("", "a JSON object", "something else", ""));
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) throw new Odd("nothing after the list");
        } catch (JacksonException | Odd e) {
            throw new Unreadable("The body, event " + Math.max(place, 1) + ": expected "
                    + (e instanceof Odd odd ? odd.expected : "a list of JSON objects, each name once")
                    + ", found something else; nothing was stored.");
        }
    }

    private void take(int place, Reading reading) {
        switch (reading) {
            case Reading.Accepted(Event event) -> came.add(new Came.Fine(place, event));
            case Reading.Refused(List<Problem> problems) -> came.add(new Came.Wrong(place, problems));
        }
    }

    private void wrong(int place, Problem problem) {
        came.add(new Came.Wrong(place, List.of(problem)));
    }

    /// JSON, but not as it should be.
    private static final class Odd extends Exception {
        private static final long serialVersionUID = 1L;
        private final String expected;

        Odd(String expected) {
            super(expected);
            this.expected = expected;
        }
    }

    // ---- one event

    /// @param json at the beginning of an object; afterwards at its end
    private Reading event(JsonParser json) {
        values.clear();
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> data = new LinkedHashMap<>();
        boolean hasData = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT && name.equals(CloudEvents.DATA)) {
                hasData = true;
                while (json.nextToken() != JsonToken.END_OBJECT)
                    field(json.currentName(), json.nextToken(), json, data);
            } else field(name, token, json, fields);
        }
        if (CloudEvents.isOne(fields)) fields = CloudEvents.plain(fields, data);
        else if (hasData) fields.put(CloudEvents.DATA, MORE);
        fields.forEach(values::put);
        return reader.read(values);
    }

    private void field(String name, JsonToken token, JsonParser json, Map<String, String> into) {
        if (token == JsonToken.START_OBJECT && name.equals(Field.ATTRIBUTES.label())) attributes(json);
        else if (token.isStructStart()) {
            json.skipChildren();
            into.put(name, MORE);
        } else if (token != JsonToken.VALUE_NULL) into.put(name, json.getString());
    }

    private void attributes(JsonParser json) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                json.skipChildren();
                values.putAttribute(name, MORE);
            } else if (token != JsonToken.VALUE_NULL) values.putAttribute(name, json.getString());
        }
    }
}
