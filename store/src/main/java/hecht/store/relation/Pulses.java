package hecht.store.relation;

import hecht.core.relation.Trail;
import hecht.store.postgres.Database;
import hecht.store.relation.Pulse.Moment;
import hecht.store.relation.Pulse.Moved;
import hecht.store.relation.Pulse.What;
import hecht.store.relation.PulseMonth.Mean;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was added up of many, month by month. Reads some small rows. For several threads.
public final class Pulses {
    /// The one row of what summaries were made from; none before the first.
    private static final String KNOWN = """
            SELECT as_of, model, at, running, mean_attitude, upper_margin, lower_health FROM settled""";

    /// One row per month, oldest first; carried by the primary key.
    private static final String MONTHS = """
            SELECT month, month_end, figures
            FROM pulse_month
            WHERE segment = :segment AND region = :region AND month > :after AND month <= :month
            ORDER BY month""";

    private static final String HISTOGRAM = """
            SELECT histogram, never_heard FROM pulse_month WHERE segment = :segment AND region = :region AND month = :month""";

    /// One row per driver of a month; carried by the primary key.
    private static final String DRIVERS = """
            SELECT driver, customers, points, squares
            FROM pulse_driver
            WHERE segment = :segment AND region = :region AND month = :month""";

    /// One row per moment, in order.
    private static final String MOMENTS = """
            SELECT name, first_day, last_day, customers
            FROM pulse_moment
            WHERE last_day > :after AND first_day <= :until
            ORDER BY first_day, name""";

    /// One row per month of which there are figures, newest first.
    private static final String ALL_MONTHS = """
            SELECT month FROM pulse_month WHERE segment = '' AND region = '' AND customers > 0 ORDER BY month DESC""";

    /// One row per segment of which there are figures in the newest month.
    private static final String SEGMENTS = """
            SELECT segment FROM pulse_month
            WHERE region = '' AND segment <> '' AND month = (SELECT max(month) FROM pulse_month)
            ORDER BY segment""";

    /// One row per region of which there are figures in the newest month.
    private static final String REGIONS = """
            SELECT region FROM pulse_month
            WHERE segment = '' AND region <> '' AND month = (SELECT max(month) FROM pulse_month)
            ORDER BY region""";

    /// One row per month and group: how many they are.
    private static final String SIZES = "SELECT month, segment, region, customers FROM pulse_month";

    private final Database database;
    private final Drivers drivers;
    private volatile @Nullable Sized sized;

    /// @param at when the figures were made
    private record Sized(Instant at, Discretion discretion) {}

    Pulses(Database database, Drivers drivers) {
        this.database = database;
        this.drivers = drivers;
    }

    /// What summaries were made from; empty before there is any.
    public Optional<Known> known() {
        return database.jdbc().sql(KNOWN).query((row, i) -> known(row)).optional();
    }

    private static Known known(ResultSet row) throws SQLException {
        double margin = row.getDouble("upper_margin");
        if (row.wasNull()) margin = Double.NaN;
        return new Known(
                row.getTimestamp("as_of").toInstant(),
                row.getInt("model"),
                row.getTimestamp("at").toInstant(),
                row.getInt("running"),
                row.getDouble("mean_attitude"),
                margin,
                row.getDouble("lower_health"));
    }

    /// Of which groups somebody may be told who may see no people; read once for each time that figures were made.
    public Discretion discretion() {
        Instant at = known().map(Known::at).orElse(Instant.MIN);
        Sized before = sized;
        if (before != null && before.at.equals(at)) return before.discretion;
        Map<YearMonth, Map<Discretion.Group, Integer>> sizes = new HashMap<>();
        database.jdbc().sql(SIZES).query(row -> {
            sizes.computeIfAbsent(YearMonth.from(row.getObject("month", LocalDate.class)), unseen -> new HashMap<>())
                    .put(
                            new Discretion.Group(row.getString("segment"), row.getString("region")),
                            row.getInt("customers"));
        });
        Discretion discretion = new Discretion(sizes);
        sized = new Sized(at, discretion);
        return discretion;
    }

    /// Months of which there are figures, newest first; also those of longer than 24 months ago, as they were then.
    public List<YearMonth> months() {
        return database.jdbc()
                .sql(ALL_MONTHS)
                .query((row, i) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list();
    }

    /// Segments of which there are figures: the 40 largest, in order.
    public List<String> segments() {
        return database.jdbc()
                .sql(SEGMENTS)
                .query((row, i) -> row.getString("segment"))
                .list();
    }

    public List<String> regions() {
        return database.jdbc()
                .sql(REGIONS)
                .query((row, i) -> row.getString("region"))
                .list();
    }

    /// How a group stands in a month, and the months before it: while sums are made anew, all of it as before or all as after.
    ///
    /// @param segment empty for all  @param region empty for all
    /// @param zone the model's: of the months in which locks end
    /// @return empty where there are no figures of that group and month
    public Optional<Pulse> of(YearMonth month, Optional<String> segment, Optional<String> region, ZoneId zone) {
        return database.snapshot(connection -> read(month, segment, region, zone));
    }

    private Optional<Pulse> read(YearMonth month, Optional<String> segment, Optional<String> region, ZoneId zone) {
        Optional<Known> known = known();
        if (known.isEmpty()) return Optional.empty();
        String inSegment = segment.orElse("");
        String inRegion = region.orElse("");
        LocalDate day = month.atDay(1);
        List<PulseMonth> months = new ArrayList<>();
        List<Sums> sums = new ArrayList<>();
        database.jdbc()
                .sql(MONTHS)
                .param("segment", inSegment)
                .param("region", inRegion)
                .param("after", month.minusMonths(Trail.LENGTH).atDay(1))
                .param("month", day)
                .query(row -> {
                    Sums of = Sums.of(doubles(row, "figures"));
                    sums.add(of);
                    months.add(of.month(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getTimestamp("month_end").toInstant(),
                            zone));
                });
        if (months.isEmpty() || !months.getLast().month().equals(month)) return Optional.empty();
        return Optional.of(new Pulse(
                segment,
                region,
                known.get(),
                months,
                histogram(inSegment, inRegion, day),
                moved(inSegment, inRegion, day, sums.getLast()),
                moments(months)));
    }

    private static double[] doubles(ResultSet row, String column) throws SQLException {
        Double[] boxed = (Double[]) row.getArray(column).getArray();
        double[] plain = new double[boxed.length];
        for (int i = 0; i < plain.length; i++) plain[i] = boxed[i];
        return plain;
    }

    private List<Pulse.Bin> histogram(String segment, String region, LocalDate month) {
        return database.jdbc()
                .sql(HISTOGRAM)
                .param("segment", segment)
                .param("region", region)
                .param("month", month)
                .query((row, i) -> Sums.bins(floats(row, "histogram"), floats(row, "never_heard")))
                .single();
    }

    private static float[] floats(ResultSet row, String column) throws SQLException {
        Float[] boxed = (Float[]) row.getArray(column).getArray();
        float[] plain = new float[boxed.length];
        for (int i = 0; i < plain.length; i++) plain[i] = boxed[i];
        return plain;
    }

    private List<Moved> moved(String segment, String region, LocalDate month, Sums sums) {
        double stayed = sums.stayed();
        List<Moved> all = new ArrayList<>(database.jdbc()
                .sql(DRIVERS)
                .param("segment", segment)
                .param("region", region)
                .param("month", month)
                .query((row, i) -> {
                    What what = drivers.of(row.getInt("driver"))
                            .<What>map(What.By::new)
                            .orElse(new What.Other());
                    Mean mean = Sums.mean(
                            stayed, row.getDouble("points"), row.getDouble("squares"), row.getInt("customers"));
                    return new Moved(what, mean.points(), mean.error(), mean.customers());
                })
                .list());
        Mean silence = sums.silence();
        all.add(new Moved(new What.TimeAndSilence(), silence.points(), silence.error(), silence.customers()));
        all.sort(Comparator.comparingDouble((Moved each) -> -Math.abs(each.points())));
        return all;
    }

    private List<Moment> moments(List<PulseMonth> months) {
        return database.jdbc()
                .sql(MOMENTS)
                .param("after", months.getFirst().month().atDay(1))
                .param("until", months.getLast().month().atEndOfMonth())
                .query((row, i) -> new Moment(
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("customers")))
                .list();
    }
}
