package hecht.store.access;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How often a name was tried in vain from one address. The fifth failure makes the next attempt wait a second, each one more
/// doubles that, up to a quarter of an hour: too slow for guessing, and never a lock with which a stranger could keep
/// somebody out from elsewhere.
public final class Attempts {
    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(15);
    /// After this long nothing is remembered.
    static final Duration FORGOTTEN = Duration.ofDays(1);

    /// Counts an attempt as failed before it is made: a hundred at once must not all find that nobody failed yet. No row when
    /// it has to wait.
    private static final String TRY = """
            INSERT INTO attempt AS a (whom, failures, latest, until) VALUES (:whom, 1, :now, :now)
            ON CONFLICT (whom) DO UPDATE
            SET failures = CASE WHEN a.latest < :forgotten THEN 1 ELSE a.failures + 1 END,
                latest = excluded.latest,
                until = CASE WHEN a.latest < :forgotten OR a.failures + 1 < :free THEN excluded.latest
                             ELSE excluded.latest + least(power(2, least(a.failures + 1 - :free, 20)), :longest)
                                                    * interval '1 second' END
            WHERE a.until <= excluded.latest
            RETURNING failures""";

    private static final String SUCCEED = "DELETE FROM attempt WHERE whom = :whom";

    private static final String SWEEP = "DELETE FROM attempt WHERE latest < :forgotten";

    private final JdbcClient sql;

    Attempts(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param name as it was typed, whether or not there is such an account
    /// @return whether an attempt may be made now; it counts as failed until [#succeeded]
    public boolean mayTry(String name, String address, Instant now) {
        return sql.sql(TRY)
                .param("whom", whom(name, address))
                .param("now", Moments.in(now))
                .param("forgotten", Moments.in(now.minus(FORGOTTEN)))
                .param("free", FREE)
                .param("longest", LONGEST.toSeconds())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    public void succeeded(String name, String address) {
        sql.sql(SUCCEED).param("whom", whom(name, address)).update();
    }

    public void sweep(Instant now) {
        sql.sql(SWEEP).param("forgotten", Moments.in(now.minus(FORGOTTEN))).update();
    }

    private static byte[] whom(String name, String address) {
        String plain = AccountName.read(name).map(AccountName::text).orElse(name);
        return Secret.sha256(address + "\n" + plain);
    }
}
