package hecht.store.setup;

import hecht.core.event.Choice;
import hecht.core.event.Problem;
import hecht.store.event.Forgetting;
import hecht.store.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was imported: each file or group of files, what became of its events, and why rows were kept aside.
public final class Imports implements Forgetting {
    /// How far an import is.
    public enum State implements Choice {
        RUNNING,
        DONE,
        /// It ended with a sentence that says why; what was acknowledged before is in.
        FAILED,
        /// Whoever ran it is gone; what was acknowledged before is in.
        BROKEN_OFF
    }

    /// What became of the events, which adds up, and how many rows they came in.
    public record Counts(
            long rows,
            long rowsWithoutEvent,
            long accepted,
            long repeated,
            long conflicting,
            long rejected,
            long erased,
            long notSwitchedOn,
            long withoutEmployee) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /// Everything that was an event, or would have been one.
        public long eventsRead() {
            return accepted + repeated + conflicting + rejected + erased + notSwitchedOn;
        }
    }

    /// Why rows were kept aside, and the first of them; its example is empty once the customer it told of was erased.
    ///
    /// @param customer of whom the example tells; null where that could not be read
    public record Reason(
            String field,
            long times,
            String example,
            @Nullable String customer) {}

    /// How much of the files is read.
    ///
    /// @param bytes of all files; −1 where unknown
    public record Progress(long bytesRead, long bytes) {
        public static final Progress UNKNOWN = new Progress(0, -1);
    }

    /// One import.
    ///
    /// @param mapping its name; empty for columns that are hecht's own  @param failure the sentence, where it failed
    public record Import(
            long number,
            String file,
            Optional<String> mapping,
            Instant begun,
            Optional<Instant> ended,
            State state,
            Optional<String> failure,
            Progress progress,
            Counts counts) {
        /// Rows a second; empty before there is any to tell.
        public Optional<Double> rate(Instant now) {
            double seconds = Duration.between(begun, ended.orElse(now)).toMillis() / 1e3;
            return counts.rows() > 0 && seconds > 0 ? Optional.of(counts.rows() / seconds) : Optional.empty();
        }
    }

    private static final String BEGIN = """
            INSERT INTO import (file, mapping, begun, told, state) VALUES (:file, :mapping, :begun, :begun, 'running')
            RETURNING number""";

    private static final String TELL = """
            UPDATE import SET
                state = 'running', ended = NULL, told = :told, bytes_read = :bytes_read, bytes = :bytes, rows = :rows, rows_without_event = :rows_without_event,
                accepted = :accepted, repeated = :repeated, conflicting = :conflicting, rejected = :rejected,
                erased = :erased, not_switched_on = :not_switched_on, without_employee = :without_employee
            WHERE number = :number AND state IN ('running', 'broken_off')""";

    private static final String END = """
            UPDATE import SET state = :state, ended = :ended, failure = :failure
            WHERE number = :number AND state IN ('running', 'broken_off')""";

    private static final String BREAK_OFF = """
            UPDATE import SET state = 'broken_off', ended = told WHERE state = 'running' AND told < :since""";

    private static final String ADD_REASON = """
            INSERT INTO import_reason (import, place, field, times, example, customer)
            VALUES (:import, :place, :field, :times, :example, :customer)
            ON CONFLICT (import, place) DO UPDATE SET
                field = excluded.field, times = excluded.times, example = excluded.example,
                customer = excluded.customer""";

    /// One row per import, the latest first; carried by the primary key of import.
    private static final String LATEST = """
            SELECT number, file, mapping, begun, ended, state, failure, bytes_read, bytes, rows, rows_without_event,
                accepted, repeated, conflicting, rejected, erased, not_switched_on, without_employee
            FROM import WHERE number < :before ORDER BY number DESC LIMIT :most""";

    /// One row per reason of an import, the most frequent first.
    private static final String REASONS = """
            SELECT field, times, example, customer FROM import_reason WHERE import = :import ORDER BY place""";

    private static final String FORGET = """
            UPDATE import_reason SET example = '', customer = NULL
            WHERE customer = ANY (:keys)
               OR EXISTS (SELECT FROM unnest(:shown) AS gone (key) WHERE position(gone.key IN example) > 0)""";

    private final Database database;

    public Imports(Database database) {
        this.database = database;
    }

    /// @param mapping null for columns that are hecht's own
    /// @return the number of the import that runs from now on
    public long begin(String file, @Nullable String mapping, Instant now) {
        return database.jdbc()
                .sql(BEGIN)
                .param("file", file)
                .param("mapping", mapping)
                .param("begun", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /// Keeps how far an import is.
    public void tell(long number, Progress progress, Counts counts, Instant now) {
        database.jdbc()
                .sql(TELL)
                .param("number", number)
                .param("told", Timestamp.from(now))
                .param("bytes_read", progress.bytesRead)
                .param("bytes", progress.bytes)
                .param("rows", counts.rows)
                .param("rows_without_event", counts.rowsWithoutEvent)
                .param("accepted", counts.accepted)
                .param("repeated", counts.repeated)
                .param("conflicting", counts.conflicting)
                .param("rejected", counts.rejected)
                .param("erased", counts.erased)
                .param("not_switched_on", counts.notSwitchedOn)
                .param("without_employee", counts.withoutEmployee)
                .update();
    }

    /// Ends an import.
    ///
    /// @param failure the sentence that says why it failed; null where it did not
    public void end(
            long number,
            Progress progress,
            Counts counts,
            List<Reason> reasons,
            @Nullable String failure,
            Instant now) {
        database.transaction(connection -> {
            tell(number, progress, counts, now);
            for (int i = 0; i < reasons.size(); i++)
                database.jdbc()
                        .sql(ADD_REASON)
                        .param("import", number)
                        .param("place", i)
                        .param("field", reasons.get(i).field)
                        .param("times", reasons.get(i).times)
                        .param("example", Quarantine.text(reasons.get(i).example))
                        .param("customer", reasons.get(i).customer)
                        .update();
            return database.jdbc()
                    .sql(END)
                    .param("number", number)
                    .param("state", (failure == null ? State.DONE : State.FAILED).word())
                    .param("ended", Timestamp.from(now))
                    .param("failure", failure)
                    .update();
        });
    }

    /// Ends those of which nothing was heard since a moment: whoever ran them is gone. One that is heard again goes on.
    public void breakOffUnheard(Instant since) {
        database.jdbc().sql(BREAK_OFF).param("since", Timestamp.from(since)).update();
    }

    /// Ends all that seem to run: to be called when a store is opened, since who ran them had it open.
    public void breakOffAll() {
        database.jdbc()
                .sql("UPDATE import SET state = 'broken_off', ended = told WHERE state = 'running'")
                .update();
    }

    /// Whether an import runs at this moment.
    public boolean isAnyRunning() {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM import WHERE state = 'running')")
                .query(Boolean.class)
                .single();
    }

    /// How many conflicts all imports met.
    public long conflicts() {
        return database.jdbc()
                .sql("SELECT coalesce(sum(conflicting), 0)::bigint FROM import")
                .query(Long.class)
                .single();
    }

    /// Whether any import ended well yet.
    public boolean isAnyDone() {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM import WHERE state = 'done')")
                .query(Boolean.class)
                .single();
    }

    public List<Import> latest(int most) {
        return before(Long.MAX_VALUE, most);
    }

    /// Those before one of them, for another page.
    public List<Import> before(long number, int most) {
        return database.jdbc()
                .sql(LATEST)
                .param("before", number)
                .param("most", most)
                .query(Imports::read)
                .list();
    }

    public Optional<Import> find(long number) {
        return before(number + 1, 1).stream()
                .filter(each -> each.number == number)
                .findFirst();
    }

    private static Import read(ResultSet row, int place) throws SQLException {
        return new Import(
                row.getLong("number"),
                row.getString("file"),
                Optional.ofNullable(row.getString("mapping")),
                row.getTimestamp("begun").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
                Choice.read(State.class, row.getString("state"))
                        .orElseThrow(() -> new IllegalStateException("an import in no state that this hecht knows")),
                Optional.ofNullable(row.getString("failure")),
                new Progress(row.getLong("bytes_read"), row.getLong("bytes")),
                new Counts(
                        row.getLong("rows"),
                        row.getLong("rows_without_event"),
                        row.getLong("accepted"),
                        row.getLong("repeated"),
                        row.getLong("conflicting"),
                        row.getLong("rejected"),
                        row.getLong("erased"),
                        row.getLong("not_switched_on"),
                        row.getLong("without_employee")));
    }

    /// Why rows of an import were kept aside, the most frequent reason first.
    public List<Reason> reasons(long number) {
        return database.jdbc()
                .sql(REASONS)
                .param("import", number)
                .query((row, i) -> new Reason(
                        row.getString("field"),
                        row.getLong("times"),
                        row.getString("example"),
                        row.getString("customer")))
                .list();
    }

    @Override
    public void forget(Set<String> keys) {
        List<String> shown = keys.stream().map(Imports::shown).toList();
        database.jdbc()
                .sql(FORGET)
                .param("keys", Quarantine.texts(keys))
                .param("shown", Quarantine.texts(shown))
                .update();
    }

    /// A key as a problem's sentence shows it, in its quotes, and cut where it is long.
    private static String shown(String key) {
        return '"' + new Problem("", "", key, "").found() + '"';
    }
}
