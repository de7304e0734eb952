package hecht.store.setup;

import hecht.store.event.Sources;
import hecht.store.postgres.Database;
import java.util.List;

/// What is held of the made-up supplier, by its sources, and its going. Nobody else may use them.
public final class MadeUp {
    /// How the sources of the made-up supplier begin, and the names of its mappings.
    public static final String SOURCES = "lichtland.";

    /// The setting that says that it is here, and how many customers it has.
    private static final String HERE = "demo";

    /// The name by which the organisation then goes, unless it has one.
    private static final String NAME = "Lichtland";

    /// What goes with its events. A model that was counted from invented people says nothing of others.
    private static final List<String> REST = List.of(
            "DELETE FROM quarantine WHERE import IN (SELECT number FROM import WHERE mapping LIKE 'lichtland.%')",
            "DELETE FROM import WHERE mapping LIKE 'lichtland.%'",
            "DELETE FROM mapping WHERE name LIKE 'lichtland.%'",
            "DELETE FROM model WHERE NOT EXISTS (SELECT FROM event)",
            "DELETE FROM setting WHERE name = 'demo' OR name = 'organisation.name' AND value = 'Lichtland'");

    private final Database database;
    private final Sources sources;
    private final Settings settings;

    public MadeUp(Database database, Sources sources, Settings settings) {
        this.database = database;
        this.sources = sources;
        this.settings = settings;
    }

    /// Says that it is here from now on.
    public void found(int customers) {
        Organisation before = settings.organisation();
        if (before.name().isEmpty()) settings.put(before.named(NAME));
        settings.put(HERE, Integer.toString(customers));
    }

    /// Removes everything of its sources, and what was only there because of them.
    public void remove() {
        database.transaction(connection -> {
            sources.remove(SOURCES);
            for (String each : REST) database.jdbc().sql(each).update();
            return true;
        });
    }
}
