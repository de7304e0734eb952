package hecht.app.cli;

import hecht.app.cli.OutputOptions.Form;
import hecht.app.ingest.Scored;
import hecht.files.ParquetTable;
import hecht.files.Refusal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where scores go, in one of their forms. Opened before anything is read, so that who cannot write hears of it at once.
final class Scores implements AutoCloseable {
    private final Form form;
    private final Destination out;
    private final @Nullable ParquetTable table;

    private Scores(Form form, Destination out, @Nullable ParquetTable table) {
        this.form = form;
        this.out = out;
        this.table = table;
    }

    /// @param file null for standard output
    static Scores to(Form form, @Nullable Path file, Conversation with) throws Refusal {
        return form == Form.PARQUET && file != null
                ? new Scores(form, Destination.nowhere(), ParquetTable.create(file, ScoreRow.COLUMNS))
                : new Scores(form, with.output(file), null);
    }

    void report(List<String> lines) {
        lines.forEach(out::line);
        out.finish();
    }

    /// Every running relationship, as it passes.
    void all(Scored scored, ZoneId zone) throws Refusal {
        ScoreRow row = new ScoreRow(zone);
        ParquetTable parquet = table;
        if (parquet != null) {
            scored.each(line -> row.parquet(line, parquet));
            parquet.finish();
        } else if (form == Form.JSON) {
            Json json = new Json(out);
            scored.each(line -> row.json(line, json));
        } else {
            out.line(ScoreRow.HEADER);
            scored.each(line -> out.line(row.csv(line)));
        }
        out.finish();
    }

    @Override
    public void close() {
        if (table != null) table.close();
        out.close();
    }
}
