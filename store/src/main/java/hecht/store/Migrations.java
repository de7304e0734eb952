package hecht.store;

import hecht.store.postgres.Database;
import hecht.store.postgres.Trouble;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/// The tables, brought up to date step by step; never backwards.
final class Migrations {
    /// The number of the last step that this hecht knows.
    static final int NEWEST = 7;

    private Migrations() {}

    static void run(Database database) {
        run(database, NEWEST);
    }

    /// Takes the steps up to one, for what was written by an older hecht.
    static void run(Database database, int last) {
        try {
            Flyway flyway = flyway(database, last);
            for (MigrationInfo each : flyway.info().applied())
                if (!each.getState().isResolved())
                    throw new Trouble(
                            Trouble.Kind.OTHER_VERSION,
                            "The database: expected tables that this hecht knows, found step " + each.getVersion()
                                    + " of a newer one; use that one.");
            flyway.migrate();
        } catch (RuntimeException e) {
            throw Trouble.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /// The number of the last step that was taken, 0 in a database without tables of ours.
    static int taken(Database database) {
        MigrationInfo last = flyway(database, NEWEST).info().current();
        return last == null ? 0 : Integer.parseInt(last.getVersion().getVersion());
    }

    private static Flyway flyway(Database database, int last) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:hecht/store/migration")
                .target(MigrationVersion.fromVersion("" + last))
                .loggers("slf4j")
                .cleanDisabled(true)
                .load();
    }
}
