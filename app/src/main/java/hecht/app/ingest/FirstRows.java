package hecht.app.ingest;

import hecht.core.event.Event;
import hecht.core.event.EventWriter;
import hecht.core.event.Problem;
import hecht.files.Input;
import hecht.files.Progress;
import hecht.files.Refusal;
import hecht.files.Row;
import hecht.files.Sink;
import java.util.ArrayList;
import java.util.List;

/// The first rows of an input as a mapping reads them, to look at.
public final class FirstRows implements Sink {
    private final int most;
    private final List<Seen> rows = new ArrayList<>();

    private FirstRows(int most) {
        this.most = most;
    }

    /// @param events each as its fields and attributes, in the order of the contract
    public record Seen(String file, long row, List<List<Value>> events, List<String> problems) {}

    public record Value(String field, String text) {}

    public static List<Seen> of(Input input, int most) throws Refusal {
        FirstRows first = new FirstRows(most);
        try {
            input.read(first, Progress.SILENT);
        } catch (Enough e) {
            // What was wanted was seen.
        }
        return first.rows;
    }

    @Override
    public void accept(Event event, Row row) {
        List<Value> values = new ArrayList<>();
        EventWriter.write(
                event,
                (field, text) -> values.add(new Value(field.label(), text)),
                (name, text) -> values.add(new Value("attributes." + name, text)));
        seen(row).events.add(values);
    }

    @Override
    public void refuse(List<Problem> problems, Row row) {
        Seen seen = seen(row);
        problems.forEach(each -> seen.problems.add(each.sentence()));
    }

    @Override
    public void skip(Row row) {
        seen(row);
    }

    private Seen seen(Row row) {
        Seen last = rows.isEmpty() ? null : rows.getLast();
        if (last != null && last.row == row.number() && last.file.equals(row.file())) return last;
        if (rows.size() == most) throw new Enough();
        Seen next = new Seen(row.file(), row.number(), new ArrayList<>(), new ArrayList<>());
        rows.add(next);
        return next;
    }

    /// Stops the reading.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
