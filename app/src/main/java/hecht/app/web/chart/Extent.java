package hecht.app.web.chart;

/// Width and height of a drawing, in units that are pixels at its own size.
public record Extent(double width, double height) {
    public Extent {
        if (!(width > 0 && height > 0)) throw new IllegalArgumentException("a drawing of " + width + " × " + height);
    }
}
