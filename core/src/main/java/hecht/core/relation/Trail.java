package hecht.core.relation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The last 24 month-ends of a relationship, the newest as of the moment of reading, for drawing in a row of a list. Kept after
/// departure. Immutable; 168 bytes.
///
/// Each month has seven: health in 1/600 of a point (two), spread in 1/5 of a point, the shares of all conditions but the last
/// in 1/255, and whether it ran and was in view. With more than four conditions the last share holds all the others.
public final class Trail {
    /// Months.
    public static final int LENGTH = 24;

    /// Of whom nothing is known.
    public static final Trail EMPTY = new Trail(new byte[LENGTH * Trail.MONTH]);

    private static final int MONTH = 7;
    private static final int SHARES = 4;
    private static final int RAN = 1;
    private static final int IN_VIEW = 2;
    private static final double HEALTH_UNITS = 600;
    private static final double SPREAD_UNITS = 5;
    private static final int BYTE = 255;

    private final byte[] bytes;

    private Trail(byte[] bytes) {
        this.bytes = bytes;
    }

    /// How a relationship stood at one month-end.
    ///
    /// @param los to @param hecht the shares of the four conditions
    public record Entry(
            double health, double spread, double los, double koel, double warm, double hecht, boolean inView) {}

    /// @param newest the month of the moment of reading
    static Trail of(List<MonthEnd> months, java.time.YearMonth newest) {
        byte[] bytes = new byte[LENGTH * MONTH];
        for (MonthEnd each : months) {
            int back = (int) each.month().until(newest, java.time.temporal.ChronoUnit.MONTHS);
            write(each.standing(), bytes, (LENGTH - 1 - back) * MONTH);
        }
        return new Trail(bytes);
    }

    private static void write(Standing s, byte[] to, int at) {
        int health = (int) Math.round(s.health() * HEALTH_UNITS);
        to[at] = (byte) (health >> 8);
        to[at + 1] = (byte) health;
        to[at + 2] = (byte) Math.min(BYTE, Math.round(s.spread() * SPREAD_UNITS));
        for (int i = 0; i < SHARES - 1 && i < s.belief().columns(); i++)
            to[at + 3 + i] = (byte) Math.round(s.belief().at(i) * BYTE);
        to[at + 6] = (byte) (RAN | (s.isInView() ? IN_VIEW : 0));
    }

    /// @throws IllegalArgumentException when it is not 168 bytes
    public static Trail of(byte[] bytes) {
        if (bytes.length != LENGTH * MONTH)
            throw new IllegalArgumentException("a trail has 168 bytes, had " + bytes.length);
        return new Trail(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// @param i 0 for the oldest, 23 for the newest
    /// @return empty where the relationship did not run
    public Optional<Entry> at(int i) {
        int at = i * MONTH;
        int flags = bytes[at + 6];
        if ((flags & RAN) == 0) return Optional.empty();
        double los = share(at + 3);
        double koel = share(at + 4);
        double warm = share(at + 5);
        return Optional.of(new Entry(
                ((bytes[at] & BYTE) << 8 | bytes[at + 1] & BYTE) / HEALTH_UNITS,
                (bytes[at + 2] & BYTE) / SPREAD_UNITS,
                los,
                koel,
                warm,
                Math.max(0, 1 - los - koel - warm),
                (flags & IN_VIEW) != 0));
    }

    private double share(int at) {
        return (bytes[at] & BYTE) / (double) BYTE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trail trail && Arrays.equals(bytes, trail.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
