package hecht.store;

import hecht.store.access.Access;
import hecht.store.postgres.Database;
import hecht.store.postgres.Embedded;
import hecht.store.postgres.Login;
import hecht.store.postgres.Trouble;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything hecht keeps. Opened once by a process, used by all its threads, closed at its end; hands out the rooms in which
/// events, relationships, accounts and settings lie.
public final class Store implements AutoCloseable {
    private final @Nullable Embedded server;
    private final @Nullable OnlyOne onlyOne;
    private final Database database;
    private final Access access;

    private Store(@Nullable Embedded server, @Nullable OnlyOne onlyOne, Database database) {
        this.server = server;
        this.onlyOne = onlyOne;
        this.database = database;
        this.access = new Access(database);
    }

    /// Opens the store, which nobody else may have open: starts the server where it is ours, and brings the tables up to date.
    ///
    /// @throws Trouble with one sentence; then nothing is left open
    public static Store open(Where where) {
        return switch (where) {
            case Where.Embedded(var data) -> {
                Embedded server = Embedded.start(data);
                try {
                    yield new Store(server, null, migrated(server.login()));
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
                    yield new Store(null, onlyOne, migrated(login));
                } catch (RuntimeException e) {
                    onlyOne.close();
                    throw e;
                }
            }
        };
    }

    private static Database migrated(Login login) {
        Database database = Database.connect(login);
        try {
            Migrations.run(database);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw Trouble.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /// Accounts, links, sessions, tokens and the audit.
    public Access access() {
        return access;
    }

    /// The database itself, for rooms and for tests.
    public Database database() {
        return database;
    }

    /// What keeps it from working at this moment; empty when it answers.
    public Optional<Trouble> trouble() {
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
