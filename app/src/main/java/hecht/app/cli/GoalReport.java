package hecht.app.cli;

import hecht.app.cli.TextTable.Column;
import hecht.app.words.Figures;
import hecht.app.words.Wilson;
import java.util.ArrayList;
import java.util.List;

/// Episodes of everybody by goal, for a person: right first time counted twice, contacts, quality beside its rivals.
final class GoalReport {
    private static final int WIDEST = 120;

    private final Conversation with;
    private final Figures figures;
    private final Ink ink;

    GoalReport(Conversation with, Basis basis) {
        this.with = with;
        this.figures = with.figures(basis.zone());
        this.ink = with.ink();
    }

    List<String> lines(Goals goals, int most) {
        int columns = with.isRead() ? Math.min(with.columns(), WIDEST) : WIDEST;
        List<String> lines = new ArrayList<>();
        if (goals.all().n() == 0) {
            lines.add(with.say("episodes.none", goals.open()));
            return lines;
        }
        lines.addAll(Shown.lines(with.say("episodes.all", goals.all().n(), goals.open()), columns));
        lines.add("");
        TextTable table = new TextTable(List.of(
                Column.cut(with.say("column.goal"), 0, 16),
                Column.number("n", 0),
                Column.number(with.say("column.ours"), 0),
                Column.number(with.say("column.theirs"), 0),
                Column.number(with.say("column.contacts"), 1),
                Column.number(with.say("column.quality"), 0),
                Column.number(with.say("column.mean"), 3),
                Column.number(with.say("column.peak-end"), 2)));
        List<Goals.Goal> each = goals.byGap();
        each.stream().limit(most).forEach(goal -> table.row(cells(goal, name(goal))));
        table.row(cells(goals.all(), with.say("episodes.together")));
        lines.addAll(table.lines(columns, ink));
        if (each.size() > most) lines.add(with.say("episodes.more-goals", (long) each.size() - most));
        lines.add("");
        lines.addAll(Shown.lines(with.say("episodes.legend"), columns));
        return lines;
    }

    private String name(Goals.Goal of) {
        return of.name().equals(Goals.UNNAMED) ? with.say("episodes.unnamed") : Shown.safely(of.name());
    }

    /// A share with its interval, nine in ten.
    private String share(double share, long n) {
        return with.say(
                "episodes.share",
                Math.round(100 * share),
                Math.round(100 * Wilson.end(share, n, -1)),
                Math.round(100 * Wilson.end(share, n, 1)));
    }

    private List<String> cells(Goals.Goal of, String name) {
        if (!of.isEnough()) {
            String few = with.say("episodes.too-few", of.n());
            return List.of(name, figures.whole(of.n()), "", "", "", few, "", "");
        }
        return List.of(
                name,
                figures.whole(of.n()),
                share(of.byUs(), of.n()),
                share(of.byCustomer(), of.n()),
                figures.tenths(of.contacts()),
                figures.hundredths(of.quality()),
                figures.hundredths(of.mean()),
                figures.hundredths(of.peakEnd()));
    }
}
