package hecht.store.event;

import hecht.core.event.CanonicalOrder;
import hecht.core.event.Event;
import hecht.core.event.Identities;
import hecht.store.event.Arrival.Name;
import hecht.store.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one intake does in its transaction.
final class Storing {
    /// Held until the end of the transaction, by one intake at a time.
    private static final String WAIT_FOR_OTHERS = "SELECT pg_advisory_xact_lock(7237954630966570610)";

    /// Names are looked up one by one by their index, whatever the planner takes a table that is new to it for.
    private static final String BY_INDEX = """
            SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off""";

    /// Whether there is anybody whose events need a second look.
    private static final String WHO_IS_THERE = """
            SELECT EXISTS (SELECT FROM tombstone) AS erased, EXISTS (SELECT FROM merge) AS merged,
                EXISTS (SELECT FROM merge WHERE aside) AS aside""";

    /// One row per name that came before, with its place among those asked for; carried by the unique key of event, and by the
    /// primary key of merge for those kept aside.
    private static final String BEFORE = """
            SELECT wanted.place, event.digest, false AS aside
            FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted (source, id, place)
            JOIN event ON event.source = wanted.source AND event.id = wanted.id""";

    private static final String BEFORE_OR_ASIDE = BEFORE + """
             UNION ALL
            SELECT wanted.place, merge.digest, true AS aside
            FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS wanted (source, id, place)
            JOIN merge ON merge.source = wanted.source AND merge.id = wanted.id AND merge.aside""";

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String COPY_EVENTS = """
            COPY event (time, digest, rank, customer, source, id, type, fields, came_as) FROM STDIN (FORMAT binary)""";

    private static final String COPY_MERGES = """
            COPY merge (source, id, time, customer, from_key, digest, fields, aside) FROM STDIN (FORMAT binary)""";

    private static final String COPY_MARKS = "COPY mark (customer, since) FROM STDIN (FORMAT binary)";

    private static final String COUNT = """
            UPDATE intake SET events = events + ?, erased = erased + ?, latest = greatest(latest, ?)""";

    private static final String LATEST_ANEW = "UPDATE intake SET latest = (SELECT max(time) FROM event)";

    private final Tombstones tombstones;
    private final Who who;
    private final Standing standing;
    private final Trust trust;
    private final List<Forgetting> forgetting;
    private final List<Arrival> arrival;

    Storing(Database database, List<Forgetting> forgetting, List<Arrival> arrival, Standing standing, Trust trust) {
        this.standing = standing;
        this.trust = trust;
        this.tombstones = new Tombstones(database.jdbc());
        this.who = new Who(database.jdbc(), tombstones);
        this.forgetting = List.copyOf(forgetting);
        this.arrival = List.copyOf(arrival);
    }

    /// Nobody else stores from here to the end of the transaction.
    static void waitForOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WAIT_FOR_OTHERS);
        }
    }

    /// @param connection in a transaction
    List<Answer> store(Connection connection, List<Row> rows) throws SQLException {
        return new Batch(connection, rows).store();
    }

    private final class Batch {
        private final Connection connection;
        private final List<Row> rows;
        private final @Nullable Answer[] answers;
        private final Set<String> refold = new TreeSet<>(CanonicalOrder::compareUtf8);
        private long added; // by merges that were kept aside and no longer are, less what was removed
        private long removed;
        private boolean isLatestOpen; // another event may be the latest now

        Batch(Connection connection, List<Row> rows) {
            this.connection = connection;
            this.rows = rows;
            this.answers = new Answer[rows.size()];
        }

        List<Answer> store() throws SQLException {
            waitForOthers(connection);
            run(BY_INDEX);
            boolean anyErased;
            boolean anyMerged;
            boolean anyAside;
            try (Statement ask = connection.createStatement();
                    ResultSet found = ask.executeQuery(WHO_IS_THERE)) {
                found.next();
                anyErased = found.getBoolean("erased");
                anyMerged = found.getBoolean("merged");
                anyAside = found.getBoolean("aside");
            }
            int[] firstOf = firstOf();
            boolean isPlain = !anyAside && rows.stream().noneMatch(each -> Identities.concerns(each.event()));
            if (isPlain && trust.isGiven()) {
                Savepoint before = connection.setSavepoint();
                try {
                    List<Integer> fresh = fresh(firstOf, Map.of());
                    if (anyErased) refuseErased(fresh);
                    List<Row.Counted> counted = counted(fresh, anyMerged);
                    copyEvents(counted);
                    connection.releaseSavepoint(before);
                    finish(counted);
                    return answers();
                } catch (SQLException e) {
                    if (!UNIQUE_VIOLATION.equals(e.getSQLState())) throw e;
                    connection.rollback(before);
                    Arrays.fill(answers, null);
                    trust.isLost();
                }
            }
            Map<Integer, Long> known = known(firstOf, anyAside);
            trust.learn(known.isEmpty());
            List<Integer> fresh = fresh(firstOf, known);
            List<Event> concerning = new ArrayList<>();
            for (int i : fresh)
                if (Identities.concerns(rows.get(i).event()))
                    concerning.add(rows.get(i).event());
            List<Integer> told = new ArrayList<>(); // merges among them, to be kept for later ones
            if (!concerning.isEmpty()) told = settle(concerning, fresh);
            if (anyErased || !concerning.isEmpty()) refuseErased(fresh);
            List<Row.Counted> counted = counted(fresh, anyMerged || !told.isEmpty());
            copyEvents(counted);
            if (!told.isEmpty()) copyMerges(told);
            finish(counted);
            return answers();
        }

        private void finish(List<Row.Counted> counted) throws SQLException {
            copyMarks(counted);
            count(counted);
            tellArrival(counted);
        }

        private List<Answer> answers() {
            List<Answer> all = new ArrayList<>(answers.length);
            for (Answer each : answers) {
                if (each == null) throw new IllegalStateException("an event without an answer");
                all.add(each);
            }
            return all;
        }

        private void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        // ---- what came before

        /// `[place]`: the place of the first row here that has the same name.
        private int[] firstOf() {
            Map<Name, Integer> firsts = new HashMap<>(rows.size() * 2);
            int[] firstOf = new int[rows.size()];
            for (int i = 0; i < firstOf.length; i++) {
                Integer first = firsts.putIfAbsent(rows.get(i).name(), i);
                firstOf[i] = first == null ? i : first;
            }
            return firstOf;
        }

        /// The digests under which names came before, by the place of the first row that has the name.
        private Map<Integer, Long> known(int[] firstOf, boolean anyAside) throws SQLException {
            List<Integer> asked = new ArrayList<>(rows.size());
            for (int i = 0; i < firstOf.length; i++) if (firstOf[i] == i) asked.add(i);
            asked.sort((a, b) -> compareNames(rows.get(a), rows.get(b)));
            return before(asked, anyAside);
        }

        /// The places of those whose name is new, the first of each name. All others have their answer then.
        private List<Integer> fresh(int[] firstOf, Map<Integer, Long> digests) {
            List<Integer> fresh = new ArrayList<>();
            for (int i = 0; i < firstOf.length; i++) {
                long digest = rows.get(i).digest();
                Long known = digests.get(firstOf[i]);
                if (known == null && firstOf[i] == i) fresh.add(i);
                else {
                    long first = known == null ? rows.get(firstOf[i]).digest() : known;
                    if (answers[i] == null) answers[i] = first == digest ? Answer.REPEATED : Answer.CONFLICTING;
                }
            }
            return fresh;
        }

        private static int compareNames(Row a, Row b) {
            int order = Arrays.compareUnsigned(a.source(), b.source());
            return order != 0 ? order : Arrays.compareUnsigned(a.id(), b.id());
        }

        /// The digests under which names came before, by place; a merge that is kept aside still is.
        private Map<Integer, Long> before(List<Integer> asked, boolean anyAside) throws SQLException {
            Map<Integer, Long> digests = new HashMap<>();
            String[] sources = new String[asked.size()];
            String[] ids = new String[asked.size()];
            for (int i = 0; i < ids.length; i++) {
                sources[i] = rows.get(asked.get(i)).event().envelope().source();
                ids[i] = rows.get(asked.get(i)).event().envelope().id();
            }
            try (PreparedStatement find = connection.prepareStatement(anyAside ? BEFORE_OR_ASIDE : BEFORE)) {
                for (int i = 1; i <= (anyAside ? 3 : 1); i += 2) {
                    find.setArray(i, connection.createArrayOf("text", sources));
                    find.setArray(i + 1, connection.createArrayOf("text", ids));
                }
                try (ResultSet found = find.executeQuery()) {
                    while (found.next()) {
                        int place = asked.get(found.getInt("place") - 1);
                        long digest = found.getLong("digest");
                        digests.put(place, digest);
                        if (found.getBoolean("aside")
                                && digest == rows.get(place).digest()) answers[place] = Answer.CIRCULAR;
                    }
                }
            }
            return digests;
        }

        // ---- who is who

        /// Does what merges and erasures ask, and answers them.
        ///
        /// @return places of the merges that are to be remembered
        private List<Integer> settle(List<Event> concerning, List<Integer> fresh) throws SQLException {
            Who.Settled settled = who.settle(concerning);
            Identities identities = settled.identities();
            Set<Event> aside = new HashSet<>(identities.keptAside());
            refold.addAll(settled.refold());
            added += settled.added();
            removed += settled.removed();
            isLatestOpen |= settled.isLatestOpen();
            if (!settled.erased().isEmpty()) for (Forgetting each : forgetting) each.forget(settled.erased());
            List<Integer> told = new ArrayList<>();
            for (int i : fresh) {
                Event event = rows.get(i).event();
                if (!Identities.concerns(event)) continue;
                if (event instanceof Event.Erased || identities.isErased(event)) answers[i] = Answer.ERASED;
                else {
                    told.add(i);
                    if (aside.contains(event)) answers[i] = Answer.CIRCULAR;
                }
            }
            return told;
        }

        private void refuseErased(List<Integer> fresh) {
            Set<String> keys = new HashSet<>();
            for (int i : fresh) keys.add(rows.get(i).event().customer());
            Map<String, SortedSet<Instant>> erasures = tombstones.find(keys);
            if (erasures.isEmpty()) return;
            for (int i : fresh) {
                Event event = rows.get(i).event();
                SortedSet<Instant> moments = erasures.get(event.customer());
                if (moments != null && !event.time().isAfter(moments.last())) answers[i] = Answer.ERASED;
            }
        }

        /// The rows that count, in the order of the table.
        private List<Row.Counted> counted(List<Integer> fresh, boolean anyMerged) {
            Map<String, String> finalKeys = Map.of();
            if (anyMerged) {
                Set<String> keys = new HashSet<>();
                for (int i : fresh) keys.add(rows.get(i).event().customer());
                finalKeys = who.finalKeys(keys);
            }
            List<Row.Counted> counted = new ArrayList<>(fresh.size());
            for (int i : fresh) {
                if (answers[i] != null) continue;
                answers[i] = Answer.ACCEPTED;
                String finalKey = finalKeys.get(rows.get(i).event().customer());
                counted.add(rows.get(i).under(finalKey == null ? null : finalKey.getBytes(StandardCharsets.UTF_8)));
            }
            counted.sort(Row.Counted.BY_KEY);
            return counted;
        }

        // ---- writing

        private void copyEvents(List<Row.Counted> counted) throws SQLException {
            if (counted.isEmpty()) return;
            try (CopyIn copy = new CopyIn(connection, COPY_EVENTS)) {
                for (Row.Counted each : counted) {
                    Row row = each.row();
                    copy.row(9)
                            .moment(row.micros())
                            .number(row.digest())
                            .small(row.rank())
                            .text(each.customer())
                            .text(row.source())
                            .text(row.id())
                            .text(TypeWords.of(row.event().type()))
                            .text(row.fields())
                            .text(each.cameAs());
                }
                copy.end();
            }
        }

        private void copyMerges(List<Integer> told) throws SQLException {
            try (CopyIn copy = new CopyIn(connection, COPY_MERGES)) {
                for (int i : told) {
                    Row row = rows.get(i);
                    if (!(row.event() instanceof Event.Merged merged)) continue;
                    copy.row(8)
                            .text(row.source())
                            .text(row.id())
                            .moment(row.micros())
                            .text(row.customer())
                            .text(merged.from())
                            .number(row.digest())
                            .text(row.fields())
                            .flag(answers[i] == Answer.CIRCULAR);
                }
                copy.end();
            }
        }

        private void copyMarks(List<Row.Counted> counted) throws SQLException {
            if (counted.isEmpty() && refold.isEmpty()) return;
            try (CopyIn copy = new CopyIn(connection, COPY_MARKS)) {
                for (String each : refold)
                    if (standing.isMissing(each, 0)) copy.row(2).text(each).moment(0);
                byte @Nullable [] last = null;
                for (Row.Counted each : counted) { // the first of a customer is its earliest
                    if (last != null && Arrays.equals(last, each.customer())) continue;
                    last = each.customer();
                    String key = each.cameAs() == null
                            ? each.row().event().customer()
                            : new String(last, StandardCharsets.UTF_8);
                    long since = each.row().micros();
                    if (standing.isMissing(key, since)) copy.row(2).text(last).moment(since);
                }
                copy.end();
            }
        }

        private void count(List<Row.Counted> counted) throws SQLException {
            if (counted.isEmpty() && added == 0 && !isLatestOpen) return;
            long latest = Long.MIN_VALUE;
            for (Row.Counted each : counted)
                latest = Math.max(latest, each.row().micros());
            try (PreparedStatement count = connection.prepareStatement(COUNT)) {
                count.setLong(1, counted.size() + added);
                count.setLong(2, removed);
                count.setTimestamp(3, counted.isEmpty() ? null : Timestamp.from(RowWriter.instant(latest)));
                count.executeUpdate();
            }
            if (isLatestOpen) run(LATEST_ANEW);
        }

        private void tellArrival(List<Row.Counted> counted) {
            if (counted.isEmpty() || arrival.isEmpty()) return;
            List<Name> names = new ArrayList<>(counted.size());
            for (Row.Counted each : counted) names.add(each.row().name());
            for (Arrival each : arrival) each.arrived(names);
        }
    }
}
