package hecht.store.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program that may ask.
///
/// @param by who made it  @param lastUse to the minute; absent before the first
public record Token(
        String name,
        Set<Right> rights,
        Instant made,
        String by,
        @Nullable Instant lastUse) {
    public Token {
        rights = Set.copyOf(rights);
    }

    public Optional<Instant> used() {
        return Optional.ofNullable(lastUse);
    }
}
