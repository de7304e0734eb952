package hecht.store;

import hecht.store.postgres.Database;
import hecht.store.postgres.Embedded;
import hecht.store.postgres.Login;
import hecht.store.postgres.Trouble;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A database that is ours alone and answers, with or without tables.
///
/// @param server where we run it  @param onlyOne where somebody else does
record Place(@Nullable Embedded server, @Nullable OnlyOne onlyOne, Database database) implements AutoCloseable {
    /// @throws Trouble with one sentence; then nothing is left open
    static Place open(Where where) {
        return switch (where) {
            case Where.Embedded(var data) -> {
                Embedded server = Embedded.start(data);
                try {
                    yield new Place(server, null, Database.connect(server.login()));
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            }
            case Where.Own(var url, var user, var password) -> {
                Login login = new Login(url, user, password);
                Database.check(login);
                OnlyOne onlyOne = OnlyOne.claim(login);
                try {
                    yield new Place(null, onlyOne, Database.connect(login));
                } catch (RuntimeException e) {
                    onlyOne.close();
                    throw e;
                }
            }
        };
    }

    /// What keeps it from working at this moment; empty when it answers.
    Optional<Trouble> trouble() {
        Optional<Trouble> found = server == null ? Optional.empty() : server.trouble();
        if (found.isEmpty() && onlyOne != null) found = onlyOne.trouble();
        return found.isPresent() ? found : database.trouble();
    }

    /// Closes the pool first, then stops the server where it is ours.
    @Override
    public void close() {
        database.close();
        if (onlyOne != null) onlyOne.close();
        if (server != null) server.close();
    }
}
