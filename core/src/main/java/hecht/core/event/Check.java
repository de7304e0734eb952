package hecht.core.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The gates of the events' constructors. Conditions are written so that NaN is refused too.
final class Check {
    private Check() {}

    static void present(Field field, @Nullable String value) {
        if (value == null) throw new Invalid(field, "a value", "");
    }

    static void finite(Field field, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) throw new Invalid(field, "a number", "" + value);
    }

    static void within(Field field, @Nullable Double value, double least, double most) {
        if (value != null && !(value >= least && value <= most))
            throw new Invalid(field, "a number from " + plain(least) + " to " + plain(most), plain(value));
    }

    static void notNegative(Field field, @Nullable Number value) {
        if (value == null) return;
        double number = value.doubleValue();
        if (!(number >= 0 && Double.isFinite(number)))
            throw new Invalid(field, "a number of at least 0", plain(number));
    }

    static void order(Field field, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && to.isBefore(from))
            throw new Invalid(field, "a moment not before " + from, "" + to);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? "" + (long) value : "" + value;
    }
}
