package hecht.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The three years of Lichtland. Days are counted from the first, 0; months from the first, 1; moments are microseconds
/// since 1970, as in core.
final class Timeline {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final LocalDate FIRST = LocalDate.of(2023, Month.NOVEMBER, 1);
    static final LocalDate LAST = LocalDate.of(2026, Month.OCTOBER, 31);
    static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LAST) + 1;
    static final int MONTHS = 36;

    /// A year on from the last month, for what would still come.
    static final int MONTHS_AND_A_YEAR = MONTHS + 12;

    static final long DAY = 86_400_000_000L;
    static final double YEAR = 365.25 * DAY;

    private static final int DOORS_REACH = 5 * 366; // the longest lock that begins on the last day ends within these
    private static final long[] STARTS = new long[DAYS + DOORS_REACH];
    private static final long[] MONTH_ENDS = new long[MONTHS_AND_A_YEAR + 1];

    static {
        for (int day = 0; day < STARTS.length; day++) STARTS[day] = micros(FIRST.plusDays(day));
        for (int month = 0; month < MONTH_ENDS.length; month++) MONTH_ENDS[month] = micros(FIRST.plusMonths(month)) - 1;
    }

    private Timeline() {}

    private static long micros(LocalDate day) {
        return day.atStartOfDay(ZONE).toEpochSecond() * 1_000_000;
    }

    static int day(int year, Month month, int day) {
        return (int) ChronoUnit.DAYS.between(FIRST, LocalDate.of(year, month, day));
    }

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    /// The moment `second` seconds into a day.
    static long at(int day, int second) {
        return STARTS[day] + second * 1_000_000L;
    }

    /// The last microsecond of a day, which is what a bare date means in a lock or a promise.
    static long endOf(int day) {
        return STARTS[day + 1] - 1;
    }

    /// The last microsecond of a month; that of month 0 is the one before everything.
    static long monthEnd(int month) {
        return MONTH_ENDS[month];
    }

    /// The month in which a moment lies.
    static int monthOf(long at) {
        int month = 1;
        while (month < MONTHS_AND_A_YEAR && MONTH_ENDS[month] < at) month++;
        return month;
    }

    static Month monthOf(int day) {
        return date(day).getMonth();
    }

    /// November to February, when it is cold and everybody calls.
    static boolean isWinter(int day) {
        return switch (monthOf(day)) {
            case NOVEMBER, DECEMBER, JANUARY, FEBRUARY -> true;
            default -> false;
        };
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
