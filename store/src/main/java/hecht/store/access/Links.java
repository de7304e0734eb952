package hecht.store.access;

import hecht.store.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One-time links, with which somebody chooses a password. A link lives for a day and works once; a fresh one ends the one
/// before it.
public final class Links {
    public static final Duration LIFE = Duration.ofHours(24);

    private static final String MAKE = """
            INSERT INTO link (account, digest, ends) VALUES (:account, :digest, :ends)
            ON CONFLICT (account) DO UPDATE SET digest = excluded.digest, ends = excluded.ends, used = NULL""";

    /// Whose link this is, if it still works; carried by link (digest).
    private static final String WORKS =
            "SELECT account FROM link WHERE digest = :digest AND used IS NULL AND ends > :now";

    /// Whose link this is or was; carried by link (digest).
    private static final String WHOSE = "SELECT account FROM link WHERE digest = :digest";

    /// Of two who use one link at the same moment the second waits for the first here, and then finds it used.
    private static final String USE = """
            UPDATE link SET used = :now WHERE digest = :digest AND used IS NULL AND ends > :now RETURNING account""";

    private static final String SET_PASSWORD = "UPDATE account SET password = :password WHERE name = :account";

    private static final String END_SESSIONS = "DELETE FROM session WHERE account = :account";

    private final JdbcClient sql;
    private final Database database;

    Links(Database database) {
        this.sql = database.jdbc();
        this.database = database;
    }

    /// A fresh link; the password stays what it was until the link is used.
    public Secret make(AccountName account, Instant now) {
        Secret secret = Secret.fresh();
        sql.sql(MAKE)
                .param("account", account.text())
                .param("digest", secret.digest())
                .param("ends", Moments.in(now.plus(LIFE)))
                .update();
        return secret;
    }

    /// Whose password this link would set; asking does not use it.
    public Optional<AccountName> works(Secret secret, Instant now) {
        return sql.sql(WORKS)
                .param("digest", secret.digest())
                .param("now", Moments.in(now))
                .query(String.class)
                .optional()
                .map(AccountName::new);
    }

    /// Whose link this is, whether or not it still works.
    public Optional<AccountName> whose(Secret secret) {
        return sql.sql(WHOSE)
                .param("digest", secret.digest())
                .query(String.class)
                .optional()
                .map(AccountName::new);
    }

    /// Sets the password and ends all sessions of the account.
    ///
    /// @param password hashed
    /// @return whose password it is now; nobody's when the link does not work, and then nothing was changed
    public Optional<AccountName> use(Secret secret, String password, Instant now) {
        return database.transaction(connection -> {
            Optional<String> account = sql.sql(USE)
                    .param("digest", secret.digest())
                    .param("now", Moments.in(now))
                    .query(String.class)
                    .optional();
            account.ifPresent(name -> {
                sql.sql(SET_PASSWORD)
                        .param("account", name)
                        .param("password", password)
                        .update();
                sql.sql(END_SESSIONS).param("account", name).update();
            });
            return account.map(AccountName::new);
        });
    }
}
