package hecht.app.web.relationship;

import hecht.app.words.Figures;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.EventWriter;
import hecht.core.perception.Rule;
import hecht.core.relation.Contribution;
import hecht.core.relation.Drawn.Noticed;
import java.util.ArrayList;
import java.util.List;

/// One event as its page shows it: the row as it is kept, the rules by which it was perceived, and what it did.
///
/// @param perceived in a sentence, with weight and quality
/// @param rules each with its reason  @param did what it did to the belief, step by step
public record EventView(
        String title,
        String day,
        String perceived,
        List<RuleLine> rules,
        List<StepLine> did,
        String episode,
        List<Fact> row,
        Addresses addresses) {
    public EventView {
        rules = List.copyOf(rules);
        did = List.copyOf(did);
        row = List.copyOf(row);
    }

    /// @param weight,quality as the rule says; the quality that came of it stands in the sentence
    public record RuleLine(String name, String reason, String group, String weight, String quality) {}

    public record StepLine(String what, String as, String onItsDay, String now) {}

    static EventView of(Noticed lived, Life life, Spoken say) {
        Figures figures = say.figures();
        Mark mark = life.marks().stream()
                .filter(each -> each.event() == lived.event())
                .findFirst()
                .orElse(null);
        return new EventView(
                mark == null ? Spoken.capital(say.quiet(lived)) : Spoken.capital(say.about(mark)),
                figures.date(lived.event().time()),
                perceived(lived, say),
                lived.perception().rules().stream().map(each -> line(each, say)).toList(),
                mark == null
                        ? List.of()
                        : mark.steps().stream().map(each -> step(each, say)).toList(),
                life.episodeOf(lived.event()).map(each -> episode(each, say)).orElse(""),
                row(lived),
                new Addresses(life.customer()));
    }

    private static String perceived(Noticed of, Spoken say) {
        if (of.perception().rules().isEmpty()) return say.say("relationship.event.no-rule");
        return say.say(
                of.perception().isPerceived() ? "relationship.event.perceived" : "relationship.event.not-perceived",
                say.figures().hundredths(of.perception().weight()),
                say.figures().hundredths(of.perception().quality()));
    }

    private static RuleLine line(Rule of, Spoken say) {
        return new RuleLine(
                of.name(),
                of.reason().in(say.messages().language().locale()),
                say.say("relationship.group." + of.group().name().toLowerCase(java.util.Locale.ROOT)),
                say.figures().hundredths(of.weight()),
                say.figures().hundredths(of.quality()));
    }

    private static StepLine step(Contribution of, Spoken say) {
        return new StepLine(
                of.reason().in(say.messages().language().locale()),
                of.encounter() == null
                        ? say.say("relationship.heard")
                        : say.messages().word(of.encounter()),
                say.figures().change(Math.round(10 * of.onItsDay())),
                say.figures().change(Math.round(10 * of.now())));
    }

    private static String episode(EpisodeRecord of, Spoken say) {
        return say.say(
                "relationship.event.episode",
                say.nameOf(of),
                of.parts().size(),
                say.figures().share(of.quality()));
    }

    private static List<Fact> row(Noticed of) {
        List<Fact> row = new ArrayList<>();
        EventWriter.write(
                of.event(),
                (field, value) -> row.add(Fact.of(field.label(), value)),
                (name, value) -> row.add(Fact.of("attributes." + name, value)));
        return row;
    }
}
