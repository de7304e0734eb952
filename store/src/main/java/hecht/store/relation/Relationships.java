package hecht.store.relation;

import hecht.core.event.Event;
import hecht.core.relation.Drawn;
import hecht.core.relation.Fold;
import hecht.core.relation.Walk;
import hecht.store.event.EventRows;
import hecht.store.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/// Relationships as people look at them: lists of them, and one. For several threads.
public final class Relationships {
    private static final int FOUND = 10;
    private static final int AT_ONCE = 1_000;

    /// Where nothing was settled yet: everybody is held against nothing.
    private static final Known NOTHING_KNOWN = new Known(Instant.EPOCH, 0, Instant.EPOCH, 0, 0, Double.NaN, 0);

    /// One row per relationship of a selection, in the order asked for, from a place on; carried by the index of that order.
    /// The columns, the selection's conditions, the place and the order are filled in: constants, all of them.
    private static final String LIST = """
            SELECT %s
            FROM (
                SELECT * FROM %s
                WHERE %s%s
                ORDER BY %s
                LIMIT :rows
            ) AS r JOIN course c ON c.customer = r.customer
            ORDER BY %s""";

    /// The one row of a customer, also after departure.
    private static final String ONE = """
            SELECT %s
            FROM relationship r JOIN course c ON c.customer = r.customer
            WHERE r.customer = :customer""".formatted(Rows.COLUMNS);

    private final Database database;
    private final EventRows events;
    private final Folders folders;
    private final Pulses pulses;
    private final Drivers drivers;
    private final Rows rows;

    Relationships(Database database, EventRows events, Folders folders, Pulses pulses, Drivers drivers) {
        this.database = database;
        this.events = events;
        this.folders = folders;
        this.pulses = pulses;
        this.drivers = drivers;
        this.rows = new Rows(drivers);
    }

    private Known known() {
        return pulses.known().orElse(NOTHING_KNOWN);
    }

    private ZoneId zone() {
        return folders.zone();
    }

    // ---- lists

    /// One page of a list.
    ///
    /// @param after as the page before said; empty for the first one, and what says nothing is the first one too
    public Listing list(Selection selection, Order order, Optional<String> after) {
        Known known = known();
        Asked asked = new Asked(selection, known, zone(), drivers);
        Optional<Place> place = after.flatMap(each -> Place.read(each, order));
        List<Listed> found = new ArrayList<>();
        List<String> values = new ArrayList<>();
        database.jdbc()
                .sql(sql(asked, order, place.isPresent()))
                .params(asked.parameters())
                .params(place.map(each -> each.parameters(order)).orElse(Map.of()))
                .param("rows", Listing.ROWS + 1)
                .query(row -> {
                    found.add(rows.listed(row, known.meanAttitude()));
                    values.add(row.getString("written"));
                });
        if (found.size() <= Listing.ROWS) return new Listing(found, Optional.empty());
        int last = Listing.ROWS - 1;
        String next = new Place(values.get(last), found.get(last).customer()).written();
        return new Listing(found.subList(0, Listing.ROWS), Optional.of(next));
    }

    private static String sql(Asked asked, Order order, boolean isFurther) {
        String way = order.isDescending() ? " DESC" : "";
        String by = order == Order.KEY ? "customer" : order.expression() + way + ", customer" + way;
        String place = order == Order.KEY ? "customer" : "(" + order.expression() + ", customer)";
        String value = order == Order.KEY ? ":key" : "(CAST(:value AS " + order.type() + "), :key)";
        String from = isFurther ? " AND " + place + (order.isDescending() ? " < " : " > ") + value : "";
        String outer = order == Order.KEY ? "r.customer" : "place" + way + ", r.customer" + way;
        String columns =
                Rows.COLUMNS + ", " + qualified(order) + " AS place, (" + qualified(order) + ")::text AS written";
        return LIST.formatted(columns, asked.from(), asked.sql(), from, by, outer);
    }

    /// The expression of the outer query, in which the column customer is there twice.
    private static String qualified(Order order) {
        return order == Order.KEY ? "r.customer" : order.expression();
    }

    /// Where a page ends: what its last row is ordered by, and its key.
    private record Place(String value, String customer) {
        String written() {
            byte[] text = (value + '\n' + customer).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        }

        static Optional<Place> read(String written, Order order) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
                int end = text.indexOf('\n');
                if (end < 0 || text.indexOf(0) >= 0) return Optional.empty();
                Place place = new Place(text.substring(0, end), text.substring(end + 1));
                return place.fits(order) ? Optional.of(place) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // somebody wrote it by hand
            }
        }

        private boolean fits(Order order) {
            return switch (order.type()) {
                case "float8" -> value.matches("-?(Infinity|\\d+(\\.\\d+)?(e[-+]?\\d+)?)");
                case "timestamptz" ->
                    value.matches(
                            "-?infinity|\\d{4,}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?[-+]\\d\\d(:\\d\\d)*");
                default -> true;
            };
        }

        Map<String, Object> parameters(Order order) {
            return order == Order.KEY ? Map.of("key", customer) : Map.of("value", value, "key", customer);
        }
    }

    /// What a selection comes to. Sums of up to [Selected#MOST] are made at once; a view that was counted is read.
    public Selected selected(Selection selection) {
        return Views.sums(database, new Asked(selection, known(), zone(), drivers), Selected.MOST);
    }

    /// Shows every relationship of a selection, in order, from one moment of the database, however many there are.
    public void each(Selection selection, Order order, Consumer<? super Listed> viewer) {
        Known known = known();
        Asked asked = new Asked(selection, known, zone(), drivers);
        String sql = sql(asked, order, false).replace("LIMIT :rows", "");
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        var source = new org.springframework.jdbc.core.namedparam.MapSqlParameterSource(asked.parameters());
        String plain = NamedParameterUtils.substituteNamedParameters(parsed, source);
        @Nullable Object[] values = NamedParameterUtils.buildValueArray(parsed, source, null);
        database.snapshot(connection -> {
            try (PreparedStatement ask = connection.prepareStatement(plain)) {
                for (int i = 0; i < values.length; i++) set(ask, i + 1, values[i]);
                ask.setFetchSize(AT_ONCE);
                try (ResultSet found = ask.executeQuery()) {
                    while (found.next()) viewer.accept(rows.listed(found, known.meanAttitude()));
                }
            }
            return true;
        });
    }

    private static void set(PreparedStatement ask, int at, @Nullable Object value) throws SQLException {
        Object plain =
                value instanceof org.springframework.jdbc.core.SqlParameterValue typed ? typed.getValue() : value;
        if (plain instanceof String[] texts)
            ask.setArray(at, ask.getConnection().createArrayOf("text", texts));
        else ask.setObject(at, plain);
    }

    /// Customers whose key or name is, begins with or holds the words that were typed; the key itself first.
    ///
    /// @return at most ten
    public List<Listed> find(String typed) {
        if (typed.isBlank()) return List.of();
        List<Listed> found = new ArrayList<>();
        one(events.finalKey(typed.strip()), known()).ifPresent(found::add);
        Selection by = Selection.read(Map.of("q", typed));
        for (Listed each : list(by, Order.KEY, Optional.empty()).rows())
            if (found.size() < FOUND
                    && found.stream().noneMatch(other -> other.customer().equals(each.customer()))) found.add(each);
        return found;
    }

    // ---- one

    private Optional<Listed> one(String customer, Known known) {
        return database.jdbc()
                .sql(ONE)
                .param("customer", customer)
                .query((row, i) -> rows.listed(row, known.meanAttitude()))
                .optional();
    }

    /// One customer's events, folded to the present.
    ///
    /// @param key the customer's, or one that was merged into it
    /// @return empty where there is no event of that customer, or no model yet
    public Optional<Opened> one(String key, Instant now) {
        Optional<Folders.InForce> by = folders.inForce();
        if (by.isEmpty()) return Optional.empty();
        String customer = events.finalKey(key);
        List<Event> all = events.of(customer);
        if (all.isEmpty()) return Optional.empty();
        Fold fold = by.get().fold();
        Instant asOf = folders.asOf(fold.model().zone(), now);
        Drawn drawn = new Walk(fold).drawn(all, asOf);
        Known known = known();
        return Optional.of(new Opened(
                customer, events.mergedInto(customer), fold, asOf, one(customer, known), drawn, known.meanAttitude()));
    }
}
