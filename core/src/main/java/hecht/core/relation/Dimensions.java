package hecht.core.relation;

import hecht.core.event.Dimension;
import java.util.Arrays;

/// The four dimensions of one relationship at one moment, in points of health around zero: the sum of the contributions that
/// speak of each. Immutable.
public final class Dimensions {
    /// Of whom nothing was heard.
    public static final Dimensions NONE = new Dimensions(new double[Dimension.values().length], 0);

    private final double[] points; // [dimension]
    private final int heard; // a bit a dimension

    /// @param heard a bit for each dimension of which anything was heard in the year before
    Dimensions(double[] points, int heard) {
        this.points = points;
        this.heard = heard;
    }

    /// @param heard a bit a dimension, as [#heardBits]
    public static Dimensions of(int heard, double... points) {
        return new Dimensions(points.clone(), heard);
    }

    public double points(Dimension of) {
        return points[of.ordinal()];
    }

    /// Whether anything in the year before spoke of it.
    public boolean isHeard(Dimension of) {
        return (heard & 1 << of.ordinal()) != 0;
    }

    public int heardBits() {
        return heard;
    }

    /// What all dimensions did to health together.
    public double sum() {
        double sum = 0;
        for (double each : points) sum += each;
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimensions d && heard == d.heard && Arrays.equals(points, d.points);
    }

    @Override
    public int hashCode() {
        return 31 * heard + Arrays.hashCode(points);
    }

    @Override
    public String toString() {
        return Arrays.toString(points);
    }
}
