package hecht.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody probably meant among the words that are permitted.
public final class Words {
    private static final int NEAR = 2;

    private Words() {}

    /// The permitted word nearest to `written` by edits (insert, drop, change, swap of neighbours), if one is near enough
    /// to be a slip of the pen: at most two edits, and fewer than half of the word's letters.
    public static Optional<String> nearest(String written, Iterable<String> permitted) {
        String sought =
                written.trim().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        String best = null;
        int least = Math.min(NEAR, Math.max(0, sought.length() / 2)) + 1;
        for (String word : permitted) {
            int edits = edits(sought, word.toLowerCase(Locale.ROOT).replace(' ', '_'));
            if (edits < least) {
                least = edits;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /// "a, b or c".
    public static String anyOf(Iterable<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        if (all.size() < 2) return String.join("", all);
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }

    /// Damerau–Levenshtein distance, restricted to swaps of neighbours (optimal string alignment).
    private static int edits(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
