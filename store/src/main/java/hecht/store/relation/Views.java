package hecht.store.relation;

import hecht.store.postgres.Database;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Views of the list: those that every organisation has, and one's own; each with what it came to when it was last counted.
/// For several threads.
public final class Views {
    /// One row per view of one's own, by name, with its count where it was counted.
    private static final String OWN = """
            SELECT v.id, v.name, v.selection, c.customers, c.margin, c.leaving, c.variance, c.not_in_view
            FROM saved_view v LEFT JOIN view_count c ON c.view = v.id::text
            ORDER BY v.name, v.id""";

    /// One row per view that was counted.
    private static final String COUNTED = """
            SELECT view, customers, margin, leaving, variance, not_in_view FROM view_count""";

    private static final String SAVE = """
            INSERT INTO saved_view (name, selection, made) VALUES (:name, :selection, :made)
            ON CONFLICT (name) DO UPDATE SET selection = excluded.selection, made = excluded.made
            RETURNING id""";

    private static final String KEEP = """
            INSERT INTO view_count (view, customers, margin, leaving, variance, not_in_view)
            VALUES (:view, :customers, :margin, :leaving, :variance, :notInView)
            ON CONFLICT (view) DO UPDATE SET customers = excluded.customers, margin = excluded.margin,
                leaving = excluded.leaving, variance = excluded.variance, not_in_view = excluded.not_in_view""";

    private final Database database;
    private final Supplier<ZoneId> zone;
    private final BooleanSupplier hasDoors;
    private final Drivers drivers;

    /// @param hasDoors whether anybody can be held here: not where customers give no notice
    Views(Database database, Supplier<ZoneId> zone, BooleanSupplier hasDoors, Drivers drivers) {
        this.database = database;
        this.zone = zone;
        this.hasDoors = hasDoors;
        this.drivers = drivers;
    }

    /// Every view: the built-in ones first, in their order; one that makes no sense here is left out.
    public List<SavedView> all(Known known) {
        Map<String, Selected> counted = new LinkedHashMap<>();
        database.jdbc().sql(COUNTED).query(row -> {
            counted.put(row.getString("view"), selected(row));
        });
        List<SavedView> all = new ArrayList<>();
        for (View each : View.values()) {
            if (!makesSense(each, known)) continue;
            all.add(new SavedView(
                    0,
                    Optional.of(each),
                    each.word(),
                    Selection.of(each),
                    Optional.ofNullable(counted.get(each.word()))));
        }
        all.addAll(own());
        return all;
    }

    private boolean makesSense(View view, Known known) {
        return switch (view) {
            case UNHEARD_AND_VALUABLE -> known.hasMargins();
            case HELD, DOOR_OPENS -> hasDoors.getAsBoolean();
            case FALLING_AND_VALUABLE, DOUBLE_FAILURE, RECOVERED -> true;
        };
    }

    private List<SavedView> own() {
        return database.jdbc()
                .sql(OWN)
                .query((row, i) -> new SavedView(
                        row.getInt("id"),
                        Optional.empty(),
                        row.getString("name"),
                        Selection.read(parameters(row.getString("selection"))),
                        row.getObject("customers") == null ? Optional.empty() : Optional.of(selected(row))))
                .list();
    }

    private static Selected selected(ResultSet row) throws SQLException {
        return new Selected(
                row.getInt("customers"),
                false,
                row.getDouble("margin"),
                row.getDouble("leaving"),
                row.getDouble("variance"),
                row.getInt("not_in_view"));
    }

    /// Keeps a selection under a name, in the place of one that has this name; it is counted at once.
    ///
    /// @return its number
    public int save(String name, Selection selection, Known known, Instant at) {
        int id = database.jdbc()
                .sql(SAVE)
                .param("name", name)
                .param("selection", text(selection.parameters()))
                .param("made", Timestamp.from(at))
                .query(Integer.class)
                .single();
        keep(Integer.toString(id), selection, known);
        return id;
    }

    /// @return whether there was one
    public boolean remove(int id) {
        return database.transaction(connection -> {
            database.jdbc()
                    .sql("DELETE FROM view_count WHERE view = :view")
                    .param("view", Integer.toString(id))
                    .update();
            return database.jdbc()
                            .sql("DELETE FROM saved_view WHERE id = :id")
                            .param("id", id)
                            .update()
                    > 0;
        });
    }

    /// Counts every view anew.
    void count(Known known) {
        for (View each : View.values()) keep(each.word(), Selection.of(each), known);
        for (SavedView each : own()) keep(Integer.toString(each.id()), each.selection(), known);
    }

    private void keep(String view, Selection selection, Known known) {
        Asked asked = new Asked(selection, known, zone.get(), drivers);
        Selected found = sums(database, asked, Integer.MAX_VALUE);
        database.jdbc()
                .sql(KEEP)
                .param("view", view)
                .param("customers", found.customers())
                .param("margin", found.margin())
                .param("leaving", found.leaving())
                .param("variance", found.variance())
                .param("notInView", found.notInView())
                .update();
    }

    /// @param most if there are more, nothing is added up
    static Selected sums(Database database, Asked asked, int most) {
        String sql = SUMS.formatted(asked.from(), asked.sql());
        return database.jdbc()
                .sql(sql)
                .params(asked.parameters())
                .param("most", most == Integer.MAX_VALUE ? (long) most : most + 1L)
                .query((row, i) -> row.getInt("customers") > most ? Selected.TOO_MANY : selected(row))
                .single();
    }

    /// The one row of what a selection comes to; the selection's conditions are filled in.
    private static final String SUMS = """
            SELECT count(*)::int AS customers, coalesce(sum(margin), 0) AS margin,
                coalesce(sum(leaving_open), 0) AS leaving,
                coalesce(sum(leaving_open * (1 - leaving_open)), 0) AS variance,
                (count(*) FILTER (WHERE NOT in_view))::int AS not_in_view
            FROM (SELECT margin, leaving_open, in_view FROM %s WHERE %s LIMIT :most) AS selected""";

    // ---- a selection as text, as in an address

    static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> parameters(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : text.split("&", -1)) {
            int at = each.indexOf('=');
            if (at > 0)
                all.put(each.substring(0, at), URLDecoder.decode(each.substring(at + 1), StandardCharsets.UTF_8));
        }
        return all;
    }
}
