package hecht.store.setup;

import hecht.core.event.Problem;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/// What is wrong with a row, as JSON: `[{"field":"time","expected":"…","found":"…","remedy":"…"}]`.
final class ProblemsText {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private ProblemsText() {}

    static String write(List<Problem> problems) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (Problem each : problems) {
                json.writeStartObject();
                json.writeStringProperty("field", Quarantine.text(each.field()));
                json.writeStringProperty("expected", Quarantine.text(each.expected()));
                json.writeStringProperty("found", Quarantine.text(each.found()));
                json.writeStringProperty("remedy", Quarantine.text(each.remedy()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return out.toString();
    }

    static List<Problem> read(String text) {
        List<Problem> problems = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> values = new HashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    values.put(name, json.getString());
                }
                problems.add(new Problem(
                        values.getOrDefault("field", ""),
                        values.getOrDefault("expected", ""),
                        values.getOrDefault("found", ""),
                        values.getOrDefault("remedy", "")));
            }
        }
        return problems;
    }

    /// A text as it stands in JSON.
    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
