package hecht.app.web.relationship;

import hecht.app.words.Figures;
import hecht.app.words.Messages;
import hecht.app.words.Phrases;
import hecht.core.episode.Ending;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Event;
import hecht.core.perception.Rule;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Contribution;
import hecht.core.relation.Drawn.Noticed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page says of single events, marks and episodes, in the language of who reads it.
final class Spoken {
    private static final long DAYS_A_WEEK = 7;
    private static final double DAYS_A_MONTH = 30.44;
    private static final long IN_WEEKS = 21;
    private static final long IN_MONTHS = 100;

    private final Messages messages;
    private final Phrases phrases;
    private final RuleSet rules;

    Spoken(Messages messages, Phrases phrases, RuleSet rules) {
        this.messages = messages;
        this.phrases = phrases;
        this.rules = rules;
    }

    String say(String key, Object... values) {
        return messages.say(key, values);
    }

    Messages messages() {
        return messages;
    }

    Figures figures() {
        return phrases.figures();
    }

    private String in(Rule.Reason reason) {
        return reason.in(messages.language().locale());
    }

    /// `3 days`, `5 weeks`, `8 months`: as people say how long something took.
    String span(Duration length) {
        long days = Math.max(1, length.toDays());
        if (days >= IN_MONTHS) return say("relationship.months", Math.round(days / DAYS_A_MONTH));
        if (days >= IN_WEEKS) return say("relationship.weeks", Math.round(days / (double) DAYS_A_WEEK));
        return say("length.days", days);
    }

    /// What an episode was about.
    String nameOf(EpisodeRecord of) {
        if (of.goal() != null) return of.goal();
        if (of.ending() == Ending.SINGLE && !of.parts().isEmpty())
            return reasons(of.parts().getFirst().rules());
        if (of.caseId() != null) return say("relationship.case", of.caseId());
        if (of.product() != null) return of.product();
        return of.parts().isEmpty()
                ? say("relationship.unnamed")
                : reasons(of.parts().getFirst().rules());
    }

    /// The reasons of rules by their names, joined by `+`.
    String reasons(String names) {
        List<String> said = new ArrayList<>();
        for (String name : names.split("\\+", -1))
            said.add(rules.named(name).map(each -> in(each.reason())).orElse(name));
        return String.join(", ", said);
    }

    /// A type of event in words.
    String type(Event of) {
        return say("event." + of.type().word());
    }

    /// What was not perceived: what a rule says of it, else its type.
    String quiet(Noticed of) {
        String goal = of.event().envelope().subject().goal();
        Rule leading = of.perception().leading();
        return withGoal(goal, leading == null ? type(of.event()) : in(leading.reason()));
    }

    /// `move house: got in touch, had to come back`.
    String about(Mark of) {
        return withGoal(of.goal(), what(of));
    }

    String about(Contribution of, @Nullable String goal) {
        return withGoal(goal, phrases.reasons(of));
    }

    private static String withGoal(@Nullable String goal, String what) {
        return goal == null ? what : goal + ": " + what;
    }

    /// What happened: the rules' reasons, and what was heard.
    String what(Mark of) {
        List<String> said = new ArrayList<>();
        if (of.isWithoutEncounter()) for (Rule each : of.rules()) said.add(in(each.reason()));
        for (Contribution each : of.steps()) said.add(phrases.reasons(each));
        if (of.event() instanceof Event.SurveyAnswered answer) said.add(score(answer));
        return said.stream().distinct().collect(Collectors.joining(", "));
    }

    /// `9 out of 10`.
    String score(Event.SurveyAnswered answer) {
        return say("relationship.score", plain(answer.score()), plain(Math.max(answer.scaleMin(), answer.scaleMax())));
    }

    private String plain(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : figures().tenths(value);
    }

    /// The name of a mark on the chart: short.
    String label(Mark of) {
        if (of.event() instanceof Event.SurveyAnswered answer) return say("relationship.said", score(answer));
        return switch (of.kind()) {
            case DOUBLE_FAILURE -> capital(say("encounter.double_failure"));
            case RECOVERY -> capital(say("encounter.recovery"));
            case HEARD -> capital(in(of.steps().getFirst().reason()));
            default -> capital(of.event() != null && of.goal() != null ? of.goal() : mainReason(of));
        };
    }

    private String mainReason(Mark of) {
        if (of.noticed() == null || of.noticed().leading() == null)
            return of.steps().isEmpty() ? "" : in(of.steps().getFirst().reason());
        return in(of.noticed().leading().reason());
    }

    static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }

    /// What it was lived through as: good, bad, … or heard, or perceived without more.
    String as(Mark of) {
        return of.encounter()
                .map(messages::word)
                .orElseGet(() -> say(of.steps().isEmpty() ? "relationship.noticed" : "relationship.heard"));
    }
}
