package hecht.store.access;

import hecht.store.postgres.Database;
import java.time.Instant;

/// The door of this room.
public final class Access {
    private final Accounts accounts;
    private final Links links;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Attempts attempts;
    private final Audit audit;

    public Access(Database database) {
        this.accounts = new Accounts(database);
        this.links = new Links(database);
        this.sessions = new Sessions(database.jdbc());
        this.tokens = new Tokens(database.jdbc());
        this.attempts = new Attempts(database.jdbc());
        this.audit = new Audit(database.jdbc());
    }

    public Accounts accounts() {
        return accounts;
    }

    public Links links() {
        return links;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Attempts attempts() {
        return attempts;
    }

    public Audit audit() {
        return audit;
    }

    /// Removes what has ended by itself; part of the turn of the day.
    public void sweep(Instant now) {
        sessions.sweep(now);
        attempts.sweep(now);
    }
}
