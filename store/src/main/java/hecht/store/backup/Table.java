package hecht.store.backup;

import java.util.List;

/// One table of the store, and what a backup does with it.
record Table(String name, Way way) {
    enum Way {
        /// Carried; a store that has a row in it is not empty.
        CARRIED,
        /// Carried, and written over what every new store has in it.
        REPLACED,
        /// Carried, and added to what is there.
        ADDED,
        /// Not carried: what belongs to this moment only, or lets somebody in.
        LEFT
    }

    /// Every table that the migrations make, those that others refer to before those that do. A test fails when a migration
    /// makes one that is not here.
    static final List<Table> ALL = List.of(
            new Table("event", Way.CARRIED),
            new Table("intake", Way.REPLACED),
            new Table("customer", Way.CARRIED),
            new Table("alias", Way.CARRIED),
            new Table("merge", Way.CARRIED),
            new Table("mark", Way.REPLACED),
            new Table("tombstone_key", Way.ADDED),
            new Table("tombstone", Way.ADDED),
            new Table("driver", Way.CARRIED),
            new Table("course", Way.CARRIED),
            new Table("relationship", Way.CARRIED),
            new Table("episode", Way.CARRIED),
            new Table("settled", Way.REPLACED),
            new Table("pulse_month", Way.REPLACED),
            new Table("pulse_driver", Way.REPLACED),
            new Table("pulse_moment", Way.REPLACED),
            new Table("saved_view", Way.CARRIED),
            new Table("view_count", Way.REPLACED),
            new Table("account", Way.CARRIED),
            new Table("link", Way.LEFT),
            new Table("session", Way.LEFT),
            new Table("token", Way.CARRIED),
            new Table("attempt", Way.LEFT),
            new Table("audit", Way.CARRIED),
            new Table("setting", Way.REPLACED),
            new Table("model", Way.REPLACED),
            new Table("rule_file", Way.CARRIED),
            new Table("mapping", Way.CARRIED),
            new Table("import", Way.CARRIED),
            new Table("import_reason", Way.CARRIED),
            new Table("quarantine", Way.CARRIED),
            new Table("moment", Way.CARRIED));

    static List<Table> carried() {
        return ALL.stream().filter(each -> each.way != Way.LEFT).toList();
    }
}
