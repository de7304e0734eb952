package hecht.app.words;

import hecht.core.event.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything hecht says in one language. Each room that speaks has one file per language, `messages_en.properties` and
/// `messages_nl.properties`; what several rooms say lies here.
///
/// `{0}` is the first value, a whole number with thousands apart; `{0:relationship|relationships}` is one of two words by
/// that number. There is nothing to escape, so that who translates can write `foto's`.
public final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^|}]*)\\|([^}]*))?}");

    private final Language language;
    private final Map<String, String> sentences = new HashMap<>();

    private Messages(Language language) {
        this.language = language;
    }

    /// What is said everywhere, and what these rooms say: the files `messages_en.properties` or `messages_nl.properties` that
    /// lie with the classes.
    ///
    /// @throws IllegalStateException when a room has no such file, or says again what another says
    public static Messages of(Language language, Class<?>... rooms) {
        Messages all = new Messages(language);
        all.add(Messages.class);
        for (Class<?> room : rooms) all.add(room);
        return all;
    }

    private void add(Class<?> room) {
        String name = "messages_" + language.word() + ".properties";
        Properties read = new Properties();
        try (InputStream in = room.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(room.getPackageName() + " lacks its file " + name);
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " of " + room.getPackageName(), e);
        }
        for (String key : read.stringPropertyNames())
            if (sentences.put(key, read.getProperty(key)) != null)
                throw new IllegalStateException(room.getPackageName() + " says again what is said elsewhere: " + key);
    }

    public Language language() {
        return language;
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(sentences.keySet());
    }

    /// @param values texts, or whole numbers
    /// @throws IllegalArgumentException when there is no such key
    public String say(String key, Object... values) {
        Matcher place = PLACE.matcher(written(key));
        return place.replaceAll(found -> {
            Object value = values[Integer.parseInt(found.group(1))];
            if (found.group(2) == null) return Matcher.quoteReplacement(text(value));
            return Matcher.quoteReplacement(isOne(value) ? found.group(2) : found.group(3));
        });
    }

    /// The sentence as it stands in its file.
    public String written(String key) {
        String found = sentences.get(key);
        if (found == null) throw new IllegalArgumentException("there are no words for " + key);
        return found;
    }

    /// The word for one of a closed list: `condition.warm`.
    public String word(Choice choice) {
        Class<?> type = choice instanceof Enum<?> constant ? constant.getDeclaringClass() : choice.getClass();
        return say(type.getSimpleName().toLowerCase(Locale.ROOT) + "." + choice.word());
    }

    /// What stands for a value in help: `FILE` or `BESTAND`; the same in both languages where no key says otherwise.
    public String label(String written) {
        String key = "label." + written.toLowerCase(Locale.ROOT);
        return sentences.containsKey(key) ? say(key) : written;
    }

    private String text(Object value) {
        return value instanceof Number number ? Figures.whole(number.longValue(), language) : value.toString();
    }

    private static boolean isOne(Object value) {
        return value instanceof Number number && number.longValue() == 1;
    }
}
