package hecht.app.cli;

import hecht.app.words.Figures;
import hecht.core.episode.Ending;
import hecht.core.episode.EpisodeRecord;
import hecht.core.perception.Rule;
import hecht.core.perception.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One customer's episodes for a person, newest first, each with its quality written out as a product.
final class EpisodeReport {
    private static final int WIDEST = 120;

    private final Conversation with;
    private final Figures figures;
    private final RuleSet rules;
    private final Ink ink;
    private final int columns;

    EpisodeReport(Conversation with, Basis basis) {
        this.with = with;
        this.figures = with.figures(basis.zone());
        this.rules = basis.fold().rules();
        this.ink = with.ink();
        this.columns = with.isRead() ? Math.min(with.columns(), WIDEST) : Terminal.USUAL_COLUMNS;
    }

    /// @param all also those of one part that asked for nothing and did nothing, such as an ordinary bill
    List<String> lines(String customer, List<EpisodeRecord> records, boolean all) {
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(with.say("episodes.title", Shown.safely(customer))));
        long quiet = 0;
        for (EpisodeRecord each : records.reversed()) {
            if (!all && isQuiet(each)) {
                quiet++;
                continue;
            }
            lines.add("");
            lines.addAll(episode(each));
        }
        if (quiet > 0) {
            lines.add("");
            lines.addAll(Shown.lines(with.say("episodes.quiet", quiet), columns));
        }
        return lines;
    }

    private static boolean isQuiet(EpisodeRecord of) {
        return of.ending() == Ending.SINGLE && of.encounters().isEmpty() && of.contacts() == 0;
    }

    private List<String> episode(EpisodeRecord of) {
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(name(of)) + "   " + span(of) + "   "
                + with.messages().word(of.ending()));
        if (!of.parts().isEmpty()) {
            lines.addAll(indented(quality(of)));
            lines.addAll(indented(went(of)));
        }
        if (of.rightByUs() != null || of.rightByCustomer() != null)
            lines.addAll(indented(with.say("episodes.right", yesOrNo(of.rightByUs()), yesOrNo(of.rightByCustomer()))));
        String time = time(of);
        lines.addAll(
                indented(with.say("episodes.contacts", (long) of.contacts()) + (time.isEmpty() ? "" : " · " + time)));
        if (!of.encounters().isEmpty())
            lines.addAll(indented(with.say(
                    "episodes.did",
                    String.join(
                            ", ",
                            of.encounters().stream().map(with.messages()::word).toList()))));
        return lines;
    }

    private List<String> indented(String text) {
        return Shown.lines(text, columns - 2).stream().map(line -> "  " + line).toList();
    }

    private String name(EpisodeRecord of) {
        String goal = of.goal();
        String caseId = of.caseId();
        if (goal != null) return Shown.safely(goal);
        if (caseId != null) return with.say("episodes.case", Shown.safely(caseId));
        if (of.product() != null) return Shown.safely(of.product());
        return of.parts().isEmpty()
                ? with.say("episodes.unnamed")
                : reason(of.parts().getFirst().rules());
    }

    private String span(EpisodeRecord of) {
        String from = figures.date(of.opened());
        if (of.closed() == null) return with.say("episodes.since", from);
        String to = figures.date(of.closed());
        return from.equals(to) ? from : with.say("range", from, to);
    }

    /// `quality 0.06 = 0.95 × 0.75 × …`, with what it is compared with.
    private String quality(EpisodeRecord of) {
        if (of.parts().size() == 1) return with.say("episodes.quality-one", figures.share(of.quality()));
        List<String> parts =
                of.parts().stream().map(part -> figures.share(part.quality())).toList();
        return with.say(
                "episodes.quality",
                figures.share(of.quality()),
                String.join(" × ", parts),
                figures.hundredths(of.mean().orElse(1.0)),
                figures.hundredths(of.peakEnd().orElse(1.0)));
    }

    private String went(EpisodeRecord of) {
        return String.join(
                " · ", of.parts().stream().map(part -> reason(part.rules())).toList());
    }

    /// The reasons of the rules that fired, in the language of the conversation.
    private String reason(String names) {
        List<String> reasons = new ArrayList<>();
        for (String name : names.split("\\+", -1)) {
            Optional<Rule> rule = rules.named(name);
            reasons.add(
                    rule.map(each -> each.reason().in(with.messages().language().locale()))
                            .orElse(name));
        }
        return String.join(", ", reasons);
    }

    /// How long it took, and against what was promised.
    private String time(EpisodeRecord of) {
        Duration took = of.timeToFulfilment().orElse(null);
        if (took == null) return "";
        String told =
                took.toHours() < 24 ? with.say("episodes.same-day") : with.say("episodes.took", figures.length(took));
        if (of.promisedBy() == null || of.closed() == null) return told;
        Duration late = Duration.between(of.promisedBy(), of.closed());
        return told + ", "
                + (late.isNegative() || late.isZero()
                        ? with.say("episodes.as-promised")
                        : with.say("episodes.late", figures.length(late)));
    }

    private String yesOrNo(@Nullable Boolean right) {
        return with.say(Boolean.TRUE.equals(right) ? "yes" : "no");
    }
}
