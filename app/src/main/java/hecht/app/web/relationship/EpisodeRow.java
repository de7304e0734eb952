package hecht.app.web.relationship;

import hecht.app.web.chart.RowCharts;
import hecht.app.words.Figures;
import hecht.core.episode.Ending;
import hecht.core.episode.EpisodeRecord;
import hecht.core.episode.EpisodeRecord.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One episode as its row shows it, with the multiplication written out and both counts.
///
/// @param drawing its parts in order, as SVG  @param contacts how many it took, and how long against what was promised
/// @param valence of its quality: below 0 it went wrong, above 0 well
/// @param product the multiplication: `0.60 × 0.40`; empty with one part  @param did what it did to the customer
/// @param ours,theirs right first time by our count and by the customer's; null where there was nothing to get right
public record EpisodeRow(
        String goal,
        String span,
        String ending,
        String drawing,
        String contacts,
        String quality,
        int valence,
        String product,
        String did,
        @Nullable Boolean ours,
        @Nullable Boolean theirs,
        String needed,
        List<PartLine> parts) {
    private static final double WELL = .85;
    private static final double BADLY = .7;

    public EpisodeRow {
        parts = List.copyOf(parts);
    }

    /// One part of an episode.
    ///
    /// @param href of its event; null for a deadline
    public record PartLine(
            String when,
            String what,
            String quality,
            @Nullable String href) {}

    /// One part that asked for nothing and did nothing, such as an ordinary bill.
    static boolean isQuiet(EpisodeRecord of) {
        return of.ending() == Ending.SINGLE && of.encounters().isEmpty() && of.contacts() == 0;
    }

    static EpisodeRow of(EpisodeRecord of, Spoken say, Addresses to) {
        Figures figures = say.figures();
        String quality = figures.share(of.quality());
        return new EpisodeRow(
                Spoken.capital(say.nameOf(of)),
                span(of, say),
                say.messages().word(of.ending()),
                drawing(of, say, quality),
                contacts(of, say),
                quality,
                of.quality() >= WELL ? 1 : of.quality() <= BADLY ? -1 : 0,
                product(of, figures),
                String.join(
                        ", ", of.encounters().stream().map(say.messages()::word).toList()),
                of.rightByUs(),
                of.rightByCustomer(),
                of.contacts() > 1 ? say.say("relationship.episode.needed", of.contacts()) : "",
                parts(of, say, to));
    }

    private static String drawing(EpisodeRecord of, Spoken say, String quality) {
        if (of.parts().isEmpty()) return "";
        return RowCharts.contacts(
                "ep" + of.number(),
                of.parts().stream().map(Part::quality).toList(),
                say.say("relationship.episode.drawing", of.parts().size(), quality));
    }

    private static String span(EpisodeRecord of, Spoken say) {
        String from = say.figures().date(of.opened());
        if (of.closed() == null) return say.say("relationship.episode.since", from);
        String until = say.figures().date(of.closed());
        return from.equals(until) ? from : say.say("range", from, until);
    }

    private static String contacts(EpisodeRecord of, Spoken say) {
        List<String> said = new ArrayList<>();
        if (of.contacts() > 0) said.add(say.say("relationship.episode.contacts", of.contacts()));
        String time = time(of, say);
        if (!time.isEmpty()) said.add(time);
        return String.join(" · ", said);
    }

    /// How long it took, and against what was promised.
    private static String time(EpisodeRecord of, Spoken say) {
        Duration took = of.timeToFulfilment().orElse(null);
        if (took == null) return "";
        String told = took.toHours() < 24
                ? say.say("relationship.episode.same-day")
                : say.figures().length(took);
        if (of.promisedBy() == null || of.closed() == null) return told;
        Duration late = Duration.between(of.promisedBy(), of.closed());
        return told + ", "
                + (late.isNegative() || late.isZero()
                        ? say.say("relationship.episode.as-promised")
                        : say.say("relationship.episode.late", say.figures().length(late)));
    }

    private static String product(EpisodeRecord of, Figures figures) {
        if (of.parts().size() < 2) return "";
        return String.join(
                " × ",
                of.parts().stream().map(part -> figures.share(part.quality())).toList());
    }

    private static List<PartLine> parts(EpisodeRecord of, Spoken say, Addresses to) {
        List<PartLine> lines = new ArrayList<>();
        for (Part each : of.parts())
            lines.add(new PartLine(
                    say.figures().shortDate(each.time()),
                    say.reasons(each.rules()),
                    say.figures().share(each.quality()),
                    each.event() == null ? null : to.event(each.event())));
        return lines;
    }
}
