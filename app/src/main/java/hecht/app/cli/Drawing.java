package hecht.app.cli;

import hecht.app.words.Rounding;
import hecht.core.relation.Condition;
import hecht.core.relation.Matrix;
import hecht.core.relation.Mode;

/// What is drawn in characters: a health with its interval, a belief. In view is solid, not in view is open.
final class Drawing {
    static final char IN_VIEW = '●';
    static final char NOT_IN_VIEW = '○';
    private static final char[] SHADES = {'░', '▒', '▓', '█'};

    private Drawing() {}

    /// The least health on the axis: 40 where a contract runs, 0 in rhythm; the most is 100.
    static double axisFrom(Mode mode) {
        return mode == Mode.CONTRACT ? 40 : 0;
    }

    /// The four-in-five interval with health in it: `   ├──●────┤      `; `◂` where it goes on beyond the axis.
    static String whisker(double low, double health, double high, boolean inView, double from, int columns) {
        char[] drawn = " ".repeat(columns).toCharArray();
        int left = column(low, from, columns);
        int right = column(high, from, columns);
        for (int i = left; i <= right; i++) drawn[i] = '─';
        drawn[left] = low < from ? '◂' : '├';
        drawn[right] = '┤';
        drawn[column(health, from, columns)] = inView ? IN_VIEW : NOT_IN_VIEW;
        return new String(drawn);
    }

    /// The ends of the axis over whiskers: `40 ────── 100`.
    static String axis(double from, int columns) {
        String left = Math.round(from) + " ";
        String right = " 100";
        return left + "╶".repeat(Math.max(0, columns - left.length() - right.length())) + right;
    }

    private static int column(double health, double from, int columns) {
        double share = (health - from) / (100 - from);
        return Math.clamp(Math.round(share * (columns - 1)), 0, columns - 1);
    }

    /// The belief as a bar, always loose to close, the darker the closer: `░▒▒▒▓▓█`. Shares are rounded so that they fill it.
    static String belief(Matrix belief, int columns, Ink ink) {
        long[] parts = Rounding.ofShares(belief, columns);
        StringBuilder bar = new StringBuilder();
        for (Condition each : Condition.values()) {
            int i = each.ordinal();
            bar.append(ink.of(each, String.valueOf(SHADES[i]).repeat((int) parts[i])));
        }
        return bar.toString();
    }

    /// How a condition is drawn in [#belief].
    static String shade(Condition condition, Ink ink) {
        return ink.of(condition, String.valueOf(SHADES[condition.ordinal()]));
    }

    /// Marks for so many in view and not in view, at `each` a mark; who are there get at least one.
    static String marks(long inView, long notInView, double each) {
        return String.valueOf(IN_VIEW).repeat(count(inView, each))
                + String.valueOf(NOT_IN_VIEW).repeat(count(notInView, each));
    }

    private static int count(long customers, double each) {
        return customers == 0 ? 0 : (int) Math.max(1, Math.round(customers / each));
    }
}
