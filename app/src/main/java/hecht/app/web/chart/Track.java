package hecht.app.web.chart;

/// The way of a line: the `d` of a path, written with one decimal.
public final class Track {
    private final StringBuilder out = new StringBuilder();
    private double x;
    private double y;

    public Track from(double toX, double toY) {
        return step('M', toX, toY);
    }

    public Track to(double toX, double toY) {
        return step(out.isEmpty() ? 'M' : 'L', toX, toY);
    }

    /// First along, then up or down: an event is a jump and not a slope.
    public Track jump(double toX, double toY) {
        if (out.isEmpty()) return step('M', toX, toY);
        out.append('H').append(Svg.number(toX)).append('V').append(Svg.number(toY));
        x = toX;
        y = toY;
        return this;
    }

    /// A curve that leaves and arrives level, so that it never overshoots its points.
    public Track ease(double toX, double toY) {
        if (out.isEmpty()) return step('M', toX, toY);
        double middle = (x + toX) / 2;
        out.append('C');
        pair(middle, y).append(' ');
        pair(middle, toY).append(' ');
        pair(toX, toY);
        x = toX;
        y = toY;
        return this;
    }

    public Track close() {
        out.append('Z');
        return this;
    }

    private Track step(char how, double toX, double toY) {
        out.append(how);
        pair(toX, toY);
        x = toX;
        y = toY;
        return this;
    }

    private StringBuilder pair(double px, double py) {
        return out.append(Svg.number(px)).append(' ').append(Svg.number(py));
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /// The mark of what went up (`down` −1) or down (1).
    static Track triangle(double x, double y, double size, int down) {
        double half = size * .8 * down;
        return new Track()
                .from(x - size, y - half)
                .to(x + size, y - half)
                .to(x, y + half)
                .close();
    }
}
