package hecht.store.relation;

import hecht.store.event.Customers;
import hecht.store.event.EventRows;
import hecht.store.event.Marks;
import hecht.store.postgres.Database;

/// The room of relationships, with everything in it. Opened with a store, and closed before it.
public final class Relation implements AutoCloseable {
    private final Folders folders;
    private final Relationships relationships;
    private final Views views;
    private final Pulses pulses;
    private final Verifying verifying;

    public Relation(Database database, EventRows events, Marks marks, Customers customers) {
        Drivers drivers = new Drivers(database);
        this.folders = new Folders(database, events, marks, customers, drivers);
        this.pulses = new Pulses(database, drivers);
        this.views = folders.views();
        this.relationships = new Relationships(database, events, folders, pulses, drivers);
        this.verifying = new Verifying(database, events);
    }

    /// Who folds what came, and keeps sums.
    public Folders folders() {
        return folders;
    }

    /// Lists, and one.
    public Relationships relationships() {
        return relationships;
    }

    /// Views of lists, with their counts.
    public Views views() {
        return views;
    }

    /// Months of all.
    public Pulses pulses() {
        return pulses;
    }

    /// The proof that living equals replay.
    public Verifying verifying() {
        return verifying;
    }

    /// Stops folding; a round that goes on is waited for.
    @Override
    public void close() {
        folders.close();
    }
}
