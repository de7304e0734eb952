package hecht.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Field;
import hecht.demo.Lichtland;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// `examples/lichtland.csv`: what `hecht simulate --customers 60` tells, as a table for people who open it in a spreadsheet. One
/// event a row in order of time, hecht's own columns that carry values: who and what first, then each type's own, and last
/// what only machines read.
final class LichtlandTable {
    static final int CUSTOMERS = 60;

    private static final List<Field> FIRST = List.of(
            Field.TIME,
            Field.CUSTOMER,
            Field.NAME,
            Field.TYPE,
            Field.KIND,
            Field.DIRECTION,
            Field.OUTCOME,
            Field.GOAL,
            Field.CASE,
            Field.PRODUCT,
            Field.CHANNEL);
    private static final List<Field> LAST = List.of(Field.SOURCE, Field.ID);

    private LichtlandTable() {}

    static String csv() {
        List<Event> events = new ArrayList<>();
        Lichtland.of(CUSTOMERS, Lichtland.SEED).generate(events::add, truth -> {});
        events.sort(Comparator.comparing(Event::time)); // stable: at one moment a customer's own order stays
        List<Map<String, String>> rows =
                events.stream().map(LichtlandTable::row).toList();
        List<String> columns = columns(rows);
        StringWriter text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            out.writeRecord(columns);
            for (Map<String, String> row : rows)
                out.writeRecord(
                        columns.stream().map(each -> row.getOrDefault(each, "")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, String> row(Event event) {
        Map<String, String> row = new LinkedHashMap<>();
        EventWriter.write(
                event,
                (field, value) -> row.put(field.label(), value),
                (name, value) -> row.put(Field.ATTRIBUTES.label() + "." + name, value));
        return row;
    }

    private static List<String> columns(List<Map<String, String>> rows) {
        TreeSet<String> carried = new TreeSet<>();
        rows.forEach(row -> carried.addAll(row.keySet()));
        List<Field> fields = new ArrayList<>(FIRST);
        for (Field each : Field.values()) if (!FIRST.contains(each) && !LAST.contains(each)) fields.add(each);
        fields.addAll(LAST);
        List<String> columns = new ArrayList<>();
        for (Field each : fields) if (carried.remove(each.label())) columns.add(each.label());
        columns.addAll(columns.size() - LAST.size(), carried); // attributes
        return columns;
    }
}
