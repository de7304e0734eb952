package hecht.files;

import java.util.List;

/// Names of columns, for a sentence.
final class Names {
    private static final int SHOWN = 12;

    private Names() {}

    /// The first dozen, and how many more there are.
    static String some(List<String> names) {
        if (names.isEmpty()) return "none";
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
