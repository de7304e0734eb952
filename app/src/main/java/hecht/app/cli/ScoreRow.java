package hecht.app.cli;

import hecht.app.ingest.Line;
import hecht.app.words.Plain;
import hecht.core.relation.Condition;
import hecht.core.relation.Standing;
import hecht.files.ParquetTable;
import hecht.files.ParquetTable.Column;
import hecht.files.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of `hecht score`, one row for each running relationship, as CSV, JSON and Parquet.
///
/// In CSV health and its interval have four decimals and shares six: more than anybody can believe, and enough to add up.
/// JSON and Parquet have the numbers as they are. Days are in the organisation's zone.
final class ScoreRow {
    static final List<Column> COLUMNS = List.of(
            Column.text("customer"),
            Column.number("health"),
            Column.number("low"),
            Column.number("high"),
            Column.number("spread"),
            new Column("in_view", ParquetTable.Type.FLAG),
            Column.text("condition"),
            Column.number("los"),
            Column.number("koel"),
            Column.number("warm"),
            Column.number("hecht"),
            Column.text("quadrant"),
            Column.number("door"),
            new Column("last_perceived", ParquetTable.Type.DAY),
            new Column("as_of", ParquetTable.Type.DAY));

    static final String HEADER =
            String.join(",", COLUMNS.stream().map(Column::name).toList());

    private static final int POINTS = 4;
    private static final int SHARES = 6;

    private final ZoneId zone;
    private final StringBuilder row = new StringBuilder();

    ScoreRow(ZoneId zone) {
        this.zone = zone;
    }

    /// A row of CSV without its end, valid until the next.
    CharSequence csv(Line line) {
        Standing it = line.standing();
        row.setLength(0);
        Plain.cell(row, line.customer());
        number(it.health(), POINTS);
        number(it.low(), POINTS);
        number(it.high(), POINTS);
        number(it.spread(), POINTS);
        row.append(',').append(it.isInView());
        row.append(',').append(condition(it));
        for (int i = 0; i < it.belief().columns(); i++) number(it.belief().at(i), SHARES);
        row.append(',').append(line.quadrant().word());
        number(it.door(), POINTS);
        row.append(',');
        LocalDate perceived = day(it.lastPerceived());
        if (perceived != null) row.append(perceived);
        row.append(',').append(day(it.asOf()));
        return row;
    }

    private void number(double value, int decimals) {
        row.append(',');
        Plain.decimal(row, value, decimals);
    }

    void json(Line line, Json out) {
        Standing it = line.standing();
        out.open().text("customer", line.customer());
        out.number("health", it.health()).number("low", it.low()).number("high", it.high());
        out.number("spread", it.spread()).flag("in_view", it.isInView()).text("condition", condition(it));
        for (Condition each : Condition.values())
            out.number(each.word(), it.belief().at(each.ordinal()));
        out.text("quadrant", line.quadrant().word()).number("door", it.door());
        out.day("last_perceived", day(it.lastPerceived())).day("as_of", day(it.asOf()));
        out.close().end();
    }

    void parquet(Line line, ParquetTable to) throws Refusal {
        Standing it = line.standing();
        to.add(
                line.customer(),
                it.health(),
                it.low(),
                it.high(),
                it.spread(),
                it.isInView(),
                condition(it),
                it.belief().at(Condition.LOS.ordinal()),
                it.belief().at(Condition.KOEL.ordinal()),
                it.belief().at(Condition.WARM.ordinal()),
                it.belief().at(Condition.HECHT.ordinal()),
                line.quadrant().word(),
                it.door(),
                day(it.lastPerceived()),
                day(it.asOf()));
    }

    private static String condition(Standing it) {
        return Condition.values()[it.mostLikely()].word();
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }
}
