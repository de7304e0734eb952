package hecht.app.web.setup.quarantine;

import hecht.core.event.Problem;
import hecht.store.setup.Quarantine.Held;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A row to take along, as a line of JSON: its own cells, and what is wrong with it in four more, which an import passes over.
final class Mendable {
    /// Numbers keep every digit that they came with.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Mendable() {}

    static String line(Held held) {
        ObjectNode row = row(held.row().text());
        List<Problem> problems = held.row().problems();
        row.put("_row", Long.toString(held.row().place()));
        row.put("_field", joined(problems, Problem::field));
        row.put(
                "_expected",
                joined(
                        problems,
                        each -> each.remedy().isEmpty()
                                ? each.expected()
                                : each.expected() + " (" + each.remedy() + ")"));
        row.put("_found", joined(problems, Problem::found));
        return JSON.writeValueAsString(row);
    }

    private static ObjectNode row(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read instanceof ObjectNode object) return object;
            return JSON.createObjectNode().put("_line", read.isString() ? read.stringValue() : text);
        } catch (JacksonException e) {
            return JSON.createObjectNode().put("_line", text); // a line that is no JSON
        }
    }

    private static String joined(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream().map(part).collect(Collectors.joining("; "));
    }
}
