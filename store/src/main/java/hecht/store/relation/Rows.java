package hecht.store.relation;

import hecht.core.relation.Dimensions;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Trail;
import hecht.store.relation.Listed.Moved;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads rows of lists. For several threads.
final class Rows {
    /// What [#listed] reads, of relationship `r` and its course `c`.
    static final String COLUMNS = """
            r.customer, r.name, r.segment, r.region, r.margin, r.as_of, r.since, r.ended,
                r.health, r.low, r.high, r.spread, r.los, r.koel, r.warm, r.hecht, r.condition, r.in_view, r.information,
                r.attitude, r.stays, r.change, r.moved_driver, r.moved_points,
                r.emotion, r.experience, r.intention, r.behaviour, r.phi, r.opens_on, r.leaving_open, r.leaving_as_is,
                r.products, r.last_perceived, r.last_heard, r.last_sign, r.last_asked, r.last_double_failure, r.last_recovery,
                c.trail""";

    private static final double ROUNDING = 1e-9;

    private final Drivers drivers;

    Rows(Drivers drivers) {
        this.drivers = drivers;
    }

    Listed listed(ResultSet row, double meanAttitude) throws SQLException {
        boolean attached = row.getDouble("attitude") >= meanAttitude - ROUNDING;
        boolean stays = row.getBoolean("stays");
        return new Listed(
                row.getString("customer"),
                row.getString("name"),
                row.getString("segment"),
                row.getString("region"),
                number(row, "margin"),
                known(row, "as_of"),
                known(row, "since"),
                moment(row, "ended"),
                row.getDouble("health"),
                row.getDouble("low"),
                row.getDouble("high"),
                row.getDouble("spread"),
                row.getDouble("los"),
                row.getDouble("koel"),
                row.getDouble("warm"),
                row.getDouble("hecht"),
                row.getInt("condition"),
                row.getBoolean("in_view"),
                row.getDouble("information"),
                attached ? stays ? Quadrant.TRUE : Quadrant.LATENT : stays ? Quadrant.SPURIOUS : Quadrant.NONE,
                number(row, "change"),
                moved(row),
                Dimensions.of(
                        0,
                        row.getDouble("emotion"),
                        row.getDouble("experience"),
                        row.getDouble("intention"),
                        row.getDouble("behaviour")),
                row.getDouble("phi"),
                moment(row, "opens_on"),
                number(row, "leaving_open"),
                number(row, "leaving_as_is"),
                texts(row, "products"),
                moment(row, "last_perceived"),
                moment(row, "last_heard"),
                known(row, "last_sign"),
                moment(row, "last_asked"),
                moment(row, "last_double_failure"),
                moment(row, "last_recovery"),
                Trail.of(row.getBytes("trail")));
    }

    private @Nullable Moved moved(ResultSet row) throws SQLException {
        double points = row.getDouble("moved_points");
        if (row.wasNull()) return null;
        int driver = row.getInt("moved_driver");
        return new Moved(row.wasNull() ? null : drivers.of(driver).orElse(null), points);
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Instant known(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
