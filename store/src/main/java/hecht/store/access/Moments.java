package hecht.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Moments as the driver takes and gives them.
final class Moments {
    private Moments() {}

    static OffsetDateTime in(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant of(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant ofAny(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
