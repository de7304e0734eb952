package hecht.store.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One person who may sign in.
///
/// @param hasPassword whether one was chosen; before that only a link lets this person in
/// @param lastSignIn absent before the first
/// @param linkEnds until when a link that was not used lets this person choose a password; absent when there is none
public record Account(
        AccountName name,
        Role role,
        boolean hasPassword,
        Instant made,
        @Nullable Instant lastSignIn,
        @Nullable Instant linkEnds) {
    public Optional<Instant> signedIn() {
        return Optional.ofNullable(lastSignIn);
    }

    public boolean hasLink(Instant now) {
        return linkEnds != null && linkEnds.isAfter(now);
    }
}
