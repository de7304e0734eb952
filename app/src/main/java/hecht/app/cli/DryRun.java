package hecht.app.cli;

import hecht.app.ingest.FirstRows;
import hecht.app.ingest.Histories;
import hecht.app.ingest.Tally;
import hecht.app.ingest.Terms;
import hecht.files.Input;
import hecht.files.Refusal;
import hecht.files.Rejects;
import java.util.ArrayList;
import java.util.List;

/// `hecht import FILE… --dry-run`: everything is read and nothing is written, not even what is rejected.
final class DryRun {
    private static final int ROWS = 10;

    private final Conversation with;
    private final List<String> files;
    private final FileOptions reading;

    DryRun(Conversation with, List<String> files, FileOptions reading) {
        this.with = with;
        this.files = files;
        this.reading = reading;
    }

    int run(boolean json) throws Refusal {
        try (Destination out = with.output();
                Input input = reading.open(files, with);
                Rejects rejects = Rejects.forgotten(input);
                Histories histories = Histories.read(input, terms(), rejects, with.reading())) {
            with.progressIsOver();
            Tally tally = histories.tally();
            List<FirstRows.Seen> rows = FirstRows.of(input, ROWS);
            if (json) json(tally, rows, new Json(out));
            else lines(tally, rows).forEach(out::line);
            out.finish();
            return tally.isAnythingKeptAside() ? Exit.REJECTS : Exit.DONE;
        } finally {
            with.progressIsOver();
        }
    }

    private Terms terms() throws Refusal {
        return Terms.of(reading.zone(with, null), with.around().clock().instant());
    }

    private List<String> lines(Tally tally, List<FirstRows.Seen> rows) {
        Tallied tallied = new Tallied(with);
        List<String> lines = new ArrayList<>();
        lines.add(with.say("import.dry-run"));
        lines.add(tallied.sum(tally));
        lines.addAll(tallied.reasons(tally));
        lines.add("");
        lines.add(with.say("import.rows-read", (long) rows.size()));
        for (FirstRows.Seen each : rows) {
            lines.add("  " + Shown.safely(each.file()) + ", " + with.say("import.row", each.row()));
            if (each.events().isEmpty() && each.problems().isEmpty()) lines.add("    " + with.say("import.no-event"));
            for (List<FirstRows.Value> event : each.events()) {
                StringBuilder line = new StringBuilder("   ");
                for (FirstRows.Value value : event)
                    line.append(' ').append(value.field()).append('=').append(Shown.safely(value.text()));
                lines.add(line.toString());
            }
            for (String problem : each.problems())
                lines.add("    " + with.say("import.rejected", Shown.safely(problem)));
        }
        return lines;
    }

    private static void json(Tally tally, List<FirstRows.Seen> rows, Json out) {
        out.open();
        TallyJson.fields(tally, out);
        out.openList("first_rows");
        for (FirstRows.Seen each : rows) {
            out.open().text("file", each.file()).whole("row", each.row());
            out.openList("events");
            for (List<FirstRows.Value> event : each.events()) {
                out.open();
                for (FirstRows.Value value : event) out.text(value.field(), value.text());
                out.close();
            }
            out.closeList().openList("problems");
            each.problems().forEach(out::value);
            out.closeList().close();
        }
        out.closeList().close();
        out.end();
    }
}
