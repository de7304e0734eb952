package hecht.app.web.setup.quarantine;

import hecht.core.event.Problem;
import hecht.store.setup.Quarantine.Held;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One row that waits, as the page shows it: what is wrong, and the row itself.
///
/// @param cells of the row by their columns; of a line that is no object, the line alone under no name
public record Entry(long number, String file, long place, List<Problem> problems, List<Cell> cells) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One cell.
    ///
    /// @param wrong whether what is wrong was found in it
    public record Cell(String column, String text, boolean wrong) {}

    public Entry {
        problems = List.copyOf(problems);
        cells = List.copyOf(cells);
    }

    static Entry of(Held held) {
        List<Cell> cells = new ArrayList<>();
        JsonNode row = read(held.row().text());
        if (row.isObject())
            row.properties().forEach(each -> cells.add(cell(each.getKey(), text(each.getValue()), held)));
        else cells.add(new Cell("", row.isString() ? row.stringValue() : row.toString(), false));
        return new Entry(
                held.number(), held.row().file(), held.row().place(), held.row().problems(), cells);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(text); // a line that is no JSON
        }
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.isNull() ? "" : value.toString();
    }

    private static Cell cell(String column, String text, Held held) {
        boolean wrong = held.row().problems().stream()
                .anyMatch(each -> !each.found().isEmpty() && each.found().equals(text.strip()));
        return new Cell(column, text, wrong);
    }
}
