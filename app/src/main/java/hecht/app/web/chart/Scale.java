package hecht.app.web.chart;

import java.util.Arrays;

/// From a figure to a place: straight from [from, to] to [start, end], which may run either way.
public record Scale(double from, double to, double start, double end) {
    public Scale {
        if (!(from < to || from > to)) throw new IllegalArgumentException("a scale from " + from + " to " + to);
    }

    public double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /// As [#at], and never outside the drawing.
    public double within(double value) {
        return at(Math.clamp(value, Math.min(from, to), Math.max(from, to)));
    }

    /// Round steps (1, 2 or 5 times a power of ten) over the range, at most so many.
    public double[] steps(int most) {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        double step = step(high - low, most);
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        double[] steps = new double[(int) (last - first + 1)];
        Arrays.setAll(steps, i -> (first + i) * step);
        return steps;
    }

    private static double step(double range, int most) {
        double step = Math.pow(10, Math.floor(Math.log10(range / most)));
        for (double times : new double[] {1, 2, 5, 10}) if (range / (step * times) <= most) return step * times;
        return step * 10;
    }
}
