package hecht.store.setup;

import hecht.store.postgres.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/// The organisation's own rules of perception, as YAML. Every text that was put stays; one of them is active, or none.
public final class RuleFiles {
    private static final String NONE_ACTIVE = "UPDATE rule_file SET active = false WHERE active";

    private static final String ADD = "INSERT INTO rule_file (made, yaml, active) VALUES (:made, :yaml, true)";

    private final Database database;

    public RuleFiles(Database database) {
        this.database = database;
    }

    /// The YAML that holds; empty where the preset's rules hold alone.
    public Optional<String> active() {
        return database.jdbc()
                .sql("SELECT yaml FROM rule_file WHERE active")
                .query(String.class)
                .optional();
    }

    /// Makes this the one that holds. Whoever does that has everybody folded anew.
    public void activate(String yaml, Instant made) {
        database.transaction(connection -> {
            database.jdbc().sql(NONE_ACTIVE).update();
            return database.jdbc()
                    .sql(ADD)
                    .param("made", Timestamp.from(made))
                    .param("yaml", yaml)
                    .update();
        });
    }

    /// Goes back to the preset's rules.
    public void deactivate() {
        database.jdbc().sql(NONE_ACTIVE).update();
    }
}
