package hecht.app.cli;

import hecht.app.cli.TextTable.Column;
import hecht.app.ingest.Line;
import hecht.app.ingest.Scored;
import hecht.app.ingest.Summary;
import hecht.app.words.Figures;
import hecht.app.words.Phrases;
import hecht.core.relation.Condition;
import hecht.core.relation.Contribution;
import hecht.core.relation.Mode;
import hecht.core.relation.Standing;
import hecht.core.relation.Why;
import hecht.files.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Scores for a person at a terminal: two or three sentences on all relationships, how they are spread, and those to look at
/// first with what moved each most.
final class ScoreReport {
    private static final int WHISKER = 20;
    private static final int NARROW_WHISKER = 13;
    private static final int BELIEF = 10;
    private static final int LEAST_MOVED = 18;
    private static final int LEAST_CUSTOMER = 12;
    private static final int WIDEST = 160;

    private final Conversation with;
    private final Study study;
    private final Phrases phrases;
    private final Figures figures;
    private final Ink ink;

    ScoreReport(Conversation with, Study study) {
        this.with = with;
        this.study = study;
        this.figures = with.figures(study.zone());
        this.phrases = new Phrases(with.messages(), figures, study.fold().model());
        this.ink = with.ink();
    }

    /// The sentences on all relationships together.
    List<String> sentences(Scored scored) {
        Summary all = scored.summary();
        List<String> told = new ArrayList<>();
        if (all.running() == 0) {
            told.add(with.say("score.nobody", figures.date(scored.asOf())));
        } else {
            told.add(with.say("score.as-of", figures.date(scored.asOf()), all.running()));
            told.add(health(all));
            told.add(with.say("score.silent", (long) all.running() - all.inView()));
        }
        if (Math.round(all.latentLeavers()) > 0 && all.running() >= Goals.ENOUGH)
            told.add(with.say("score.latent", Math.round(all.latentLeavers())));
        if (all.closed() > 0) told.add(with.say("score.closed", (long) all.closed()));
        if (all.notBegun() > 0) told.add(with.say("score.not-begun", (long) all.notBegun()));
        return told;
    }

    private String health(Summary all) {
        if (!phrases.countsInHundreds()) return with.say("score.order-only");
        if (all.running() < Goals.ENOUGH) return with.say("score.too-few", (long) all.running());
        String sentence = with.say(
                study.fold().model().mode() == Mode.CONTRACT ? "score.health" : "score.health-rhythm",
                Math.round(all.health()),
                figures.tenths(all.low()),
                figures.tenths(all.high()));
        return sentence + " " + with.say(phrases.isFitted() ? "score.fitted" : "score.not-fitted");
    }

    /// The whole report, in lines.
    List<String> lines(Scored scored, int rows) throws Refusal {
        int columns = Math.min(with.columns(), WIDEST);
        Lookout lookout = new Lookout(rows);
        scored.each(lookout::see);
        List<String> lines = new ArrayList<>(Shown.lines(String.join(" ", sentences(scored)), columns));
        if (scored.summary().running() == 0) return lines;
        lines.add("");
        lines.addAll(distribution(lookout, columns));
        List<Line> first = lookout.first();
        if (first.isEmpty()) return lines;
        lines.add("");
        lines.add(ink.strong(heading(scored, first)));
        lines.addAll(table(first, columns));
        lines.add("");
        lines.addAll(Shown.lines(legend(), columns));
        return lines;
    }

    private String heading(Scored scored, List<Line> first) {
        boolean all = first.size() == scored.summary().running();
        return all ? with.say("score.all") : with.say("score.first", (long) first.size());
    }

    private List<String> distribution(Lookout lookout, int columns) {
        List<String> labels = new ArrayList<>();
        List<long[]> counts = new ArrayList<>();
        if (phrases.countsInHundreds()) {
            long[][] bands = lookout.byBand();
            int from = 0;
            int to = bands.length;
            while (bands[from][0] + bands[from][1] == 0) from++;
            while (bands[to - 1][0] + bands[to - 1][1] == 0) to--;
            for (int i = from; i < to; i++) {
                labels.add(phrases.range(i * Lookout.BAND, (i + 1) * Lookout.BAND));
                counts.add(bands[i]);
            }
        } else {
            for (Condition each : Condition.values()) {
                labels.add(with.messages().word(each));
                counts.add(lookout.byCondition()[each.ordinal()]);
            }
        }
        return marks(labels, counts, columns);
    }

    private List<String> marks(List<String> labels, List<long[]> counts, int columns) {
        int labelled = labels.stream().mapToInt(Shown::width).max().orElse(0);
        long most = counts.stream().mapToLong(each -> each[0] + each[1]).max().orElse(0);
        int numbered = Shown.width(figures.whole(most));
        int room = Math.max(10, columns - labelled - numbered - 6);
        long each = Math.max(1, Math.ceilDiv(most, (long) room));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            long[] of = counts.get(i);
            String line = "  " + Shown.right(labels.get(i), labelled) + "  "
                    + Shown.right(figures.whole(of[0] + of[1]), numbered) + "  "
                    + Drawing.marks(of[0], of[1], (double) each);
            lines.add(line.stripTrailing());
        }
        String marks = with.say("score.marks", Drawing.IN_VIEW, Drawing.NOT_IN_VIEW);
        lines.add(ink.faint("  " + marks + (each == 1 ? "" : "  " + with.say("score.marks-many", each))));
        return lines;
    }

    private List<String> table(List<Line> first, int columns) throws Refusal {
        boolean health = phrases.countsInHundreds();
        boolean contract = study.fold().model().mode() == Mode.CONTRACT;
        int whisker = columns >= 110 ? WHISKER : NARROW_WHISKER;
        double from = Drawing.axisFrom(study.fold().model().mode());
        List<Column> heads = new ArrayList<>();
        heads.add(Column.cut(with.say("column.customer"), 0, LEAST_CUSTOMER));
        if (health) {
            heads.add(Column.number(with.say("column.health"), 0));
            heads.add(Column.text(Drawing.axis(from, whisker), 0));
        }
        heads.add(Column.text(with.say("column.belief"), 1));
        if (contract) heads.add(Column.text(with.say("column.door"), 4));
        heads.add(Column.text(with.say("column.perceived"), 3));
        heads.add(Column.text(with.say("column.heard"), 5));
        heads.add(Column.cut(with.say("column.moved"), 0, LEAST_MOVED));
        TextTable table = new TextTable(heads);
        for (Line each : first) {
            Standing it = each.standing();
            List<String> cells = new ArrayList<>();
            cells.add(Shown.safely(each.customer()));
            if (health) {
                cells.add(with.say("health.cell", Math.round(it.health()), phrases.range(it.low(), it.high())));
                cells.add(Drawing.whisker(it.low(), it.health(), it.high(), it.isInView(), from, whisker));
            }
            cells.add((health ? "" : sight(it) + " ") + Drawing.belief(it.belief(), BELIEF, ink));
            if (contract) cells.add(phrases.door(it));
            cells.add(phrases.day(it.lastPerceived()));
            cells.add(phrases.heard(it));
            cells.add(moved(each));
            table.row(cells);
        }
        return table.lines(columns, ink);
    }

    private static char sight(Standing it) {
        return it.isInView() ? Drawing.IN_VIEW : Drawing.NOT_IN_VIEW;
    }

    /// The contribution that counts for most now: its points and its reason.
    private String moved(Line of) throws Refusal {
        var history = study.histories().of(of.customer());
        if (history.isEmpty()) return "";
        Why why = history.get().why(study.fold(), of.standing().asOf());
        Optional<Contribution> most =
                why.contributions().stream().max(Comparator.comparingDouble(each -> Math.abs(each.now())));
        if (most.isEmpty()) return with.say("moved.nothing");
        String points = figures.change(Math.round(10 * most.get().now()));
        String goal = most.get()
                .event()
                .map(event -> event.envelope().subject().goal())
                .orElse(null);
        return (phrases.countsInHundreds() ? points : points.substring(0, 1))
                + " "
                + (goal == null ? "" : Shown.safely(goal) + ": ")
                + phrases.mainReason(most.get());
    }

    private String legend() {
        StringBuilder shades = new StringBuilder();
        for (Condition each : Condition.values())
            shades.append(shades.isEmpty() ? "" : "  ")
                    .append(Drawing.shade(each, ink))
                    .append(' ')
                    .append(with.messages().word(each));
        return with.say("score.legend", shades) + " "
                + (phrases.countsInHundreds() ? with.say("score.legend-interval") + " " : "")
                + with.say("score.next");
    }
}
