package hecht.store.setup;

import hecht.core.event.Problem;
import hecht.store.event.Arrival;
import hecht.store.event.Forgetting;
import hecht.store.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/// Rows that were kept aside, so that a person can see what is wrong with them, mend them and import them again. A row leaves
/// when an event with its source and id comes in, when a steward dismisses it, or after [#KEPT]. What an import keeps here is
/// bounded; its rejects file has everything.
public final class Quarantine implements Forgetting, Arrival {
    /// How long a row stays.
    public static final Duration KEPT = Duration.ofDays(90);

    /// As many rows of one import stand here.
    public static final int MOST_OF_AN_IMPORT = 10_000;

    /// No longer row stands here.
    public static final int LONGEST_ROW = 1 << 16;

    /// A row on its way in.
    ///
    /// @param place which row of the file  @param source null where it could not be read, as with id and customer
    /// @param problems all that is wrong with it  @param isLine whether the text is the line as it was
    /// @param text JSON: the line, or an object of the row's cells
    public record Kept(
            String file,
            long place,
            @Nullable String source,
            @Nullable String id,
            @Nullable String customer,
            List<Problem> problems,
            boolean isLine,
            String text) {
        public Kept {
            problems = List.copyOf(problems);
        }
    }

    /// A row as it stands here.
    public record Held(long number, long importNumber, Instant since, Kept row) {}

    /// Why rows stand here: one field and what was expected of it.
    public record Reason(String field, String expected, long rows) {}

    /// Rows that are there already stay, and are as old as their last coming. What came in meanwhile needs no mending.
    private static final String PUT = """
            INSERT INTO quarantine (print, import, since, file, place, source, id, customer, problems, line, row)
            SELECT kept.print, :import, :since, kept.file, kept.place, kept.source, kept.id, kept.customer, kept.problems,
                kept.line, kept.row
            FROM unnest(:prints, :files, :places, :sources, :ids, :customers, :problems, :lines, :rows)
                AS kept (print, file, place, source, id, customer, problems, line, row)
            WHERE :conflicts OR NOT EXISTS (SELECT FROM event WHERE event.source = kept.source AND event.id = kept.id)
            ON CONFLICT (print) DO UPDATE SET
                import = excluded.import, since = excluded.since, file = excluded.file, place = excluded.place""";

    /// One row per reason, the most frequent first.
    private static final String REASONS = """
            SELECT problem ->> 'field' AS field, problem ->> 'expected' AS expected, count(*) AS rows
            FROM quarantine, jsonb_array_elements(problems::jsonb) AS problem
            GROUP BY 1, 2 ORDER BY rows DESC, field, expected LIMIT 200""";

    /// One row per row that has a reason, the latest first; of all where field and expected are absent.
    private static final String HELD = """
            SELECT number, import, since, file, place, source, id, customer, problems, line, row
            FROM quarantine
            WHERE number < :before
              AND (:field::text IS NULL OR EXISTS (
                SELECT FROM jsonb_array_elements(problems::jsonb) AS problem
                WHERE problem ->> 'field' = :field AND problem ->> 'expected' = :expected))
            ORDER BY number DESC LIMIT :most""";

    /// One row per row of a customer, the latest first.
    private static final String OF_CUSTOMER = """
            SELECT number, import, since, file, place, source, id, customer, problems, line, row
            FROM quarantine WHERE customer = :customer
            ORDER BY number DESC""";

    private static final String ARRIVED = """
            DELETE FROM quarantine USING unnest(:sources, :ids) AS come (source, id)
            WHERE quarantine.source = come.source AND quarantine.id = come.id""";

    private static final String FORGET = """
            DELETE FROM quarantine
            WHERE customer = ANY (:keys)
               OR EXISTS (SELECT FROM unnest(:cells) AS gone (cell) WHERE position(gone.cell IN row) > 0)""";

    private final Database database;

    public Quarantine(Database database) {
        this.database = database;
    }

    /// Keeps rows aside.
    ///
    /// @param conflicts whether they are conflicts, whose names came in already
    public void put(long importNumber, List<Kept> rows, boolean conflicts, Instant now) {
        if (rows.isEmpty()) return;
        Map<String, Kept> once = new LinkedHashMap<>();
        for (Kept each : rows) once.putIfAbsent(HexFormat.of().formatHex(print(each)), each);
        List<Kept> all = List.copyOf(once.values());
        database.jdbc()
                .sql(PUT)
                .param("import", importNumber)
                .param("since", Timestamp.from(now))
                .param("conflicts", conflicts)
                .param("prints", prints(all))
                .param("files", column("text", all, each -> text(each.file)))
                .param("places", column("bigint", all, Kept::place))
                .param("sources", column("text", all, each -> textOrNone(each.source)))
                .param("ids", column("text", all, each -> textOrNone(each.id)))
                .param("customers", column("text", all, each -> textOrNone(each.customer)))
                .param("problems", column("text", all, each -> ProblemsText.write(each.problems)))
                .param("lines", column("boolean", all, Kept::isLine))
                .param("rows", column("text", all, each -> text(each.text)))
                .update();
    }

    private static byte[] print(Kept row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ProblemsText.write(row.problems).getBytes(StandardCharsets.UTF_8));
            return digest.digest(row.text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static SqlArrayValue prints(List<Kept> rows) {
        return new SqlArrayValue(
                "bytea", (Object[]) rows.stream().map(Quarantine::print).toArray(byte[][]::new));
    }

    private interface Value {
        @Nullable
        Object of(Kept row);
    }

    @SuppressWarnings("NullAway") // an element of an array may be absent, whatever Spring says of its arrays
    private static SqlArrayValue column(String type, List<Kept> rows, Value value) {
        @Nullable Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) values[i] = value.of(rows.get(i));
        return new SqlArrayValue(type, values);
    }

    static SqlArrayValue texts(Collection<String> values) {
        return new SqlArrayValue("text", values.toArray());
    }

    /// Text as the database takes it: without U+0000 and without halves of characters.
    static String text(String any) {
        String plain = any.indexOf('\0') < 0 ? any : any.replace('\0', '\u2400');
        return new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static @Nullable String textOrNone(@Nullable String any) {
        return any == null ? null : text(any);
    }

    public long size() {
        return database.jdbc()
                .sql("SELECT count(*) FROM quarantine")
                .query(Long.class)
                .single();
    }

    public List<Reason> reasons() {
        return database.jdbc()
                .sql(REASONS)
                .query((row, i) -> new Reason(row.getString("field"), row.getString("expected"), row.getLong("rows")))
                .list();
    }

    /// The rows that stand here, the latest first.
    ///
    /// @param before only those with a lower number, for another page; `Long.MAX_VALUE` for the first
    public List<Held> held(long before, int most) {
        return held(before, most, null, null);
    }

    /// The rows that stand here for one reason.
    public List<Held> held(Reason reason, long before, int most) {
        return held(before, most, reason.field, reason.expected);
    }

    /// The rows of one customer that stand here, the latest first.
    public List<Held> of(String customer) {
        return database.jdbc()
                .sql(OF_CUSTOMER)
                .param("customer", customer)
                .query(Quarantine::read)
                .list();
    }

    private List<Held> held(long before, int most, @Nullable String field, @Nullable String expected) {
        return database.jdbc()
                .sql(HELD)
                .param("before", before)
                .param("field", field)
                .param("expected", expected)
                .param("most", most)
                .query(Quarantine::read)
                .list();
    }

    private static Held read(ResultSet row, int at) throws SQLException {
        return new Held(
                row.getLong("number"),
                row.getLong("import"),
                row.getTimestamp("since").toInstant(),
                new Kept(
                        row.getString("file"),
                        row.getLong("place"),
                        row.getString("source"),
                        row.getString("id"),
                        row.getString("customer"),
                        ProblemsText.read(row.getString("problems")),
                        row.getBoolean("line"),
                        row.getString("row")));
    }

    public void dismiss(Collection<Long> numbers) {
        database.jdbc()
                .sql("DELETE FROM quarantine WHERE number = ANY (:numbers)")
                .param("numbers", new SqlArrayValue("bigint", numbers.toArray()))
                .update();
    }

    /// Removes what has stood here for long enough.
    public void removeOld(Instant now) {
        database.jdbc()
                .sql("DELETE FROM quarantine WHERE since < :since")
                .param("since", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    @Override
    public void arrived(Collection<Name> names) {
        boolean any = database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM quarantine)")
                .query(Boolean.class)
                .single();
        if (!any) return;
        database.jdbc()
                .sql(ARRIVED)
                .param("sources", texts(names.stream().map(Name::source).toList()))
                .param("ids", texts(names.stream().map(Name::id).toList()))
                .update();
    }

    @Override
    public void forget(Set<String> keys) {
        List<String> cells = keys.stream().map(ProblemsText::quoted).toList();
        database.jdbc()
                .sql(FORGET)
                .param("keys", texts(keys))
                .param("cells", texts(cells))
                .update();
    }
}
