package hecht.store.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name somebody signs in with: 1 to 60 letters, digits, `.`, `_`, `-` and `@`, always in lower case, so that Anna and
/// anna are one.
public record AccountName(String text) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Mn}0-9._@-]{1,60}");

    public AccountName {
        if (!SHAPE.matcher(text).matches())
            throw new IllegalArgumentException("a name is 1 to 60 small letters, digits, dots, dashes and @");
    }

    public static Optional<AccountName> read(String written) {
        String plain =
                Normalizer.normalize(written.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new AccountName(plain)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
