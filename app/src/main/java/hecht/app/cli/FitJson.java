package hecht.app.cli;

import hecht.app.learning.Learning.Learned;
import hecht.core.episode.Encounter;
import hecht.core.relation.Mode;
import hecht.core.relation.Observation;
import hecht.core.relation.RhythmParameters;
import hecht.insight.fit.Asymmetry;
import hecht.insight.fit.Estimate;
import hecht.insight.fit.Fit;
import hecht.insight.regression.Coefficient;
import hecht.insight.trial.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a fit learned and how it did, for programs: one object.
final class FitJson {
    private FitJson() {}

    static void write(Learned learned, Json out) {
        out.open()
                .moment("first", learned.first())
                .moment("as_of", learned.asOf())
                .whole("customers", learned.customers())
                .whole("learned_from", learned.learnedFrom());
        fit(learned.fit(), out);
        verdict(learned.verdict(), out);
        out.openList("estimates");
        for (Estimate each : learned.estimates()) estimate(each, out);
        out.closeList();
        asymmetry(learned.asymmetry(), out);
        out.close().end();
    }

    private static void fit(Fit fit, Json out) {
        Fit.Converged found = fit instanceof Fit.Converged it ? it : null;
        out.text("fit", word(fit))
                .number("log_likelihood", found == null ? null : Double.valueOf(found.logLikelihood()))
                .number("log_posterior", found == null ? null : Double.valueOf(found.logPosterior()));
        if (found == null || learnedNoRhythm(found)) return;
        RhythmParameters law = found.found().rhythm();
        out.open("rhythm")
                .number("shape", law.shape())
                .number("rate", law.rate())
                .number("cool", law.cool());
        out.close();
    }

    private static boolean learnedNoRhythm(Fit.Converged found) {
        return found.found().mode() != Mode.RHYTHM;
    }

    private static String word(Fit fit) {
        return switch (fit) {
            case Fit.Converged it -> "converged";
            case Fit.OutOfRounds it -> "out_of_rounds";
            case Fit.Stopped it -> "stopped";
            case Fit.Fell it -> "fell";
            case Fit.NothingToLearn it -> word(it.why());
        };
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }

    private static void verdict(@Nullable Verdict verdict, Json out) {
        out.openList("horizons");
        if (verdict != null)
            for (Verdict.Horizon each : verdict.horizons()) {
                out.open()
                        .whole("months", each.months())
                        .moment("from", verdict.period().cutoff())
                        .whole("customers", each.customers())
                        .whole("came", each.yes())
                        .openList("rivals");
                for (Verdict.Line line : each.lines())
                    out.open()
                            .text("name", word(line.name()))
                            .number("log_loss", line.logLoss())
                            .number("behind", line.behind())
                            .number("standard_error", line.standardError())
                            .number("auc", line.auc().orElse(null))
                            .number(
                                    "slope",
                                    line.slope().map(Coefficient::estimate).orElse(null))
                            .number("ece", line.predictions().calibrationError(10))
                            .close();
                out.closeList().close();
            }
        out.closeList();
    }

    private static void estimate(Estimate it, Json out) {
        out.open()
                .text("kind", word(it.of().kind()))
                .text(
                        "encounter",
                        it.of().encounterOfMove().map(Encounter::word).orElse(null))
                .text(
                        "observation",
                        it.of().observationOfAnswer().map(Observation::word).orElse(null))
                .whole("from", it.of().from())
                .whole("to", it.of().to())
                .number("value", it.value())
                .number("standard_error", it.standardError())
                .number("low", it.low())
                .number("high", it.high())
                .close();
    }

    private static void asymmetry(@Nullable Asymmetry it, Json out) {
        if (it == null) {
            out.text("asymmetry", null);
            return;
        }
        out.open("asymmetry")
                .number("ratio", it.ratio())
                .number("low", it.low())
                .number("high", it.high())
                .number("likelihood_ratio", it.likelihoodRatio())
                .whole("degrees_of_freedom", it.degreesOfFreedom())
                .close();
    }
}
