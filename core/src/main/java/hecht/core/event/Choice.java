package hecht.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A closed list of words that a field may hold. Written as the constant in lower case; read in any case, with a space or
/// a dash for the underscore.
public interface Choice {
    String name();

    /// The word as files and pages of the contract write it.
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E> & Choice> Optional<E> read(Class<E> type, String written) {
        for (E each : type.getEnumConstants()) if (each.name().equalsIgnoreCase(written)) return Optional.of(each);
        String plain = written.trim().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.word().equals(plain))
                .findFirst();
    }

    static <E extends Enum<E> & Choice> List<String> words(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E each : type.getEnumConstants()) words.add(each.word());
        return List.copyOf(words);
    }
}
