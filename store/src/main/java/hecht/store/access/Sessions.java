package hecht.store.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Browsers that are signed in. A session ends when it was not used for [#IDLE], and in any case after [#WHOLE]; it lives in
/// the database, so that a restart of the server signs nobody out.
public final class Sessions {
    /// A long meeting.
    public static final Duration IDLE = Duration.ofHours(2);
    /// A working day.
    public static final Duration WHOLE = Duration.ofHours(12);
    /// How exactly the last use is known; writing it at every request would make every page write.
    private static final Duration SEEN = Duration.ofMinutes(1);

    private static final String BEGIN =
            "INSERT INTO session (digest, account, began, seen) VALUES (:digest, :account, :now, :now)";

    /// Who is signed in by this session, if it has not ended; carried by the primary key.
    private static final String FIND = """
            SELECT a.name, a.role, s.seen
            FROM session s JOIN account a ON a.name = s.account
            WHERE s.digest = :digest AND s.seen > :idle AND s.began > :whole""";

    private static final String SEE = "UPDATE session SET seen = :now WHERE digest = :digest";

    private static final String END = "DELETE FROM session WHERE digest = :digest";

    private static final String SWEEP = "DELETE FROM session WHERE seen <= :idle OR began <= :whole";

    private final JdbcClient sql;

    Sessions(JdbcClient sql) {
        this.sql = sql;
    }

    public Secret begin(AccountName account, Instant now) {
        Secret secret = Secret.fresh();
        sql.sql(BEGIN)
                .param("digest", secret.digest())
                .param("account", account.text())
                .param("now", Moments.in(now))
                .update();
        return secret;
    }

    /// Who this is, and that the session was used.
    public Optional<Session> find(Secret secret, Instant now) {
        record Found(Session session, Instant seen) {}
        Optional<Found> found = sql.sql(FIND)
                .param("digest", secret.digest())
                .param("idle", Moments.in(now.minus(IDLE)))
                .param("whole", Moments.in(now.minus(WHOLE)))
                .query((row, at) -> new Found(
                        new Session(
                                new AccountName(row.getString("name")),
                                Stored.choice(Role.class, row.getString("role"))),
                        Moments.of(row, "seen")))
                .optional();
        if (found.isPresent() && found.get().seen().isBefore(now.minus(SEEN)))
            sql.sql(SEE)
                    .param("digest", secret.digest())
                    .param("now", Moments.in(now))
                    .update();
        return found.map(Found::session);
    }

    public void end(Secret secret) {
        sql.sql(END).param("digest", secret.digest()).update();
    }

    /// Removes what has ended by itself.
    public void sweep(Instant now) {
        sql.sql(SWEEP)
                .param("idle", Moments.in(now.minus(IDLE)))
                .param("whole", Moments.in(now.minus(WHOLE)))
                .update();
    }
}
