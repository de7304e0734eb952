package hecht.app.web.chart;

/// The small pictures of hecht: its mark, and a pair of rings for each condition, ever closer. Templates print them as they are.
public final class Glyphs {
    private static final double[] APART = {6.2, 8, 10, 11.8};

    private Glyphs() {}

    /// Two rings that interlock.
    public static String mark() {
        return "<svg class=\"mark\" viewBox=\"0 0 28 18\" aria-hidden=\"true\">"
                + "<circle cx=\"10.5\" cy=\"9\" r=\"7\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\"/>"
                + "<circle cx=\"17.5\" cy=\"9\" r=\"7\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\" class=\"mk2\"/></svg>";
    }

    /// The rings of a condition, loose (0) to close (3), in its colour.
    public static String condition(int condition) {
        double left = APART[condition];
        return "<svg class=\"gl s" + condition + "\" viewBox=\"0 0 28 14\" aria-hidden=\"true\">" + ring(left)
                + ring(28 - left) + "</svg>";
    }

    private static String ring(double x) {
        return "<circle cx=\"" + x + "\" cy=\"7\" r=\"4.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>";
    }

    /// An open dot: not in view.
    public static String open() {
        return small("<circle cx=\"8\" cy=\"8\" r=\"5.4\" class=\"ring\"/>");
    }

    /// Better than before.
    public static String up() {
        return small("<path d=\"M2 12h12L8 3z\" class=\"gf\"/>");
    }

    /// Worse than before.
    public static String down() {
        return small("<path d=\"M2 4h12l-6 9z\" class=\"rf\"/>");
    }

    /// Twice wrong.
    public static String twice() {
        return small("<path d=\"M2 1.5h12L8 8z\" class=\"rf\"/><path d=\"M2 8h12l-6 6.5z\" class=\"rf\"/>");
    }

    /// The door that holds.
    public static String door() {
        return small(
                "<path d=\"M3 14V2h10v12z\" class=\"none e0\" stroke-width=\"1.8\"/><circle cx=\"10\" cy=\"8.4\" r=\"1.2\" class=\"c0\"/>");
    }

    /// Nothing to see.
    public static String level() {
        return small("<path d=\"M2 8h12\" class=\"line2\"/>");
    }

    private static String small(String inside) {
        return "<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\">" + inside + "</svg>";
    }
}
