package hecht.app.web.chart;

/// The two sizes of a chart. Each is drawn by itself, so that its text keeps its size; the stylesheet shows one of them.
public enum Form {
    /// From 701 px on.
    WIDE,
    /// A phone: 358 px.
    NARROW;

    /// How many units a narrow chart is wide: 390 px less the margins of the page.
    public static final int PHONE = 358;

    public boolean isWide() {
        return this == WIDE;
    }
}
