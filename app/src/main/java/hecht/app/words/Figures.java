package hecht.app.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Numbers and dates as people of a language write them. What programs read is written by [Plain].
///
/// Written by hand because it must not cost a quarter of a second: Java's own tables of all languages do.
public final class Figures {
    private static final char MINUS = '\u2212';

    private final Messages messages;
    private final ZoneId zone;

    public Figures(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /// `20,000` or `20.000`.
    public static String whole(long value, Language language) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) out.append(language == Language.NL ? '.' : ',');
            out.append(digits.charAt(i));
        }
        return value < 0 ? MINUS + out.toString() : out.toString();
    }

    public String whole(long value) {
        return whole(value, messages.language());
    }

    /// With one decimal: `0.4` or `0,4`.
    public String tenths(double value) {
        return ofTenths(Math.round(value * 10));
    }

    /// With two decimals: `0.42` or `0,42`.
    public String hundredths(double value) {
        if (Double.isInfinite(value)) return sign(value > 0 ? 1 : -1) + "∞";
        long hundredths = Math.round(value * 100);
        long size = Math.abs(hundredths);
        return sign(hundredths) + whole(size / 100) + point() + (size % 100 < 10 ? "0" : "") + size % 100;
    }

    /// A share with two decimals; what is above nothing never reads as nothing: `< 0.01`.
    public String share(double value) {
        return value > 0 && value < .005 ? "< " + hundredths(.01) : hundredths(value);
    }

    /// A whole number of tenths.
    public String ofTenths(long tenths) {
        long size = Math.abs(tenths);
        return sign(tenths) + whole(size / 10) + point() + size % 10;
    }

    /// A whole number of tenths with its sign: `+0.4`, `−2.0`; `0.0` has none.
    public String change(long tenths) {
        return (tenths > 0 ? "+" : "") + ofTenths(tenths);
    }

    /// A share as so many in a hundred: `62 %`.
    public String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /// An amount in whole units: `€ 236`, `SEK 1,200`, `−€ 5`.
    public String money(double amount, String currency) {
        long whole = Math.round(amount);
        String sign = switch (currency) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> currency;
        };
        return sign(whole) + sign + "\u00a0" + whole(Math.abs(whole));
    }

    /// `31 October 2026` or `31 oktober 2026`.
    public String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day, "months") + " " + day.getYear();
    }

    public String date(Instant at) {
        return date(day(at));
    }

    /// `31 Oct 2026` or `31 okt 2026`, for tables.
    public String shortDate(Instant at) {
        LocalDate day = day(at);
        return day.getDayOfMonth() + " " + month(day, "months.short") + " " + day.getYear();
    }

    /// `31 Oct 2026 06:10`, for what happened today as well.
    public String moment(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        return shortDate(at) + " " + twoDigits(time.getHour()) + ":" + twoDigits(time.getMinute());
    }

    private static String twoDigits(int value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String month(LocalDate day, String key) {
        return messages.say(key).split(",", -1)[day.getMonthValue() - 1];
    }

    /// A length of time in its largest unit that is at least two: `3 days`, `26 hours`, `40 minutes`.
    public String length(Duration length) {
        Duration size = length.abs();
        if (size.toHours() >= 48) return messages.say("length.days", size.toDays());
        if (size.toMinutes() >= 120) return messages.say("length.hours", size.toHours());
        return messages.say("length.minutes", size.toMinutes());
    }

    private String sign(long value) {
        return value < 0 ? String.valueOf(MINUS) : "";
    }

    private char point() {
        return messages.language() == Language.NL ? ',' : '.';
    }
}
