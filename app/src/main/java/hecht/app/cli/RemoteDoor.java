package hecht.app.cli;

import hecht.app.ingest.EventDoor;
import hecht.app.ingest.EventStream;
import hecht.app.ingest.Tally;
import hecht.core.event.Event;
import hecht.core.event.Field;
import hecht.core.event.Problem;
import hecht.files.Refusal;
import hecht.store.event.Answer;
import hecht.store.setup.Imports;
import hecht.store.setup.Quarantine;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The door of the server that runs on the data folder: events go through `/api/v1/events` as everybody's do.
final class RemoteDoor implements EventDoor {
    private static final String IMPORTS = "/api/v1/imports";
    private static final String EVENTS = "/api/v1/events";
    private static final int BODY = 1 << 22; // bytes, a quarter of what the server takes at once

    private final Beside server;

    RemoteDoor(Beside server) {
        this.server = server;
    }

    record Beginning(String file, @Nullable String mapping) {}

    @Override
    public Begun begin(String file, @Nullable String mapping) throws Refusal {
        return server.post(IMPORTS, new Beginning(file, mapping), Begun.class);
    }

    /// What the server answers to events.
    record Answers(List<Line> answers) {
        record Line(String answer, List<Wrong> problems) {}
    }

    record Wrong(String field, String expected, String found, String remedy) {
        static Wrong of(Problem problem) {
            return new Wrong(problem.field(), problem.expected(), problem.found(), problem.remedy());
        }
    }

    @Override
    public List<Answer> take(List<Event> events) throws Refusal {
        List<Answer> answers = new ArrayList<>(events.size());
        for (int from = 0; from < events.size(); ) {
            ByteArrayOutputStream body = new ByteArrayOutputStream(BODY);
            try (EventStream.Writer out = EventStream.writer(body)) {
                while (from < events.size() && body.size() < BODY) out.write(events.get(from++));
            }
            Answers came = server.post(
                    EVENTS, "application/x-ndjson", BodyPublishers.ofByteArray(body.toByteArray()), Answers.class);
            for (Answers.Line each : came.answers) answers.add(answer(each));
        }
        return answers;
    }

    private static Answer answer(Answers.Line line) throws Refusal {
        Wrong why = line.problems.isEmpty() ? null : line.problems.getFirst();
        boolean circular = why != null && why.field.equals(Field.FROM.label());
        return switch (line.answer) {
            case "conflicting" -> circular ? Answer.CIRCULAR : Answer.CONFLICTING;
            case "rejected" ->
                throw new Refusal(
                        Refusal.Kind.USE,
                        why == null
                                ? line.answer
                                : new Problem(why.field, why.expected, why.found, why.remedy).toString());
            default -> Answer.valueOf(line.answer.toUpperCase(Locale.ROOT));
        };
    }

    record Aside(boolean conflicts, List<Row> rows) {}

    record Row(
            String file,
            long place,
            @Nullable String source,
            @Nullable String id,
            @Nullable String customer,
            List<Wrong> problems,
            boolean line,
            String text) {
        static Row of(Quarantine.Kept row) {
            return new Row(
                    row.file(),
                    row.place(),
                    row.source(),
                    row.id(),
                    row.customer(),
                    row.problems().stream().map(Wrong::of).toList(),
                    row.isLine(),
                    row.text());
        }
    }

    @Override
    public void putAside(long number, List<Quarantine.Kept> rows, boolean conflicts) throws Refusal {
        if (rows.isEmpty()) return;
        server.post(
                IMPORTS + "/" + number + "/quarantine",
                new Aside(conflicts, rows.stream().map(Row::of).toList()));
    }

    /// How far an import is, and at its end why it failed.
    record State(
            long bytesRead,
            long bytes,
            long rows,
            long rowsWithoutEvent,
            long accepted,
            long repeated,
            long conflicting,
            long rejected,
            long erased,
            long notSwitchedOn,
            long withoutEmployee,
            List<Tally.Reason> reasons,
            @Nullable String failure) {
        static State of(Imports.Progress progress, Tally tally, @Nullable String failure) {
            return new State(
                    progress.bytesRead(),
                    progress.bytes(),
                    tally.rows(),
                    tally.rowsWithoutEvent(),
                    tally.accepted(),
                    tally.repeated(),
                    tally.conflicting(),
                    tally.rejected(),
                    tally.erased(),
                    tally.notSwitchedOn(),
                    tally.withoutEmployee(),
                    tally.reasons(),
                    failure);
        }
    }

    @Override
    public void tell(long number, Imports.Progress progress, Tally tally) throws Refusal {
        server.post(IMPORTS + "/" + number + "/progress", State.of(progress, tally, null));
    }

    @Override
    public void end(long number, Imports.Progress progress, Tally tally, @Nullable String failure) throws Refusal {
        server.post(IMPORTS + "/" + number + "/end", State.of(progress, tally, failure));
    }
}
