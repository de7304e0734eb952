package hecht.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the moments of a column are written.
///
/// @param pattern for a mapping's `format`; null where the contract's reader reads them as they are
/// @param hasOffset whether they say their zone  @param hasClock whether they are more than days
/// @param reason why so, for a person  @param sure whether the values leave no other reading
record MomentShape(@Nullable String pattern, boolean hasOffset, boolean hasClock, String reason, boolean sure) {
    private static final double NEARLY_ALL = .95;
    private static final double HALF = .5;
    private static final int LOOKED_AT_FIRST = 50;
    private static final Pattern LIKE_ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{2,4})([ T].*)?");
    private static final List<String> IN_WORDS = List.of(
            "d MMM yyyy",
            "d MMM yyyy H:mm",
            "d MMM yyyy H:mm:ss",
            "d-MMM-yy",
            "d-MMM-yyyy",
            "d MMMM yyyy",
            "MMM d, yyyy",
            "EEE MMM d HH:mm:ss Z yyyy",
            "EEE, d MMM yyyy HH:mm:ss Z");
    private static final List<String> CLOCKS =
            List.of("", " H:mm", " H:mm:ss", " H:mm:ss.SSS", " h:mm a", " h:mm:ss a", "'T'H:mm", "'T'H:mm:ss");

    /// @param values filled cells  @param named whether the column's name speaks of time, which bare digits need
    static @Nullable MomentShape of(List<String> values, boolean named) {
        if (values.isEmpty()) return null;
        MomentShape iso = iso(values);
        if (iso != null) return iso;
        if (share(values, value -> NUMERIC.matcher(value).matches()) >= NEARLY_ALL) return numeric(values);
        if (named && share(values, value -> value.matches("(19|20)\\d{6}")) >= NEARLY_ALL && reads("yyyyMMdd", values))
            return new MomentShape("yyyyMMdd", false, false, "days as eight digits", true);
        if (named && share(values, value -> value.matches("\\d{13}")) >= NEARLY_ALL)
            return new MomentShape("epoch milliseconds", true, true, "milliseconds since 1970", true);
        if (named && share(values, value -> value.matches("1?\\d{9}([.]\\d+)?")) >= NEARLY_ALL)
            return new MomentShape("epoch seconds", true, true, "seconds since 1970", true);
        if (share(values, value -> Character.isDigit(value.charAt(0)) || Character.isLetter(value.charAt(0))) < 1
                || share(values, value -> value.length() <= 40 && value.matches(".*\\d.*")) < NEARLY_ALL) return null;
        for (String pattern : IN_WORDS)
            if (reads(pattern, values))
                return new MomentShape(pattern, pattern.contains("Z"), pattern.contains("mm"), "months in words", true);
        return null;
    }

    private static @Nullable MomentShape iso(List<String> values) {
        if (share(values, value -> LIKE_ISO.matcher(value).matches()) < NEARLY_ALL) return null;
        int clocks = 0;
        int offsets = 0;
        int read = 0;
        for (String value : values) {
            String iso = value.length() > 10 && value.charAt(10) == ' ' ? value.replaceFirst(" ", "T") : value;
            try {
                if (iso.length() == 10) LocalDate.parse(iso);
                else if (iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10) {
                    OffsetDateTime.parse(iso);
                    offsets++;
                    clocks++;
                } else {
                    LocalDateTime.parse(iso);
                    clocks++;
                }
                read++;
            } catch (DateTimeException e) {
                // not one of these
            }
        }
        if (read < NEARLY_ALL * values.size()) return null;
        String what =
                clocks == 0 ? "days" : offsets == read ? "moments with their offset" : "moments without an offset";
        return new MomentShape(null, offsets == read, clocks > 0, what, true);
    }

    /// Day first or month first: a part above 12 can only be a day.
    private static @Nullable MomentShape numeric(List<String> values) {
        int dayFirst = 0;
        int monthFirst = 0;
        boolean yearFirst = false;
        int year = 4;
        String separator = "-";
        for (String value : values) {
            Matcher parts = NUMERIC.matcher(value);
            if (!parts.matches()) continue;
            separator = parts.group(2);
            if (parts.group(1).length() == 4) yearFirst = true;
            else if (Integer.parseInt(parts.group(1)) > 12) dayFirst++;
            else if (Integer.parseInt(parts.group(3)) > 12) monthFirst++;
            year = parts.group(4).length();
        }
        String s = separator;
        String y = year == 2 ? "yy" : "yyyy";
        String day = "d" + s + "M" + s + y;
        String month = "M" + s + "d" + s + y;
        if (yearFirst) return withClock("yyyy" + s + "M" + s + "d", values, "year first", true);
        if (dayFirst > 0 && monthFirst > 0) return null;
        if (dayFirst > 0)
            return withClock(day, values, "day first: " + times(dayFirst) + " a first part above 12", true);
        if (monthFirst > 0)
            return withClock(month, values, "month first: " + times(monthFirst) + " a second part above 12", true);
        boolean american = s.equals("/");
        return withClock(
                american ? month : day, values, (american ? "month" : "day") + " first? no value proves which", false);
    }

    private static String times(int count) {
        return count == 1 ? "one value has" : String.format(Locale.ROOT, "%,d values have", count);
    }

    private static @Nullable MomentShape withClock(String date, List<String> values, String reason, boolean sure) {
        for (String clock : CLOCKS)
            if (reads(date + clock, values))
                return new MomentShape(date + clock, false, !clock.isEmpty(), reason, sure);
        return null;
    }

    private static boolean reads(String pattern, List<String> values) {
        Form form = Form.Moment.of(pattern, Locale.ENGLISH, false);
        List<String> few = values.subList(0, Math.min(LOOKED_AT_FIRST, values.size())); // most patterns fail at once
        if (share(few, value -> form.read(value) != null) < HALF) return false;
        return share(values, value -> form.read(value) != null) >= NEARLY_ALL;
    }

    private static double share(List<String> values, java.util.function.Predicate<String> holds) {
        return (double) values.stream().filter(holds).count() / values.size();
    }

    /// The same in DuckDB's `strptime`; null where SQL has no plain way to read them.
    @Nullable
    String strptime() {
        if (pattern == null || pattern.startsWith("epoch") || pattern.contains("'")) return null;
        List<String> parts = new ArrayList<>();
        Matcher letters = Pattern.compile("([A-Za-z])\\1*|[^A-Za-z]+").matcher(pattern);
        while (letters.find())
            parts.add(
                    switch (letters.group()) {
                        case "d", "dd" -> "%d";
                        case "M", "MM" -> "%m";
                        case "MMM" -> "%b";
                        case "MMMM" -> "%B";
                        case "yyyy" -> "%Y";
                        case "yy" -> "%y";
                        case "H", "HH" -> "%H";
                        case "h" -> "%I";
                        case "mm" -> "%M";
                        case "ss" -> "%S";
                        case "SSS" -> "%g";
                        case "a" -> "%p";
                        case "EEE" -> "%a";
                        case "Z" -> "%z";
                        default -> letters.group();
                    });
        return String.join("", parts);
    }
}
