package hecht.store.postgres;

import org.jspecify.annotations.Nullable;

/// How a database is reached.
///
/// @param url as JDBC wants it, without user and password
public record Login(String url, String user, @Nullable String password) {
    /// Never shows the password.
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
