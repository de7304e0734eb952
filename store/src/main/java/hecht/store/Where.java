package hecht.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a store lies.
public sealed interface Where {
    /// In a folder, in a PostgreSQL that hecht brings and runs itself.
    record Embedded(Path data) implements Where {}

    /// In a PostgreSQL of your own.
    ///
    /// @param url as JDBC wants it, without user and password
    record Own(String url, String user, @Nullable String password) implements Where {
        /// Never shows the password.
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }
}
