package hecht.store.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The columns of a table that hold what was written to it.
///
/// @param numbered those that take their next value from a counter
record Columns(List<String> names, List<String> numbered) {
    /// One row per column that is not computed from others, in the table's order.
    private static final String FIND = """
            SELECT column_name, is_identity = 'YES' OR coalesce(column_default, '') LIKE 'nextval(%' AS numbered
            FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = ? AND is_generated = 'NEVER'
            ORDER BY ordinal_position""";

    static Columns of(Connection connection, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> numbered = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, table);
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString("column_name"));
                    if (rows.getBoolean("numbered")) numbered.add(rows.getString("column_name"));
                }
            }
        }
        return new Columns(List.copyOf(names), List.copyOf(numbered));
    }

    /// Columns of a table as COPY wants them named.
    static String list(String table, List<String> names) {
        return quoted(table) + names.stream().map(Columns::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
