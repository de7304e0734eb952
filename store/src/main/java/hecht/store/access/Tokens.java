package hecht.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Programs that may ask, each with its rights. A token is shown once, when it is made.
public final class Tokens {
    public static final int LONGEST_NAME = 60;
    private static final Duration SEEN = Duration.ofMinutes(1);

    /// One row per token, by name; carried by the primary key.
    private static final String ALL = "SELECT name, rights, made, by, used FROM token ORDER BY name";

    /// The token with this digest, or none; carried by token (digest).
    private static final String FIND = "SELECT name, rights, made, by, used FROM token WHERE digest = :digest";

    private static final String MAKE = """
            INSERT INTO token (name, digest, rights, made, by) VALUES (:name, :digest, :rights, :now, :by)
            ON CONFLICT (name) DO NOTHING""";

    private static final String SEE = "UPDATE token SET used = :now WHERE digest = :digest";

    private static final String WITHDRAW = "DELETE FROM token WHERE name = :name";

    private final JdbcClient sql;

    Tokens(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Token> all() {
        return sql.sql(ALL).query((row, at) -> token(row)).list();
    }

    /// @return the token itself, which nobody can see again; nothing when there is one of that name already
    public Optional<Secret> make(String name, Set<Right> rights, String by, Instant now) {
        if (name.isBlank() || name.length() > LONGEST_NAME)
            throw new IllegalArgumentException("a token has a name of 1 to " + LONGEST_NAME + " characters");
        if (rights.isEmpty()) throw new IllegalArgumentException("a token without rights opens nothing");
        Secret secret = Secret.fresh();
        int made = sql.sql(MAKE)
                .param("name", name)
                .param("digest", secret.digest())
                .param("rights", rights.stream().map(Right::word).sorted().toArray(String[]::new))
                .param("by", by)
                .param("now", Moments.in(now))
                .update();
        return made == 1 ? Optional.of(secret) : Optional.empty();
    }

    /// Whose this is, and that it was used.
    public Optional<Token> find(Secret secret, Instant now) {
        Optional<Token> found = sql.sql(FIND)
                .param("digest", secret.digest())
                .query((row, at) -> token(row))
                .optional();
        if (found.isPresent()
                && found.get().used().map(at -> at.isBefore(now.minus(SEEN))).orElse(true))
            sql.sql(SEE)
                    .param("digest", secret.digest())
                    .param("now", Moments.in(now))
                    .update();
        return found;
    }

    /// @return false when there is none of that name
    public boolean withdraw(String name) {
        return sql.sql(WITHDRAW).param("name", name).update() == 1;
    }

    private static Token token(ResultSet row) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String word : (String[]) row.getArray("rights").getArray()) rights.add(Stored.choice(Right.class, word));
        return new Token(
                row.getString("name"),
                rights,
                Moments.of(row, "made"),
                row.getString("by"),
                Moments.ofAny(row, "used"));
    }
}
