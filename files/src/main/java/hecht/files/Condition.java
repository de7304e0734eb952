package hecht.files;

import hecht.core.event.Choice;
import hecht.core.event.EventType;
import hecht.core.event.Field;
import hecht.core.event.Words;
import hecht.core.perception.Clause;
import hecht.core.perception.Fact;
import hecht.core.perception.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a rule asks of one fact: a word, a list of words, or for a number comparisons such as `">= 2 and < 5"`.
final class Condition {
    private static final Pattern COMPARISON = Pattern.compile("(>=|>|<=|<|=|)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final String A_NUMBER = "a comparison such as \"> 600\", \">= 2 and < 5\" or \"= 3\"";

    private Condition() {}

    /// @param on the types of event that the rule looks at
    static Clause read(Fact fact, Yaml written, Set<EventType> on) throws Refusal {
        refuseNever(fact, written, on);
        if (fact.isNumber()) return number(fact, written);
        List<String> permitted = permitted(fact, on);
        List<String> words = new ArrayList<>();
        for (Yaml each : written.items()) {
            String word = each.text();
            String plain = word.trim().replace(' ', '_').replace('-', '_');
            if (!permitted.isEmpty() && permitted.stream().noneMatch(plain::equalsIgnoreCase))
                throw RuleFile.unknown(each, Words.anyOf(permitted), permitted);
            words.add(word);
        }
        if (words.isEmpty()) throw written.refuse("a word, or a list of words", "", "");
        return new Clause.OneOf(fact, words);
    }

    /// A fact that no event of these types has would leave a rule that never fires.
    private static void refuseNever(Fact fact, Yaml written, Set<EventType> on) throws Refusal {
        Field field = Field.of(fact.word()).orElse(null);
        if (field == null || fact == Fact.PROMISE || on.stream().anyMatch(type -> type.carries(field))) return;
        List<String> types = on.stream().map(EventType::word).sorted().toList();
        throw written.refuse("a fact that " + Words.anyOf(types) + " has", fact.word(), "the rule would never fire");
    }

    /// The words that a fact can be; empty where any can.
    private static List<String> permitted(Fact fact, Set<EventType> on) {
        return switch (fact) {
            case PROMISE -> Choice.words(Situation.Promise.class);
            case PLANNED, PAID_BEFORE -> List.of("true", "false");
            case DIRECTION, KIND, OUTCOME, BY, FORM, ARM, CHANNEL, CAUSE -> {
                Set<String> words = new LinkedHashSet<>();
                Field field = Field.of(fact.word()).orElseThrow();
                for (EventType type : on) if (type.carries(field)) words.addAll(type.choices(field));
                yield List.copyOf(words);
            }
            default -> List.of();
        };
    }

    private static Clause number(Fact fact, Yaml written) throws Refusal {
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        boolean open = false;
        for (String part : AND.split(written.text().trim(), -1)) {
            Matcher found = COMPARISON.matcher(part.trim());
            if (!found.matches()) throw written.refuse(A_NUMBER, written.text(), "");
            double limit = Double.parseDouble(found.group(2));
            switch (found.group(1)) {
                case ">" -> {
                    from = limit;
                    open = true;
                }
                case ">=" -> {
                    from = limit;
                    open = false;
                }
                case "<" -> to = Math.nextDown(limit);
                case "<=" -> to = limit;
                default -> {
                    from = limit;
                    to = limit;
                    open = false;
                }
            }
        }
        if (from > to || open && from == to)
            throw written.refuse("a comparison that a number can meet", written.text(), "");
        return new Clause.Between(fact, from, open, to);
    }
}
