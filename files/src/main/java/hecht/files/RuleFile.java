package hecht.files;

import hecht.core.event.Cause;
import hecht.core.event.Choice;
import hecht.core.event.Dimension;
import hecht.core.event.EventType;
import hecht.core.event.Words;
import hecht.core.perception.Clause;
import hecht.core.perception.Fact;
import hecht.core.perception.Group;
import hecht.core.perception.Rule;
import hecht.core.perception.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An organisation's own rules of perception, over those of a preset. A rule that bears the name of a preset's rule says
/// only what changes; any other is a new one, and new ones are asked first, in the order of the file.
///
/// ```yaml
/// rules:
///   bill-higher:                        # changes one of the preset
///     when: {times_usual: "> 1.1"}
///     quality: 0.5
///   complaint-on-social:                # a new one
///     on: contact
///     group: kind_and_outcome
///     when: {direction: in, kind: complaint, channel: [social, app]}
///     weight: 1
///     quality: 0.3
///     dimension: emotion
///     reason: {en: complained where everybody reads it, nl: klaagde waar iedereen meeleest}
/// ```
///
/// | key | holds |
/// |---|---|
/// | `on` | type of event, or a list of them |
/// | `group` | one of [Group]; within a group the first rule that matches counts |
/// | `when` | a condition for each [Fact] it names, and all must hold: a word, a list of words of which one must be it, or for a number `"> 600"`, `">= 2 and < 5"`, `"= 3"`; left out: always |
/// | `weight` | how much it is noticed, 0 to 1; perceived from 0.3 on |
/// | `quality` | how well it went, above 0 to 1; qualities of groups multiply |
/// | `per` | a number to whose power the quality is raised, such as `transfers`; `none` takes it away |
/// | `good` `gesture` | whether it can give a good encounter; whether it can make a recovery; `false` where left out |
/// | `dimension` | one of [Dimension]; `experience` where left out |
/// | `cause` | one of [Cause], or `none`; none where left out |
/// | `reason` | what a person reads: `{en: …, nl: …}`, or one text for both |
///
/// A new rule needs `on`, `group`, `weight`, `quality` and `reason`.
public final class RuleFile {
    private static final List<String> KEYS = List.of(
            "on", "group", "when", "weight", "quality", "per", "good", "gesture", "dimension", "cause", "reason");
    private static final String NONE = "none";

    private final RuleSet preset;

    private RuleFile(RuleSet preset) {
        this.preset = preset;
    }

    /// The preset's rules with those of the file over them.
    ///
    /// @throws Refusal `USE`, with the line, what may stand there and what does
    public static RuleSet read(Path yaml, RuleSet preset) throws Refusal {
        return new RuleFile(preset).read(Yaml.read(yaml));
    }

    /// The same from what somebody typed.
    ///
    /// @param name what to call it in a sentence
    public static RuleSet parse(String name, String yaml, RuleSet preset) throws Refusal {
        return new RuleFile(preset).read(Yaml.parse(name, yaml));
    }

    private RuleSet read(Yaml file) throws Refusal {
        Yaml rules = file.entries(List.of("rules")).get("rules");
        if (rules == null) throw file.refuse("rules: each by its name", "", "");
        List<Rule> own = new ArrayList<>();
        for (Map.Entry<String, Yaml> each : rules.entries().entrySet()) own.add(rule(each.getKey(), each.getValue()));
        return preset.with(own);
    }

    private Rule rule(String name, Yaml written) throws Refusal {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*"))
            throw written.refuse("a rule's name in lower case with dashes", name, "");
        Map<String, Yaml> keys = written.entries(KEYS);
        Rule before = preset.named(name).orElse(null);
        if (before == null) refuseMissing(name, written, keys);
        else if (before.on().isEmpty()) refuseOnDeadline(name, keys);

        Yaml on = keys.get("on");
        Set<EventType> types = on == null ? known(before).on() : types(on);
        Yaml when = keys.get("when");
        List<Clause> clauses = when == null ? (before == null ? List.of() : before.when()) : clauses(when, types);
        return new Rule(
                name,
                types,
                value(keys.get("group"), before == null ? null : before.group(), each -> choice(each, Group.class)),
                clauses,
                value(keys.get("weight"), before == null ? null : before.weight(), each -> number(each, false)),
                value(keys.get("quality"), before == null ? null : before.quality(), each -> number(each, true)),
                per(keys.get("per"), before),
                flag(keys.get("good"), before != null && before.good()),
                flag(keys.get("gesture"), before != null && before.gesture()),
                value(
                        keys.get("dimension"),
                        before == null ? Dimension.EXPERIENCE : before.dimension(),
                        each -> choice(each, Dimension.class)),
                cause(keys.get("cause"), before),
                value(keys.get("reason"), before == null ? null : before.reason(), RuleFile::reason));
    }

    private void refuseMissing(String name, Yaml written, Map<String, Yaml> keys) throws Refusal {
        for (String key : List.of("on", "group", "weight", "quality", "reason")) {
            if (keys.containsKey(key)) continue;
            List<String> names = preset.rules().stream().map(Rule::name).toList();
            throw written.refuse(
                    key + ", which a new rule must have",
                    "",
                    Words.nearest(name, names)
                            .map(near -> "did you mean the preset's rule " + near + "?")
                            .orElse("only a rule of the preset may say no more than what changes"));
        }
    }

    private static void refuseOnDeadline(String name, Map<String, Yaml> keys) throws Refusal {
        for (String key : List.of("on", "group", "when", "per", "good", "gesture")) {
            Yaml found = keys.get(key);
            if (found != null)
                throw found.refuse(
                        "weight, quality, dimension, cause or reason",
                        key,
                        name + " belongs to a deadline, and no event decides about it");
        }
    }

    private static Rule known(@Nullable Rule before) {
        if (before == null) throw new IllegalStateException("a new rule without what it needs");
        return before;
    }

    private interface Parsed<T> {
        T of(Yaml written) throws Refusal;
    }

    private static <T> T value(@Nullable Yaml written, @Nullable T before, Parsed<T> parsed) throws Refusal {
        if (written != null) return parsed.of(written);
        if (before == null) throw new IllegalStateException("a new rule without what it needs");
        return before;
    }

    private static Set<EventType> types(Yaml written) throws Refusal {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (Yaml each : written.items()) {
            EventType type = EventType.of(each.text()).orElse(null);
            if (type == null) throw unknown(each, "a type of event", EventType.words());
            types.add(type);
        }
        if (types.isEmpty()) throw written.refuse("a type of event", "", "");
        return types;
    }

    private static List<Clause> clauses(Yaml written, Set<EventType> on) throws Refusal {
        List<Clause> clauses = new ArrayList<>();
        for (Map.Entry<String, Yaml> each : written.entries().entrySet()) {
            Fact fact = Choice.read(Fact.class, each.getKey()).orElse(null);
            if (fact == null) {
                List<String> facts = Choice.words(Fact.class);
                throw each.getValue().refuse("a fact", each.getKey(), near(each.getKey(), facts, "facts are "));
            }
            clauses.add(Condition.read(fact, each.getValue(), on));
        }
        return clauses;
    }

    private static @Nullable Fact per(@Nullable Yaml written, @Nullable Rule before) throws Refusal {
        if (written == null) return before == null ? null : before.per();
        if (written.text().equals(NONE)) return null;
        Fact fact = choice(written, Fact.class);
        if (fact.isNumber()) return fact;
        List<String> numbers = new ArrayList<>();
        for (Fact each : Fact.values()) if (each.isNumber()) numbers.add(each.word());
        throw written.refuse("a fact that is a number", written.text(), "those are " + Words.anyOf(numbers));
    }

    private static @Nullable Cause cause(@Nullable Yaml written, @Nullable Rule before) throws Refusal {
        if (written == null) return before == null ? null : before.cause();
        return written.text().equals(NONE) ? null : choice(written, Cause.class);
    }

    private static boolean flag(@Nullable Yaml written, boolean before) throws Refusal {
        if (written == null) return before;
        return switch (written.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw written.refuse("true or false", written.text(), "");
        };
    }

    private static double number(Yaml written, boolean aboveZero) throws Refusal {
        String expected = aboveZero ? "a number above 0 and at most 1" : "a number from 0 to 1";
        try {
            double number = Double.parseDouble(written.text());
            if (number >= 0 && number <= 1 && (number > 0 || !aboveZero)) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw written.refuse(expected, written.text(), "");
    }

    private static Rule.Reason reason(Yaml written) throws Refusal {
        if (written.isText()) return new Rule.Reason(written.text(), written.text());
        Map<String, Yaml> languages = written.entries(List.of("en", "nl"));
        Yaml english = languages.get("en");
        Yaml dutch = languages.get("nl");
        if (english == null && dutch == null) throw written.refuse("en and nl", "", "");
        Yaml first = english == null ? known(dutch) : english;
        return new Rule.Reason(first.text(), dutch == null ? first.text() : dutch.text());
    }

    private static Yaml known(@Nullable Yaml written) {
        if (written == null) throw new IllegalStateException("neither language");
        return written;
    }

    private static <E extends Enum<E> & Choice> E choice(Yaml written, Class<E> type) throws Refusal {
        E chosen = Choice.read(type, written.text()).orElse(null);
        if (chosen == null) throw unknown(written, Words.anyOf(Choice.words(type)), Choice.words(type));
        return chosen;
    }

    static Refusal unknown(Yaml written, String expected, List<String> permitted) throws Refusal {
        String listed = expected.equals(Words.anyOf(permitted)) ? "" : "permitted are ";
        return written.refuse(expected, written.text(), near(written.text(), permitted, listed));
    }

    /// What was probably meant, or else everything that may stand there.
    private static String near(String written, List<String> permitted, String listed) {
        Function<String, String> meant = near -> "did you mean " + near + "?";
        return Words.nearest(written, permitted)
                .map(meant)
                .orElse(listed.isEmpty() ? "" : listed + Words.anyOf(permitted));
    }
}
