package hecht.app.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for texts that come again and again, such as products and teams, so that they are kept once. When it is full it
/// takes no more. To be read by several threads once nobody adds to it.
final class Vocabulary {
    static final int UNKNOWN = -1;

    private static final int MOST = 1 << 14;
    private static final int LONGEST = 64;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /// The number of a text, a new one where there is room; else [#UNKNOWN], then and for ever.
    int number(String text) {
        if (text.length() > LONGEST) return UNKNOWN;
        Integer known = numbers.get(text);
        if (known != null) return known;
        if (words.size() == MOST) return UNKNOWN;
        numbers.put(text, words.size());
        words.add(text);
        return words.size() - 1;
    }

    String word(int number) {
        return words.get(number);
    }
}
