package hecht.app.web.chart;

import hecht.app.words.Messages;
import hecht.core.relation.Condition;

/// What conditions are called where their name stands alone.
final class Conditions {
    private Conditions() {}

    /// `Loose`.
    static String name(Messages words, int condition) {
        String word = words.word(Condition.values()[condition]);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
