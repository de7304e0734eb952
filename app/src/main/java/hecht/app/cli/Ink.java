package hecht.app.cli;

import hecht.core.relation.Condition;
import java.util.Map;

/// Colours of a terminal, the nearest of its 256 to those of the pages; without a terminal, or where `NO_COLOR` is set, none.
/// A colour repeats what a mark or a word says, and never says anything itself.
final class Ink {
    private static final String PLAIN = "\u001b[0m";

    private final boolean coloured;

    Ink(boolean coloured) {
        this.coloured = coloured;
    }

    static boolean wanted(boolean terminal, Map<String, String> environment) {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    String strong(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    String of(Condition condition, String text) {
        return in(
                switch (condition) {
                    case LOS -> "38;5;97";
                    case KOEL -> "38;5;104";
                    case WARM -> "38;5;215";
                    case HECHT -> "38;5;166";
                },
                text);
    }

    private String in(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + PLAIN : text;
    }
}
