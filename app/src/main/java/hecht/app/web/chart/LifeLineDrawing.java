package hecht.app.web.chart;

/// Draws a [LifeLine] in one of its sizes.
final class LifeLineDrawing {
    private final LifeFrame frame;
    private final LifeLanes lanes;

    LifeLineDrawing(LifeLine of, Form form) {
        this.frame = new LifeFrame(of, form);
        this.lanes = new LifeLanes(frame);
    }

    Extent extent() {
        return new Extent(frame.edge(), lanes.foot());
    }

    void draw(Svg on) {
        LifeCurve curve = new LifeCurve(frame);
        curve.line(on);
        new LifeLabels(frame).draw(on);
        curve.marks(on);
        curve.months(on);
        lanes.draw(on);
    }
}
