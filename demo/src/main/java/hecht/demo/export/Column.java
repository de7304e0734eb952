package hecht.demo.export;

import hecht.core.event.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A column of a table: what it is called, and what of an event stands in it.
///
/// @param ofNext whether it tells of the event that belongs to the row's own: the answer to what was sent
/// @param bare whether NDJSON has it without quotes
record Column(String title, Function<Told, String> cell, boolean ofNext, boolean bare) {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final int KEY_BEGINS = "LL-".length();

    private static Column of(String title, Function<Told, String> cell) {
        return new Column(title, cell, false, false);
    }

    /// The same of the event that belongs to the row's own.
    Column next() {
        return new Column(title, cell, true, bare);
    }

    static Column text(String title, Field field) {
        return of(title, told -> told.field(field));
    }

    static Column attribute(String title, String name) {
        return of(title, told -> told.attribute(name));
    }

    /// Lichtland's number without its letters, as older systems have it: 0048213 for LL-0048213.
    static Column number(String title) {
        return of(title, told -> told.field(Field.CUSTOMER).substring(KEY_BEGINS));
    }

    /// The last part of an id: 17 for LL-0048213-17.
    static Column ordinal(String title) {
        return of(title, told -> {
            String id = told.field(Field.ID);
            return id.substring(id.lastIndexOf('-') + 1);
        });
    }

    /// A field in the words of the system.
    ///
    /// @param words the contract's to the system's; empty: leave it out
    static Column words(String title, Field field, Map<String, String> words) {
        return of(title, told -> {
            String word = told.field(field);
            String own = word.isEmpty() ? "" : words.get(word);
            if (own == null) throw new IllegalStateException(title + " has no word for " + field + " " + word);
            return own;
        });
    }

    /// A moment by the clock on the wall.
    static Column moment(String title, Field field, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, DUTCH);
        return of(title, told -> {
            String moment = told.field(field);
            return moment.isEmpty() ? "" : format.format(told.local(moment));
        });
    }

    static Column milliseconds(String title, Field field) {
        return new Column(
                title, told -> Long.toString(Instant.parse(told.field(field)).toEpochMilli()), false, true);
    }

    /// Two decimals after a comma, thousands after a dot.
    ///
    /// @param sign before it, such as `€ `
    static Column amount(String title, Field field, String sign) {
        return of(title, told -> {
            String number = told.field(field);
            return number.isEmpty() ? "" : sign + dutch(new BigDecimal(number));
        });
    }

    private static String dutch(BigDecimal number) {
        String[] parts =
                number.setScale(2, RoundingMode.UNNECESSARY).toPlainString().split("\\.", -1);
        return parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".") + "," + parts[1];
    }

    String of(Told told) {
        return cell.apply(told);
    }
}
