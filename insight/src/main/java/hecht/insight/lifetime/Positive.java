package hecht.insight.lifetime;

/// The gate of parameters and durations. NaN does not pass.
final class Positive {
    private Positive() {}

    static void check(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(name + " must be a positive number, was " + value);
    }

    static double orZero(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY))
            throw new IllegalArgumentException(name + " must be a number of zero or more, was " + value);
        return value;
    }
}
