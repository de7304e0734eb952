package hecht.store;

import hecht.store.postgres.Database;
import hecht.store.postgres.Trouble;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/// The tables, brought up to date step by step; never backwards.
final class Migrations {
    private Migrations() {}

    static void run(Database database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:hecht/store/migration")
                .loggers("slf4j")
                .failOnMissingLocations(false)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
        for (MigrationInfo each : flyway.info().applied())
            if (!each.getState().isResolved())
                throw new Trouble(
                        Trouble.Kind.OTHER_VERSION,
                        "The database: expected tables that this hecht knows, found step " + each.getVersion()
                                + " of a newer one; use that one.");
        flyway.migrate();
    }

    /// The number of the last step that was taken.
    static String version(Database database) {
        return database.jdbc()
                .sql("SELECT coalesce(max(version::int), 0)::text FROM flyway_schema_history WHERE success")
                .query(String.class)
                .single();
    }
}
