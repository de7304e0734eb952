package hecht.store.setup;

import hecht.store.postgres.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The mappings by which files with columns of their own are read, as YAML.
public final class Mappings {
    /// One mapping.
    public record Kept(String name, String yaml, Instant changed) {}

    /// One row per mapping, by name.
    private static final String ALL = "SELECT name, yaml, changed FROM mapping ORDER BY name";

    private static final String PUT = """
            INSERT INTO mapping (name, yaml, changed) VALUES (:name, :yaml, :changed)
            ON CONFLICT (name) DO UPDATE SET yaml = excluded.yaml, changed = excluded.changed""";

    private final Database database;

    public Mappings(Database database) {
        this.database = database;
    }

    public List<Kept> all() {
        return database.jdbc()
                .sql(ALL)
                .query((row, i) -> new Kept(
                        row.getString("name"),
                        row.getString("yaml"),
                        row.getTimestamp("changed").toInstant()))
                .list();
    }

    public Optional<Kept> find(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public void put(String name, String yaml, Instant now) {
        database.jdbc()
                .sql(PUT)
                .param("name", name)
                .param("yaml", yaml)
                .param("changed", Timestamp.from(now))
                .update();
    }

    public void remove(String name) {
        database.jdbc()
                .sql("DELETE FROM mapping WHERE name = :name")
                .param("name", name)
                .update();
    }
}
