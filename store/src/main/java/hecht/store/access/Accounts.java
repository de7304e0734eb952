package hecht.store.access;

import hecht.store.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The people who may sign in. At least one owner who can do so stays: a change that would leave none is refused.
public final class Accounts {
    /// One row per account, by name; carried by the primary key.
    private static final String ALL = """
            SELECT a.name, a.role, a.password IS NOT NULL AS has_password, a.made, a.signed_in,
                   CASE WHEN l.used IS NULL THEN l.ends END AS link_ends
            FROM account a LEFT JOIN link l ON l.account = a.name
            ORDER BY a.name""";

    /// The one account of that name, or none; carried by the primary key.
    private static final String ONE = """
            SELECT a.name, a.role, a.password IS NOT NULL AS has_password, a.made, a.signed_in,
                   CASE WHEN l.used IS NULL THEN l.ends END AS link_ends
            FROM account a LEFT JOIN link l ON l.account = a.name
            WHERE a.name = :name""";

    /// The password of one account as it was hashed; none when there is no such account or none was chosen.
    private static final String PASSWORD = "SELECT password FROM account WHERE name = :name AND password IS NOT NULL";

    private static final String ADD = """
            INSERT INTO account (name, role, made) VALUES (:name, :role, :now) ON CONFLICT (name) DO NOTHING""";

    private static final String SIGNED_IN = "UPDATE account SET signed_in = :now WHERE name = :name";

    private static final String SET_ROLE = "UPDATE account SET role = :role WHERE name = :name";

    private static final String REMOVE = "DELETE FROM account WHERE name = :name";

    /// One row per owner who can sign in, held until the change is through: two owners who remove each other at once must not
    /// both succeed.
    private static final String ABLE_OWNERS =
            "SELECT name FROM account WHERE role = 'owner' AND password IS NOT NULL ORDER BY name FOR UPDATE";

    private final JdbcClient sql;
    private final Database database;

    Accounts(Database database) {
        this.sql = database.jdbc();
        this.database = database;
    }

    public List<Account> all() {
        return sql.sql(ALL).query((row, at) -> account(row)).list();
    }

    public Optional<Account> find(AccountName name) {
        return sql.sql(ONE)
                .param("name", name.text())
                .query((row, at) -> account(row))
                .optional();
    }

    /// The hash of a password, in Argon2id's own notation.
    public Optional<String> password(AccountName name) {
        return sql.sql(PASSWORD).param("name", name.text()).query(String.class).optional();
    }

    /// Whether anybody at all can sign in.
    public boolean canAnybodySignIn() {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM account WHERE password IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    /// @return false when there is an account of that name already; it was not touched
    public boolean add(AccountName name, Role role, Instant now) {
        return sql.sql(ADD)
                        .param("name", name.text())
                        .param("role", role.word())
                        .param("now", Moments.in(now))
                        .update()
                == 1;
    }

    public void signedIn(AccountName name, Instant now) {
        sql.sql(SIGNED_IN)
                .param("name", name.text())
                .param("now", Moments.in(now))
                .update();
    }

    /// From now on, in open sessions too.
    public Change setRole(AccountName name, Role role) {
        return changed(
                name,
                role != Role.OWNER,
                () -> sql.sql(SET_ROLE)
                        .param("name", name.text())
                        .param("role", role.word())
                        .update());
    }

    /// With its link and its sessions.
    public Change remove(AccountName name) {
        return changed(
                name, true, () -> sql.sql(REMOVE).param("name", name.text()).update());
    }

    private Change changed(AccountName name, boolean ownsNoLonger, IntSupplier change) {
        return database.transaction(connection -> {
            List<String> able = sql.sql(ABLE_OWNERS)
                    .query((row, at) -> row.getString("name"))
                    .list();
            boolean isOwner = find(name).map(each -> each.role() == Role.OWNER).orElse(false);
            boolean othersAre = able.stream().anyMatch(each -> !each.equals(name.text()));
            if (ownsNoLonger && isOwner && !othersAre) return Change.LAST_OWNER;
            return change.getAsInt() == 1 ? Change.DONE : Change.UNKNOWN;
        });
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountName(row.getString("name")),
                Stored.choice(Role.class, row.getString("role")),
                row.getBoolean("has_password"),
                Moments.of(row, "made"),
                Moments.ofAny(row, "signed_in"),
                Moments.ofAny(row, "link_ends"));
    }
}
