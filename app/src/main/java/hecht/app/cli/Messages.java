package hecht.app.cli;

import hecht.core.event.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything hecht says, from one file per language: `messages_en.properties` and `messages_nl.properties`.
///
/// `{0}` is the first value, a whole number with thousands apart; `{0:relationship|relationships}` is one of two words by
/// that number. There is nothing to escape, so that who translates can write `foto's`.
final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^|}]*)\\|([^}]*))?}");

    private final Language language;
    private final ResourceBundle bundle;

    Messages(Language language) {
        this.language = language;
        this.bundle = read("messages_" + language.word() + ".properties");
    }

    private static ResourceBundle read(String name) {
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("this hecht lacks its file " + name);
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return bundle.keySet();
    }

    /// @param values texts, or whole numbers
    /// @throws MissingResourceException when there is no such key
    String say(String key, Object... values) {
        Matcher place = PLACE.matcher(written(key));
        return place.replaceAll(found -> {
            Object value = values[Integer.parseInt(found.group(1))];
            if (found.group(2) == null) return Matcher.quoteReplacement(text(value));
            return Matcher.quoteReplacement(isOne(value) ? found.group(2) : found.group(3));
        });
    }

    /// The sentence as it stands in its file.
    String written(String key) {
        return bundle.getString(key);
    }

    /// The word for one of a closed list: `condition.warm`.
    String word(Choice choice) {
        Class<?> type = choice instanceof Enum<?> constant ? constant.getDeclaringClass() : choice.getClass();
        return say(type.getSimpleName().toLowerCase(Locale.ROOT) + "." + choice.word());
    }

    /// What stands for a value in help: `FILE` or `BESTAND`; the same in both languages where no key says otherwise.
    String label(String written) {
        String key = "label." + written.toLowerCase(Locale.ROOT);
        return bundle.containsKey(key) ? say(key) : written;
    }

    private String text(Object value) {
        return value instanceof Number number ? Figures.whole(number.longValue(), language) : value.toString();
    }

    private static boolean isOne(Object value) {
        return value instanceof Number number && number.longValue() == 1;
    }
}
