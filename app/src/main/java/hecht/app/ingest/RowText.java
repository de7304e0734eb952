package hecht.app.ingest;

import hecht.files.Row;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A row as JSON: its line where it is one, else an object of its cells, in the order of its columns.
final class RowText {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private RowText() {}

    static String of(Row row) {
        String line = row.line();
        if (line != null) return line;
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            for (int i = 0; i < row.columns().size(); i++) {
                String cell = row.cell(i);
                if (cell != null) json.writeStringProperty(row.columns().get(i), cell);
            }
            json.writeEndObject();
        }
        return out.toString();
    }
}
