package hecht.files;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// Writes moments as `Instant.toString` does, `2026-03-01T09:30:00Z`, several times faster where they are whole seconds of the
/// years 1970 to 9999, as most in files are. A Parquet file has its moments as numbers, and each becomes a text.
final class MomentText {
    private static final long SECOND = 1_000_000; // in microseconds
    private static final int DAY = 86_400; // in seconds
    private static final long YEAR_10000 = 253_402_300_800L; // in seconds since 1970

    private MomentText() {}

    /// @param micros since 1970
    static String of(long micros) {
        long seconds = Math.floorDiv(micros, SECOND);
        boolean usual = Math.floorMod(micros, SECOND) == 0 && seconds >= 0 && seconds < YEAR_10000;
        if (!usual) return DuckColumn.instant(micros).toString();
        LocalDate day = LocalDate.ofEpochDay(seconds / DAY);
        int time = (int) (seconds % DAY);
        byte[] text = new byte[] {0, 0, 0, 0, '-', 0, 0, '-', 0, 0, 'T', 0, 0, ':', 0, 0, ':', 0, 0, 'Z'};
        two(text, 0, day.getYear() / 100);
        two(text, 2, day.getYear() % 100);
        two(text, 5, day.getMonthValue());
        two(text, 8, day.getDayOfMonth());
        two(text, 11, time / 3_600);
        two(text, 14, time / 60 % 60);
        two(text, 17, time % 60);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
