package hecht.app.words;

import hecht.core.perception.Rule;
import hecht.core.perception.RuleSet;
import hecht.core.relation.Condition;
import hecht.core.relation.Contribution;
import hecht.core.relation.Driver;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Parameters;
import hecht.core.relation.RhythmParameters;
import hecht.core.relation.Standing;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What is said of one relationship in several places, always in the same words.
public final class Phrases {
    private final Messages messages;
    private final Figures figures;
    private final Model model;

    public Phrases(Messages messages, Figures figures, Model model) {
        this.messages = messages;
        this.figures = figures;
        this.model = model;
    }

    public Figures figures() {
        return figures;
    }

    /// Whether health may be told as "so many of a hundred". In rhythm it may not before it was fitted: with the defaults it
    /// ranks well and is calibrated nowhere.
    public boolean countsInHundreds() {
        return model.mode() == Mode.CONTRACT || !model.rhythm().equals(RhythmParameters.DEFAULT);
    }

    /// Whether the parameters come with hecht and were not learned from own history.
    public boolean isFitted() {
        return model.mode() == Mode.CONTRACT
                ? !model.parameters().equals(Parameters.DEFAULT)
                : !model.rhythm().equals(RhythmParameters.DEFAULT);
    }

    /// `44 to 71`.
    public String range(double low, double high) {
        return messages.say("range", figures.whole(Math.round(low)), figures.whole(Math.round(high)));
    }

    /// How the door stands: open, a notice window, held until a day, or hindered.
    public String door(Standing it) {
        Instant opens = it.doorOpensOn().orElse(null);
        if (it.door() > 1) return messages.say("door.window");
        if (it.door() == 1) return messages.say("door.open");
        if (opens != null) return messages.say("door.locked-until", figures.shortDate(opens));
        return messages.say("door.hindered");
    }

    public String day(@Nullable Instant at) {
        return at == null ? messages.say("never") : figures.shortDate(at);
    }

    /// The last own act of the customer, in words where there was none, or none for a year.
    public String heard(Standing it) {
        return it.lastHeard() == null ? messages.say("heard.nothing") : figures.shortDate(it.lastHeard());
    }

    public String condition(Standing it) {
        return messages.word(Condition.values()[it.mostLikely()]);
    }

    /// Everything that was perceived, as the rules say it: `got in touch, came back a third time`.
    public String reasons(Contribution of) {
        if (of.noticed() == null || of.noticed().rules().isEmpty()) return in(of.reason());
        return String.join(
                ", ",
                of.noticed().rules().stream().map(rule -> in(rule.reason())).toList());
    }

    /// The one reason that counts for most: of what went wrong the rule of the lowest quality, else the first.
    public String mainReason(Contribution of) {
        if (of.noticed() == null || of.now() >= 0) return in(of.reason());
        return of.noticed().rules().stream()
                .min(Comparator.comparingDouble(Rule::quality))
                .map(rule -> in(rule.reason()))
                .orElseGet(() -> in(of.reason()));
    }

    /// What moved health, by the reason of its rule: `move house: a promise was broken`; null is time and silence.
    public String driver(@Nullable Driver of, RuleSet rules) {
        if (of == null) return messages.say("moved.time");
        String reason = in(of.reason(rules));
        return of.isGoal() ? of.about() + ": " + reason : reason;
    }

    private String in(Rule.Reason reason) {
        return reason.in(messages.language().locale());
    }
}
