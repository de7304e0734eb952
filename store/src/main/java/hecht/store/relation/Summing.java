package hecht.store.relation;

import hecht.core.relation.Fold;
import hecht.core.relation.Trail;
import hecht.core.relation.Walk;
import hecht.store.postgres.Database;
import hecht.store.relation.Pulse.Moment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds up what pages show of many: months of Pulse, and what everybody is held against. One look at all relationships, in
/// the background, at rest and at the turn of the day; a page never does it.
final class Summing {
    /// Segments, and regions, of which figures are made: the largest ones. Both together are made while there are few.
    private static final int MOST_NAMES = 40;

    private static final int MOST_PAIRS = 400;
    private static final int LEAST = 30; // of customers, below which a driver is not told apart
    private static final int AT_ONCE = 2_000;
    private static final int OTHER = 0;
    private static final String ALL = "";
    private static final long DAY_ZERO = LocalDate.of(2000, 1, 1).toEpochDay();

    /// One row per relationship, in no order.
    private static final String MONTHS_OF_ALL = """
            SELECT c.months, r.segment, r.region
            FROM course c JOIN relationship r ON r.customer = c.customer""";

    /// One row per segment, the largest first.
    private static final String SEGMENTS = """
            SELECT segment FROM relationship
            WHERE ended IS NULL AND segment <> ''
            GROUP BY segment ORDER BY count(*) DESC, segment LIMIT 40""";

    /// One row per region, the largest first.
    private static final String REGIONS = """
            SELECT region FROM relationship
            WHERE ended IS NULL AND region <> ''
            GROUP BY region ORDER BY count(*) DESC, region LIMIT 40""";

    /// The one row of what everybody is held against.
    private static final String MEASURES = """
            SELECT count(*)::int AS running,
                coalesce(avg(attitude), 0) AS mean_attitude,
                percentile_cont(0.75) WITHIN GROUP (ORDER BY margin) AS upper_margin,
                coalesce(percentile_cont(0.25) WITHIN GROUP (ORDER BY health), 0) AS lower_health
            FROM relationship WHERE ended IS NULL""";

    private static final String SETTLE = """
            INSERT INTO settled (as_of, model, at, running, mean_attitude, upper_margin, lower_health)
            VALUES (:asOf, :model, :at, :running, :attitude, :margin, :health)
            ON CONFLICT (one) DO UPDATE SET as_of = excluded.as_of, model = excluded.model, at = excluded.at,
                running = excluded.running, mean_attitude = excluded.mean_attitude,
                upper_margin = excluded.upper_margin, lower_health = excluded.lower_health""";

    private static final String COPY_MONTHS = """
            COPY pulse_month (month, segment, region, month_end, customers, in_view, health, los, koel, warm, hecht,
                figures, histogram, never_heard) FROM STDIN (FORMAT binary)""";

    private static final String COPY_DRIVERS = """
            COPY pulse_driver (month, segment, region, driver, customers, points, squares) FROM STDIN (FORMAT binary)""";

    private static final String COPY_MOMENTS = """
            COPY pulse_moment (name, first_day, last_day, customers) FROM STDIN (FORMAT binary)""";

    private final Database database;

    Summing(Database database) {
        this.database = database;
    }

    /// @param asOf the moment up to which events count  @param at when, by the clock
    Known sum(Fold fold, int model, Instant asOf, Instant at) {
        ZoneId zone = fold.model().zone();
        Look look = new Look(asOf, zone);
        Known known = database.snapshot(connection -> {
            Known measures = measures(asOf, model, at);
            look.over(connection);
            return measures;
        });
        database.transaction(connection -> {
            look.write(connection);
            database.jdbc()
                    .sql(SETTLE)
                    .param("asOf", Timestamp.from(known.asOf()))
                    .param("model", model)
                    .param("at", Timestamp.from(at))
                    .param("running", known.running())
                    .param("attitude", known.meanAttitude())
                    .param("margin", known.hasMargins() ? known.upperMargin() : null)
                    .param("health", known.lowerHealth())
                    .update();
            return known;
        });
        return known;
    }

    private Known measures(Instant asOf, int model, Instant at) {
        return database.jdbc()
                .sql(MEASURES)
                .query((row, i) -> {
                    double margin = row.getDouble("upper_margin");
                    return new Known(
                            asOf,
                            model,
                            at,
                            row.getInt("running"),
                            row.getDouble("mean_attitude"),
                            row.getObject("upper_margin") == null ? Double.NaN : margin,
                            row.getDouble("lower_health"));
                })
                .single();
    }

    /// The place of a group among pages: '' for all.
    private record Group(String segment, String region) {}

    /// One look at all relationships.
    private final class Look {
        private final Instant asOf;
        private final ZoneId zone;
        private final YearMonth newest;
        private final Map<Group, @Nullable Sums[]> groups = new HashMap<>();
        private final Moments moments = new Moments();
        private final double[] attitude = new double[Trail.LENGTH]; // Σ, then the mean
        private final long[] running = new long[Trail.LENGTH];
        private Set<String> segments = Set.of();
        private Set<String> regions = Set.of();
        private boolean arePaired;

        Look(Instant asOf, ZoneId zone) {
            this.asOf = asOf;
            this.zone = zone;
            this.newest = YearMonth.from(asOf.atZone(zone));
        }

        private int month(Months.Reader m) {
            YearMonth month = Months.month(m.newest - m.back);
            return Trail.LENGTH - 1 - (int) month.until(newest, java.time.temporal.ChronoUnit.MONTHS);
        }

        void over(Connection connection) throws SQLException {
            segments = names(connection, SEGMENTS);
            regions = names(connection, REGIONS);
            arePaired = segments.size() * regions.size() <= MOST_PAIRS;
            // The mean attitude first: only then is it known in which square somebody stands.
            scan(connection, (months, segment, region) -> {
                while (months.next()) {
                    int i = month(months);
                    if (i < 0 || i >= Trail.LENGTH) continue;
                    attitude[i] += months.attitude;
                    running[i]++;
                }
            });
            for (int i = 0; i < attitude.length; i++) if (running[i] > 0) attitude[i] /= running[i];
            scan(connection, this::add);
        }

        private Set<String> names(Connection connection, String sql) throws SQLException {
            Set<String> names = new HashSet<>();
            try (PreparedStatement ask = connection.prepareStatement(sql);
                    ResultSet rows = ask.executeQuery()) {
                while (rows.next()) names.add(rows.getString(1));
            }
            if (names.size() > MOST_NAMES) throw new IllegalStateException("the query asks for at most 40");
            return names;
        }

        private interface Looker {
            void see(Months.Reader months, String segment, String region);
        }

        private void scan(Connection connection, Looker looker) throws SQLException {
            Months.Reader reader = new Months.Reader();
            try (PreparedStatement ask = connection.prepareStatement(MONTHS_OF_ALL)) {
                ask.setFetchSize(AT_ONCE);
                try (ResultSet rows = ask.executeQuery()) {
                    while (rows.next())
                        looker.see(reader.begin(rows.getBytes(1)), orAll(rows.getString(2)), orAll(rows.getString(3)));
                }
            }
        }

        private static String orAll(@Nullable String name) {
            return name == null ? ALL : name;
        }

        private final Map<Integer, Double> moved = new HashMap<>(); // by driver, of the month at hand

        private void add(Months.Reader months, String segment, String region) {
            List<Group> of = groups(segment, region);
            boolean wasInView = false;
            double healthBefore = 0;
            int before = -1; // the month before, where it ran then
            while (months.next()) {
                int i = month(months);
                boolean stayed = months.stayed;
                if (before >= 0 && (before != i - 1 || !stayed)) left(of, before + 1, healthBefore);
                if (i >= 0 && i < Trail.LENGTH) {
                    double rest = stayed ? moved(months) : 0;
                    for (Group each : of) {
                        Sums sums = sums(each, i);
                        sums.add(months, wasInView);
                        sums.place(months, attitude[i]);
                        if (stayed) sums.moved(moved, rest);
                    }
                }
                wasInView = months.inView;
                healthBefore = months.health;
                before = i;
            }
            if (before >= 0) left(of, before + 1, healthBefore);
            moments.add(months);
        }

        /// Fills [#moved].
        ///
        /// @return what no event did
        private double moved(Months.Reader months) {
            moved.clear();
            double rest = months.change;
            while (months.nextJump()) {
                moved.merge(months.driver, months.jump, Double::sum);
                rest -= months.jump;
            }
            return rest;
        }

        private void left(List<Group> of, int month, double healthBefore) {
            if (month < 0 || month >= Trail.LENGTH) return;
            for (Group each : of) sums(each, month).left(healthBefore);
        }

        private final List<Group> at = new ArrayList<>();

        private List<Group> groups(String segment, String region) {
            at.clear();
            at.add(new Group(ALL, ALL));
            boolean hasSegment = segments.contains(segment);
            boolean hasRegion = regions.contains(region);
            if (hasSegment) at.add(new Group(segment, ALL));
            if (hasRegion) at.add(new Group(ALL, region));
            if (hasSegment && hasRegion && arePaired) at.add(new Group(segment, region));
            return at;
        }

        private Sums sums(Group group, int month) {
            @Nullable Sums[] months = groups.computeIfAbsent(group, unseen -> new @Nullable Sums[Trail.LENGTH]);
            Sums known = months[month];
            if (known != null) return known;
            Sums made = new Sums();
            months[month] = made;
            return made;
        }

        // ---- writing

        void write(Connection connection) throws SQLException {
            CopyRows months = new CopyRows();
            CopyRows drivers = new CopyRows();
            groups.forEach((group, all) -> {
                for (int i = 0; i < all.length; i++) {
                    Sums sums = all[i];
                    if (sums == null || sums.isEmpty()) continue;
                    YearMonth month = newest.minusMonths(Trail.LENGTH - 1 - i);
                    month(group, month, sums, months);
                    drivers(group, month, sums, drivers);
                }
            });
            LocalDate first = newest.minusMonths(Trail.LENGTH - 1).atDay(1);
            // Months before these stay as they were summed last.
            for (String sql : List.of(
                    "DELETE FROM pulse_month WHERE month >= ?",
                    "DELETE FROM pulse_driver WHERE month >= ?",
                    "DELETE FROM pulse_moment WHERE last_day >= ?"))
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setObject(1, first);
                    delete.execute();
                }
            CopyRows.send(connection, COPY_MONTHS, List.of(months));
            CopyRows.send(connection, COPY_DRIVERS, List.of(drivers));
            CopyRows found = new CopyRows();
            for (Moment each : moments.find(first.plusMonths(monthsOfNobody()), this::customersAround))
                date(date(found.row(4).text(each.name()), each.from()), each.to())
                        .integer(each.customers());
            CopyRows.send(connection, COPY_MOMENTS, List.of(found));
        }

        /// How many months there were before the first relationship began.
        private int monthsOfNobody() {
            int months = 0;
            while (months < running.length && running[months] == 0) months++;
            return months;
        }

        private int customersAround(LocalDate day) {
            int i = Trail.LENGTH - 1 - (int) YearMonth.from(day).until(newest, java.time.temporal.ChronoUnit.MONTHS);
            return i < 0 || i >= Trail.LENGTH ? Integer.MAX_VALUE : (int) running[i];
        }

        private static CopyRows date(CopyRows to, LocalDate day) {
            return to.integer((int) (day.toEpochDay() - DAY_ZERO));
        }

        private void month(Group group, YearMonth month, Sums sums, CopyRows to) {
            Instant end = month.equals(newest) ? asOf : Walk.endOf(month, zone);
            date(to.row(14), month.atDay(1))
                    .text(group.segment)
                    .text(group.region)
                    .moment(end);
            to.integer(sums.customers()).integer(sums.inView()).real(sums.meanHealth());
            for (int i = 0; i < Months.SHARES; i++) to.real(sums.meanShare(i));
            to.reals(sums.figures()).floats(sums.histogram()).floats(sums.neverHeard());
        }

        private void drivers(Group group, YearMonth month, Sums sums, CopyRows to) {
            double[] others = new double[3];
            sums.drivers.forEach((driver, of) -> {
                if (of[2] >= LEAST) driver(group, month, driver, of, to);
                else for (int i = 0; i < others.length; i++) others[i] += of[i];
            });
            if (others[2] > 0) driver(group, month, OTHER, others, to);
        }

        private static void driver(Group group, YearMonth month, int driver, double[] of, CopyRows to) {
            date(to.row(7), month.atDay(1))
                    .text(group.segment)
                    .text(group.region)
                    .integer(driver);
            to.integer((int) of[2]).real(of[0]).real(of[1]);
        }
    }
}
