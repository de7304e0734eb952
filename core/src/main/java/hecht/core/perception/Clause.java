package hecht.core.perception;

import hecht.core.event.Event;
import java.util.List;

/// One clause of a rule: what must hold of one fact for it to match.
public sealed interface Clause {
    Fact fact();

    boolean holds(Event event, Situation around);

    /// The fact is one of these words; case, spaces and underscores do not matter.
    record OneOf(Fact fact, List<String> words) implements Clause {
        public OneOf {
            if (fact.isNumber()) throw new IllegalArgumentException(fact.word() + " is a number, not a word");
            words = words.stream().map(OneOf::plain).toList();
        }

        private static String plain(String word) {
            return word.trim().replace(' ', '_').replace('-', '_');
        }

        @Override
        public boolean holds(Event event, Situation around) {
            String found = fact.wordOf(event, around);
            if (found == null) return false;
            for (String word : words)
                if (word.equalsIgnoreCase(found) || word.equalsIgnoreCase(plain(found))) return true;
            return false;
        }
    }

    /// The fact is a number with `atLeast ≤ fact`, or `above < fact` when `open`, and `fact ≤ atMost`.
    record Between(Fact fact, double from, boolean open, double atMost) implements Clause {
        public Between {
            if (!fact.isNumber()) throw new IllegalArgumentException(fact.word() + " is a word, not a number");
            if (Double.isNaN(from) || Double.isNaN(atMost) || from > atMost)
                throw new IllegalArgumentException(fact.word() + " must lie between " + from + " and " + atMost);
        }

        @Override
        public boolean holds(Event event, Situation around) {
            double found = fact.numberOf(event, around);
            return (open ? found > from : found >= from) && found <= atMost;
        }
    }

    static Clause is(Fact fact, String... words) {
        return new OneOf(fact, List.of(words));
    }

    static Clause atLeast(Fact fact, double least) {
        return new Between(fact, least, false, Double.POSITIVE_INFINITY);
    }

    static Clause above(Fact fact, double limit) {
        return new Between(fact, limit, true, Double.POSITIVE_INFINITY);
    }
}
