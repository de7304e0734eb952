package hecht.store.relation;

import hecht.core.relation.Quadrant;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A selection as SQL. Only what is asked becomes a condition: a condition that is there and asks nothing would cost the
/// planner its knowledge of the columns, and the list its index. Every condition is a constant with named parameters; nothing
/// that a person typed is ever part of the text.
final class Asked {
    private static final int SOON_DAYS = 90;
    private static final int RECENTLY_DAYS = 60;
    private static final int YEAR_DAYS = 365;

    private static final String BY_KEY =
            "(words @> CAST(:key AS text[]) OR lower(name) LIKE :beginning OR customer LIKE :keyBeginning)";
    private static final String BY_KEY_OR_NAME =
            "(words @> CAST(:words AS text[]) OR words @> CAST(:key AS text[]) OR lower(name) LIKE :beginning OR customer LIKE :keyBeginning)";

    /// Those who are found by what somebody typed, by the indexes for that; without the fence the planner would rather walk
    /// through all of them in the order of the list, which takes seconds where they are a million.
    private static final String FOUND = """
            (WITH found AS MATERIALIZED (SELECT * FROM relationship WHERE ended IS NULL AND %s)
                SELECT * FROM found) AS relationship""";

    private String from = "relationship";
    private final List<String> conditions = new ArrayList<>(List.of("ended IS NULL"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Known known;

    Asked(Selection selection, Known known, ZoneId zone, Drivers drivers) {
        this.known = known;
        if (selection.view() != null) view(selection.view());
        if (selection.words() != null) words(selection.words());
        if (selection.min() != null) and("health >= :min", "min", selection.min());
        if (selection.max() != null) and("health <= :max", "max", selection.max());
        if (selection.condition() != null)
            and("condition = :condition", "condition", selection.condition().ordinal());
        if (selection.sight() != null) and("in_view = :sight", "sight", selection.sight() == Sight.IN_VIEW);
        if (selection.door() != null) door(selection.door());
        if (selection.segment() != null) and("segment = :segment", "segment", selection.segment());
        if (selection.region() != null) and("region = :region", "region", selection.region());
        if (selection.product() != null)
            and("products @> ARRAY[CAST(:product AS text)]", "product", selection.product());
        if (selection.value() != null) and("margin >= :value", "value", selection.value());
        if (selection.heard() != null) heard(selection.heard());
        if (selection.quadrant() != null) quadrant(selection.quadrant());
        if (selection.moved() != null)
            and(
                    "movers @> ARRAY[:moved]",
                    "moved",
                    drivers.known(selection.moved()).orElse(0)); // nobody has a 0
        if (selection.opensIn() != null) {
            Instant from = selection.opensIn().atDay(1).atStartOfDay(zone).toInstant();
            Instant to = selection
                    .opensIn()
                    .plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(zone)
                    .toInstant();
            and("coalesce(opens_on, 'infinity') >= :opensFrom", "opensFrom", Timestamp.from(from));
            and("coalesce(opens_on, 'infinity') < :opensTo", "opensTo", Timestamp.from(to));
        }
    }

    /// What the conditions are about: relationships, all of them or those found by words.
    String from() {
        return from;
    }

    /// All other conditions together.
    String sql() {
        return String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private Timestamp daysAgo(int days) {
        return Timestamp.from(known.asOf().minus(Duration.ofDays(days)));
    }

    private void view(View view) {
        switch (view) {
            case UNHEARD_AND_VALUABLE -> {
                heard(Heard.NOT_WITHIN_YEAR);
                valuable();
            }
            case FALLING_AND_VALUABLE -> {
                conditions.add("change <= -5 AND in_view");
                valuable();
            }
            case DOUBLE_FAILURE ->
                and("last_double_failure > :doubleFailureSince", "doubleFailureSince", daysAgo(RECENTLY_DAYS));
            case HELD -> and("phi < 0.3 AND health <= :lowerHealth", "lowerHealth", known.lowerHealth());
            case DOOR_OPENS -> door(DoorIs.OPENS_SOON);
            case RECOVERED -> and("last_recovery > :recoveredSince", "recoveredSince", daysAgo(RECENTLY_DAYS));
        }
    }

    private void valuable() {
        if (known.hasMargins()) and("margin >= :upperMargin", "upperMargin", known.upperMargin());
    }

    private void door(DoorIs door) {
        switch (door) {
            case OPEN -> conditions.add("phi >= 1");
            case LOCKED -> conditions.add("phi < 1");
            case OPENS_SOON -> and("coalesce(opens_on, 'infinity') <= :opensBy", "opensBy", daysAgo(-SOON_DAYS));
        }
    }

    private void heard(Heard heard) {
        switch (heard) {
            case LATELY -> and("coalesce(last_heard, '-infinity') >= :heardSince", "heardSince", daysAgo(SOON_DAYS));
            case WITHIN_YEAR ->
                and("coalesce(last_heard, '-infinity') >= :heardSince", "heardSince", daysAgo(YEAR_DAYS));
            case NOT_WITHIN_YEAR ->
                and(
                        "coalesce(last_heard, '-infinity') < :unheardSince AND since < :unheardSince",
                        "unheardSince",
                        daysAgo(YEAR_DAYS));
            case NEVER -> conditions.add("last_heard IS NULL");
        }
    }

    private void quadrant(Quadrant quadrant) {
        boolean attached = quadrant == Quadrant.TRUE || quadrant == Quadrant.LATENT;
        boolean stays = quadrant == Quadrant.TRUE || quadrant == Quadrant.SPURIOUS;
        and(
                attached ? "attitude >= :meanAttitude - 1e-9" : "attitude < :meanAttitude - 1e-9",
                "meanAttitude",
                known.meanAttitude());
        conditions.add(stays ? "stays" : "NOT stays");
    }

    /// A key, whole or its beginning; words of a name, all of them; or the beginning of a name.
    private void words(String typed) {
        List<String> words = CourseRows.words(typed, typed);
        List<String> ofName = words.subList(1, words.size());
        from = FOUND.formatted(ofName.isEmpty() ? BY_KEY : BY_KEY_OR_NAME);
        if (!ofName.isEmpty()) parameters.put("words", ofName.toArray(String[]::new));
        parameters.put("key", new String[] {typed.toLowerCase(Locale.ROOT)});
        String escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        parameters.put("beginning", escaped.toLowerCase(Locale.ROOT) + "%");
        parameters.put("keyBeginning", escaped + "%");
    }
}
