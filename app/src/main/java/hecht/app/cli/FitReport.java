package hecht.app.cli;

import hecht.app.cli.TextTable.Column;
import hecht.app.learning.Learning.Learned;
import hecht.app.words.Figures;
import hecht.core.relation.Condition;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.RhythmParameters;
import hecht.insight.fit.Asymmetry;
import hecht.insight.fit.Estimate;
import hecht.insight.fit.Fit;
import hecht.insight.fit.Quantity;
import hecht.insight.regression.Coefficient;
import hecht.insight.trial.Rival.Name;
import hecht.insight.trial.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What was learned and how good it is, for a person: one plain sentence on each comparison, the contrary too.
final class FitReport {
    private static final int WIDEST = 110;
    private static final double BOLD =
            .9; // a calibration slope below this says that chances are too bold, above its inverse too timid
    private static final double TIMID = 1.1;
    private static final Set<Name> TO_TRUST_INSTEAD =
            EnumSet.of(Name.BASE_RATE, Name.RECENCY_FREQUENCY, Name.RECALIBRATED);
    private static final double ANYTHING = 100; // a rate a year that is as good as no limit

    private final Conversation with;
    private final Figures figures;
    private final Ink ink;

    FitReport(Conversation with, Basis basis) {
        this.with = with;
        this.figures = with.figures(basis.zone());
        this.ink = with.ink();
    }

    List<String> lines(Learned learned) {
        List<String> lines = new ArrayList<>();
        int columns = with.isRead() ? Math.min(with.columns(), WIDEST) : WIDEST;
        tell(lines, from(learned), columns);
        if (!(learned.fit() instanceof Fit.Converged found)) {
            tell(lines, why(learned.fit()), columns);
            return lines;
        }
        lines.add("");
        if (learned.verdict() == null) tell(lines, with.say("fit.not-judged"), columns);
        else judged(learned.verdict(), columns, lines);
        lines.add("");
        if (found.found().mode() == Mode.RHYTHM) rhythm(found.found(), columns, lines);
        else contract(learned, found.found(), columns, lines);
        return lines;
    }

    private static void tell(List<String> lines, String sentence, int columns) {
        lines.addAll(Shown.lines(sentence, columns));
    }

    private String from(Learned learned) {
        boolean rhythm = isRhythm(learned);
        String told = with.say(
                rhythm ? "fit.from-rhythm" : "fit.from",
                learned.customers(),
                learned.left(),
                figures.date(learned.first()),
                figures.date(learned.asOf()));
        if (learned.learnedFrom() >= learned.customers() || learned.learnedFrom() == 0) return told;
        return told + " " + with.say("fit.some-are-enough", learned.learnedFrom());
    }

    private static boolean isRhythm(Learned learned) {
        return learned.fit() instanceof Fit.Converged found
                ? found.found().mode() == Mode.RHYTHM
                : learned.fit() instanceof Fit.NothingToLearn none
                        && none.why() == Fit.NothingToLearn.Why.NOBODY_RETURNED;
    }

    private String why(Fit fit) {
        return switch (fit) {
            case Fit.NothingToLearn none ->
                with.say("fit.nothing."
                        + none.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Fit.OutOfRounds out -> with.say("fit.out-of-rounds");
            case Fit.Stopped stopped -> with.say("fit.stopped");
            case Fit.Fell fell -> with.say("fit.fell");
            case Fit.Converged converged -> throw new IllegalArgumentException("it converged");
        };
    }

    // ---- the trial

    private void judged(Verdict verdict, int columns, List<String> lines) {
        Verdict.Horizon main = verdict.main();
        boolean buys = verdict.mode() == Mode.RHYTHM;
        tell(
                lines,
                with.say(
                        buys ? "fit.judged-rhythm" : "fit.judged",
                        (long) main.customers(),
                        (long) main.months(),
                        figures.date(verdict.period().cutoff()),
                        main.yes()),
                columns);
        if (!main.isEnough()) {
            tell(lines, with.say("fit.too-few"), columns);
            return;
        }
        lines.add("");
        TextTable table = new TextTable(List.of(
                Column.cut("", 0, 20),
                Column.number(with.say("fit.column.log-loss"), 0),
                Column.number(with.say("fit.column.behind"), 0),
                Column.number("AUC", 1),
                Column.number(with.say("fit.column.slope"), 2),
                Column.number("ECE", 3)));
        for (Verdict.Line each : main.lines())
            table.row(List.of(
                    name(each.name()),
                    thousandths(each.logLoss()),
                    each.name() == Name.MODEL ? "" : difference(each),
                    each.auc().map(this::thousandths).orElse("–"),
                    each.name() == Name.BASE_RATE
                            ? "–"
                            : each.slope()
                                    .map(slope -> figures.hundredths(slope.estimate()))
                                    .orElse("–"),
                    thousandths(each.predictions().calibrationError(10))));
        lines.addAll(table.lines(columns, ink));
        boolean compared = main.of(Name.RECENCY_FREQUENCY).isPresent();
        tell(lines, with.say(compared ? "fit.flattered" : "fit.flattered-one"), columns);
        lines.add("");
        for (Verdict.Line each : main.lines()) if (each.name() != Name.MODEL) tell(lines, sentence(each), columns);
        tell(lines, calibration(main.model()), columns);
        for (Verdict.Horizon each : verdict.horizons())
            if (each != main)
                tell(
                        lines,
                        with.say(
                                "fit.shorter",
                                (long) each.months(),
                                thousandths(each.model().logLoss()),
                                each.of(Name.BASE_RATE)
                                        .map(line -> thousandths(line.logLoss()))
                                        .orElse("–"),
                                each.model().auc().map(this::thousandths).orElse("–")),
                        columns);
        tell(lines, trust(main), columns);
    }

    private String name(Name of) {
        return with.say("fit.rival." + word(of));
    }

    private static String word(Name of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How much worse than the model, with its four-in-five reach.
    private String difference(Verdict.Line line) {
        String sign = line.behind() > 0 ? "+" : "";
        return sign + thousandths(line.behind()) + " ± " + thousandths(1.28 * line.standardError());
    }

    private String sentence(Verdict.Line line) {
        return with.say("fit.says." + word(line.name()) + "."
                + switch (line.order()) {
                    case MODEL_BETTER -> "better";
                    case ALIKE -> "alike";
                    case MODEL_WORSE -> "worse";
                });
    }

    /// Bold or timid where the slope says so, and its four-in-five reach does not take it back.
    private String calibration(Verdict.Line model) {
        Coefficient slope = model.slope().orElse(null);
        if (slope == null) return with.say("fit.calibration.unknown");
        double reach = 1.28 * slope.standardError();
        boolean bold = slope.estimate() < BOLD && slope.estimate() + reach < 1;
        boolean timid = slope.estimate() > TIMID && slope.estimate() - reach > 1;
        return with.say(
                "fit.calibration." + (bold ? "bold" : timid ? "timid" : "right"),
                figures.hundredths(slope.estimate()),
                figures.hundredths(slope.estimate() - reach),
                figures.hundredths(slope.estimate() + reach));
    }

    /// Which number to trust: the model's, unless something simpler does better.
    private String trust(Verdict.Horizon main) {
        for (Verdict.Line each : main.lines())
            if (each.order() == Verdict.Order.MODEL_WORSE && TO_TRUST_INSTEAD.contains(each.name()))
                return with.say("fit.trust-other", name(each.name()));
        return with.say("fit.trust");
    }

    // ---- what was learned

    private void contract(Learned learned, Model found, int columns, List<String> lines) {
        tell(lines, with.say("fit.learned"), columns);
        List<Column> headings = new ArrayList<>(List.of(Column.text("", 0)));
        for (Condition each : Condition.values())
            headings.add(Column.number(with.messages().word(each), 0));
        TextTable table = new TextTable(headings);
        row(table, "fit.row.leaving", learned, Quantity.Kind.LEAVING);
        row(table, "fit.row.answering", learned, Quantity.Kind.ANSWERING);
        row(table, "fit.row.start", learned, Quantity.Kind.START);
        List<String> staying = new ArrayList<>(List.of(with.say("fit.row.staying")));
        for (int i = 0; i < found.staying().columns(); i++)
            staying.add(figures.hundredths(found.staying().at(i)));
        table.row(staying);
        lines.addAll(table.lines(columns, ink));
        lines.add("");
        Asymmetry asymmetry = learned.asymmetry();
        if (asymmetry != null) tell(lines, asymmetry(asymmetry), columns);
    }

    private void row(TextTable table, String key, Learned learned, Quantity.Kind kind) {
        List<String> cells = new ArrayList<>(List.of(with.say(key)));
        for (Estimate each : learned.estimates())
            if (each.of().kind() == kind)
                cells.add(with.say(
                        "fit.estimate",
                        figures.hundredths(each.value()),
                        figures.hundredths(each.low()),
                        figures.hundredths(each.high() > ANYTHING ? Double.POSITIVE_INFINITY : each.high())));
        table.row(cells);
    }

    private String asymmetry(Asymmetry it) {
        return with.say(
                it.low() > 1 ? "fit.asymmetry" : it.high() < 1 ? "fit.asymmetry-contrary" : "fit.asymmetry-none",
                figures.tenths(it.ratio()),
                figures.tenths(it.low()),
                figures.tenths(it.high()),
                figures.tenths(it.likelihoodRatio()),
                (long) it.degreesOfFreedom());
    }

    private void rhythm(Model found, int columns, List<String> lines) {
        RhythmParameters law = found.rhythm();
        tell(
                lines,
                with.say(
                        "fit.learned-rhythm",
                        figures.hundredths(law.shape()),
                        figures.hundredths(law.rate()),
                        figures.hundredths(52.1775 * law.shape() / law.rate()),
                        figures.percent(law.cool())),
                columns);
    }

    private String thousandths(double value) {
        String whole = String.format(Locale.ROOT, "%.4f", Math.abs(value));
        return (value < 0 && !whole.equals("0.0000") ? "−" : "")
                + (with.messages().language() == hecht.app.words.Language.NL ? whole.replace('.', ',') : whole);
    }
}
