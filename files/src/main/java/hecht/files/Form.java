package hecht.files;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a value is written in a file, when that is not how the contract writes it.
sealed interface Form {
    /// The value as the contract writes it; null when it is not written in this form.
    @Nullable
    String read(String written);

    /// What was expected, for a sentence.
    String expected();

    /// A number with a decimal comma or point, and with whatever people put around it: thousands in groups, a currency's
    /// sign, a minus behind. A group of other than three digits (1.5 where the comma is decimal) may mean anything, and is
    /// no number; before the last, two will do, as in India.
    record Decimal(char point, Pattern pattern) implements Form {
        static Decimal of(char point) {
            String around = "[\\p{Sc}\\p{Zs}]*";
            String thousands = point == ',' ? "[.'’\\p{Zs}]" : "[,'’\\p{Zs}]";
            return new Decimal(
                    point,
                    Pattern.compile(around + "(?<minus>[-−+]?)" + around
                            + "(?<whole>[0-9]+|[0-9]{1,3}(?:" + thousands + "[0-9]{2,3})*" + thousands + "[0-9]{3}|)"
                            + "(?:[" + point + "](?<rest>[0-9]*))?" + around + "(?<behind>[-−]?)"));
        }

        @Override
        public String expected() {
            return "a number such as " + (point == ',' ? "1.234,56" : "1,234.56");
        }

        @Override
        public @Nullable String read(String written) {
            Matcher found = pattern.matcher(written);
            if (!found.matches()) return null;
            String rest = found.group("rest");
            String number = digits(found.group("whole")) + (rest == null || rest.isEmpty() ? "" : "." + rest);
            boolean negative = isMinus(found.group("minus")) || isMinus(found.group("behind"));
            return number.isEmpty() ? null : (negative ? "-" : "") + number;
        }

        private static boolean isMinus(String sign) {
            return !sign.isEmpty() && !sign.equals("+");
        }

        private static String digits(String grouped) {
            StringBuilder digits = new StringBuilder(grouped.length());
            for (int i = 0; i < grouped.length(); i++)
                if (Character.isDigit(grouped.charAt(i))) digits.append(grouped.charAt(i));
            return digits.toString();
        }
    }

    /// A moment in a pattern of java.time. What has no offset stays without one: the contract's reader knows the zone.
    ///
    /// @param pattern as the mapping gives it  @param ignoreOffset whether the wall clock counts and a written offset does
    /// not
    record Moment(String pattern, DateTimeFormatter formatter, boolean ignoreOffset) implements Form {
        private static final int SHORTEST_MONTH = 28;

        static Moment of(String pattern, Locale language, boolean ignoreOffset) {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(language);
            return new Moment(pattern, formatter, ignoreOffset);
        }

        @Override
        public String expected() {
            return "a moment written as " + pattern;
        }

        @Override
        public @Nullable String read(String written) {
            try {
                TemporalAccessor at = formatter.parse(written);
                if (isMoved(at, written)) return null;
                if (!at.isSupported(ChronoField.HOUR_OF_DAY))
                    return LocalDate.from(at).toString();
                if (ignoreOffset) return LocalDateTime.from(at).toString();
                if (at.isSupported(ChronoField.OFFSET_SECONDS))
                    return OffsetDateTime.from(at).toInstant().toString();
                if (at.isSupported(ChronoField.INSTANT_SECONDS))
                    return ZonedDateTime.from(at).toInstant().toString();
                return LocalDateTime.from(at).toString();
            } catch (DateTimeException e) {
                return null;
            }
        }

        /// Whether the day is another than what is written: java.time takes 31 April for the 30th unless it is strict, and
        /// then it does not understand `yyyy`.
        private boolean isMoved(TemporalAccessor at, String written) {
            if (!at.isSupported(ChronoField.DAY_OF_MONTH) || at.get(ChronoField.DAY_OF_MONTH) < SHORTEST_MONTH)
                return false;
            TemporalAccessor fields = formatter.parseUnresolved(written, new ParsePosition(0));
            return fields != null
                    && fields.isSupported(ChronoField.DAY_OF_MONTH)
                    && fields.getLong(ChronoField.DAY_OF_MONTH) > at.getLong(ChronoField.DAY_OF_MONTH);
        }
    }

    /// A moment counted from 1970 in UTC.
    ///
    /// @param perSecond 1 for seconds, 1000 for milliseconds
    record Epoch(int perSecond) implements Form {
        @Override
        public String expected() {
            return (perSecond == 1 ? "seconds" : "milliseconds") + " since 1970-01-01";
        }

        @Override
        public @Nullable String read(String written) {
            try {
                double seconds = Double.parseDouble(written) / perSecond;
                if (!Double.isFinite(seconds)) return null;
                return Instant.ofEpochSecond((long) Math.floor(seconds))
                        .plusNanos(Math.round((seconds - Math.floor(seconds)) * 1e6) * 1000)
                        .toString();
            } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
                return null;
            }
        }
    }

    /// A moment as the contract writes it, of which only the wall clock counts.
    record WallClock() implements Form {
        @Override
        public String expected() {
            return "a moment such as 2026-03-01T09:30:00";
        }

        @Override
        public String read(String written) {
            if (written.endsWith("Z")) return written.substring(0, written.length() - 1);
            int offset = Math.max(written.lastIndexOf('+'), written.lastIndexOf('-'));
            return offset > 10 ? written.substring(0, offset).strip() : written;
        }
    }

    /// The zone of that name, such as `Europe/Amsterdam`.
    static @Nullable ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
