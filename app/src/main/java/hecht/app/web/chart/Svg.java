package hecht.app.web.chart;

/// A drawing as inline SVG, of classes and presentation attributes only: the content security policy knows no style attribute.
/// Everything that came from outside is escaped here, and nowhere else.
public final class Svg {
    private final String id;
    private final StringBuilder drawn = new StringBuilder(4096);
    private final StringBuilder pressed = new StringBuilder();
    private boolean hatched;

    /// @param id unique on the page; letters, digits and dashes
    public Svg(String id) {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) throw new IllegalArgumentException("not the id of a drawing: " + id);
        this.id = id;
    }

    public Svg line(double x1, double y1, double x2, double y2, String classes) {
        open("line");
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        return close(classes);
    }

    /// A rectangle; nothing where it has no width or height.
    public Svg rect(double x, double y, double width, double height, String classes) {
        if (!(width > 0 && height > 0)) return this;
        open("rect");
        box(drawn, x, y, width, height);
        return close(classes);
    }

    /// A rectangle under the hatching that means: not in view.
    public Svg hatching(double x, double y, double width, double height) {
        if (!(width > 0 && height > 0)) return this;
        open("rect");
        box(drawn, x, y, width, height);
        fillHatched();
        return this;
    }

    public Svg circle(double x, double y, double radius, String classes) {
        open("circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        return close(classes);
    }

    public Svg path(Track way, String classes) {
        open("path");
        drawn.append(" d=\"").append(way).append('"');
        return close(classes);
    }

    /// The area of a path under the hatching that means: not in view.
    public Svg hatching(Track way) {
        open("path");
        drawn.append(" d=\"").append(way).append('"');
        fillHatched();
        return this;
    }

    public Svg text(double x, double y, Anchor anchor, String classes, String text) {
        open("text");
        attribute("x", x);
        attribute("y", y);
        if (anchor != Anchor.START)
            drawn.append(" text-anchor=\"").append(anchor.word).append('"');
        classes(classes);
        drawn.append('>');
        escape(drawn, text);
        drawn.append("</text>");
        return this;
    }

    /// What is drawn inside is read out as this sentence when pointer or arrow keys come to it.
    public Svg said(String sentence, Runnable inside) {
        drawn.append("<g class=\"ev\" data-say=\"");
        escape(drawn, sentence);
        drawn.append("\">");
        inside.run();
        drawn.append("</g>");
        return this;
    }

    /// A part of the drawing that opens a list. It lies over the picture as a link of its own, because what is inside an image
    /// is not reached by assistive technology.
    public Svg link(double x, double y, double width, double height, String address, String label) {
        if (!(width > 0 && height > 0)) return this;
        pressed.append("<a href=\"");
        escape(pressed, address);
        pressed.append("\" aria-label=\"");
        escape(pressed, label);
        pressed.append("\"><rect");
        box(pressed, x, y, width, height);
        pressed.append(" class=\"hit\"/></a>");
        return this;
    }

    /// How wide a text will be, about: enough to keep labels apart.
    public static double width(String text, double size) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ems += "iljt.,:;|' ".indexOf(c) >= 0
                    ? .31
                    : "mwMW—".indexOf(c) >= 0 ? .92 : Character.isUpperCase(c) ? .68 : .57;
        }
        return ems * size;
    }

    /// The whole drawing with title and description.
    ///
    /// @param classes of the svg: `ch wide`
    public String html(String classes, Extent extent, String title, String finding) {
        boolean links = !pressed.isEmpty();
        StringBuilder out = new StringBuilder(drawn.length() + pressed.length() + 512);
        out.append("<svg class=\"").append(classes).append("\" viewBox=\"0 0 ");
        out.append(number(extent.width()))
                .append(' ')
                .append(number(extent.height()))
                .append('"');
        out.append(" width=\"")
                .append(number(extent.width()))
                .append("\" height=\"")
                .append(number(extent.height()))
                .append('"');
        if (links) out.append("><g");
        out.append(" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t\" aria-describedby=\"")
                .append(id)
                .append("-d\"><title id=\"");
        out.append(id).append("-t\">");
        escape(out, title);
        out.append("</title><desc id=\"").append(id).append("-d\">");
        escape(out, finding);
        out.append("</desc>");
        if (hatched) hatch(out);
        out.append(drawn);
        if (links) out.append("</g>").append(pressed);
        return out.append("</svg>").toString();
    }

    private void hatch(StringBuilder out) {
        out.append("<defs><pattern id=\"").append(id);
        out.append("-h\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
        out.append("<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" class=\"hatch\"/></pattern></defs>");
    }

    private void fillHatched() {
        hatched = true;
        drawn.append(" fill=\"url(#").append(id).append("-h)\"/>");
    }

    private void open(String element) {
        drawn.append('<').append(element);
    }

    private Svg close(String classes) {
        classes(classes);
        drawn.append("/>");
        return this;
    }

    private void classes(String classes) {
        if (classes.isEmpty()) return;
        drawn.append(" class=\"");
        escape(drawn, classes);
        drawn.append('"');
    }

    private void attribute(String name, double value) {
        drawn.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    private static void box(StringBuilder out, double x, double y, double width, double height) {
        out.append(" x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append('"');
    }

    /// With at most one decimal, and without one where it is nothing: half the bytes of a page are numbers.
    static String number(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("no place in a drawing: " + value);
        long tenths = Math.round(value * 10);
        if (tenths % 10 == 0) return Long.toString(tenths / 10);
        long size = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + size / 10 + "." + size % 10;
    }

    static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
