package hecht.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who did, saw or was refused what, and when. Rows are added and never changed, but for one: the key of an erased customer
/// goes from all of them.
public final class Audit {
    private static final int LONGEST_DETAIL = 500;

    private static final String WRITE = """
            INSERT INTO audit (at, who, address, act, customer, erased, detail, minute)
            VALUES (:at, :who, :address, :act, :customer, :erased, :detail, :minute)
            ON CONFLICT (act, who, address, detail, minute) WHERE minute IS NOT NULL
            DO UPDATE SET times = audit.times + 1, at = excluded.at""";

    /// Newest first, before one of them; carried by the primary key.
    private static final String PAGE = """
            SELECT number, at, who, address, act, customer, erased, detail, times
            FROM audit WHERE number < :before
            ORDER BY number DESC LIMIT :rows""";

    /// Newest first, about one customer; carried by audit_customer.
    private static final String OF_CUSTOMER = """
            SELECT number, at, who, address, act, customer, erased, detail, times
            FROM audit WHERE customer = :customer
            ORDER BY number DESC""";

    private static final String FORGET = """
            UPDATE audit SET customer = NULL, erased = true, detail = '' WHERE customer IN (:keys)""";

    private final JdbcClient sql;

    Audit(JdbcClient sql) {
        this.sql = sql;
    }

    /// One line of the audit.
    ///
    /// @param who an account's name, a token's as `token NAME`, or `command line`; empty for somebody who did not sign in
    /// @param address where it came from; empty for the house itself
    /// @param about the customer's key; absent when it is about nobody, or about somebody who was erased
    /// @param erased whether it was about somebody who was erased  @param detail never a name, key or text of a customer
    /// @param times how often, within a minute; more than 1 for refusals only
    public record Line(
            long number,
            Instant at,
            String who,
            String address,
            Act act,
            @Nullable String about,
            boolean erased,
            String detail,
            int times) {
        public Optional<String> customer() {
            return Optional.ofNullable(about);
        }
    }

    /// @param customer left out for who was erased just now, and for refusals
    public void write(Instant at, String who, String address, Act act, @Nullable String customer, String detail) {
        sql.sql(WRITE)
                .param("at", Moments.in(at))
                .param("who", who)
                .param("address", address)
                .param("act", act.word())
                .param("customer", act == Act.ERASED || act.isRefusal() ? null : customer, Types.VARCHAR)
                .param("erased", act == Act.ERASED)
                .param("detail", shortened(detail))
                .param(
                        "minute",
                        act.isRefusal() ? Moments.in(at.truncatedTo(ChronoUnit.MINUTES)) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /// @param before the number of the last line of the page before this one; `Long.MAX_VALUE` for the first page
    public List<Line> page(long before, int rows) {
        return sql.sql(PAGE)
                .param("before", before)
                .param("rows", rows)
                .query(Audit::line)
                .list();
    }

    /// All that was done about one customer.
    public List<Line> of(String customer) {
        return sql.sql(OF_CUSTOMER)
                .param("customer", customer)
                .query(Audit::line)
                .list();
    }

    private static Line line(ResultSet row, int at) throws SQLException {
        return new Line(
                row.getLong("number"),
                Moments.of(row, "at"),
                row.getString("who"),
                row.getString("address"),
                Stored.choice(Act.class, row.getString("act")),
                row.getString("customer"),
                row.getBoolean("erased"),
                row.getString("detail"),
                row.getInt("times"));
    }

    /// That something was done stays; about whom goes. Part of erasing, in its transaction.
    ///
    /// @param keys all keys of the customer
    public void forget(Set<String> keys) {
        if (!keys.isEmpty()) sql.sql(FORGET).param("keys", keys).update();
    }

    private static String shortened(String detail) {
        if (detail.length() <= LONGEST_DETAIL) return detail;
        int end =
                Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 2)) ? LONGEST_DETAIL - 2 : LONGEST_DETAIL - 1;
        return detail.substring(0, end) + "…";
    }
}
