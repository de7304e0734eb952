package hecht.store;

import hecht.store.access.Access;
import hecht.store.backup.Backup;
import hecht.store.backup.BackupFile;
import hecht.store.backup.Manifest;
import hecht.store.backup.Restore;
import hecht.store.event.Customers;
import hecht.store.event.Erasures;
import hecht.store.event.EventRows;
import hecht.store.event.Forgetting;
import hecht.store.event.Intake;
import hecht.store.event.Marks;
import hecht.store.event.Sources;
import hecht.store.postgres.Database;
import hecht.store.postgres.Trouble;
import hecht.store.relation.Relation;
import hecht.store.setup.Imports;
import hecht.store.setup.MadeUp;
import hecht.store.setup.Mappings;
import hecht.store.setup.Models;
import hecht.store.setup.Moments;
import hecht.store.setup.Quarantine;
import hecht.store.setup.RuleFiles;
import hecht.store.setup.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything hecht keeps. Opened once by a process, used by all its threads, closed at its end; hands out the rooms in which
/// events, relationships, accounts and settings lie.
public final class Store implements AutoCloseable {
    private final Place place;
    private final Access access;
    private final Intake intake;
    private final EventRows events;
    private final Erasures erasures;
    private final Sources sources;
    private final Marks marks;
    private final MadeUp madeUp;
    private final Customers customers;
    private final Settings settings;
    private final Models models;
    private final RuleFiles ruleFiles;
    private final Mappings mappings;
    private final Imports imports;
    private final Quarantine quarantine;
    private final Moments moments;
    private final Relation relation;

    private Store(Place place) {
        this.place = place;
        Database database = place.database();
        this.access = new Access(database);
        this.customers = new Customers(database);
        this.settings = new Settings(database);
        this.models = new Models(database);
        this.ruleFiles = new RuleFiles(database);
        this.mappings = new Mappings(database);
        this.imports = new Imports(database);
        imports.breakOffAll();
        this.quarantine = new Quarantine(database);
        this.moments = new Moments(database);
        this.events = new EventRows(database);
        this.sources = new Sources(database);
        this.marks = new Marks(database);
        this.relation = new Relation(database, events, marks, customers);
        List<Forgetting> forgetting =
                List.of(customers, relation.folders(), imports, quarantine, access.audit()::forget);
        boolean isOurLog = place.server() != null;
        this.intake = new Intake(database, settings::purposes, forgetting, List.of(quarantine), marks, isOurLog);
        this.erasures = new Erasures(database, intake, events);
        this.madeUp = new MadeUp(database, sources, settings);
    }

    /// Opens the store, which nobody else may have open: starts the server where it is ours, and brings the tables up to date.
    ///
    /// @throws Trouble with one sentence; then nothing is left open
    public static Store open(Where where) {
        Place place = Place.open(where);
        try {
            Migrations.run(place.database());
            return new Store(place);
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    /// Brings a backup into a store in which there is nothing yet, and closes that again.
    ///
    /// @throws Trouble when the file is broken, or is of a newer hecht, before anything is written; when there is something in
    /// the store; when it cannot be opened, or its disk is full, and then it holds nothing
    public static Manifest restore(Where where, Path backup) {
        try (BackupFile file = BackupFile.open(backup, Migrations.NEWEST);
                Place place = Place.open(where)) {
            Database database = place.database();
            Restore restore = new Restore(database);
            int schema = file.manifest().schema();
            if (Migrations.taken(database) == 0) Migrations.run(database, schema);
            else Migrations.run(database);
            restore.checkEmpty();
            if (Migrations.taken(database) != schema)
                throw new Trouble(
                        Trouble.Kind.OTHER_VERSION,
                        "The store: expected one without tables to restore a backup of an older hecht into, found tables; name"
                                + " a new folder with --data, or a new database of your own.");
            // Tables that are brought up to date only now were not there before, and no tombstone was.
            if (schema == Migrations.NEWEST) restore.take(file, new Store(place).erasures::again);
            else restore.take(file, keys -> {});
            Migrations.run(database);
            return file.manifest();
        }
    }

    /// Accounts, links, sessions, tokens and the audit.
    public Access access() {
        return access;
    }

    /// All that is held, in one file.
    public Backup backup() {
        return new Backup(place.database(), Migrations.NEWEST);
    }

    /// The database itself, for rooms and for tests.
    public Database database() {
        return place.database();
    }

    /// The way in for events.
    public Intake intake() {
        return intake;
    }

    /// The right to be forgotten.
    public Erasures erasures() {
        return erasures;
    }

    /// Everything of some systems, to be taken out again.
    public Sources sources() {
        return sources;
    }

    /// The events that count, and how many there are.
    public EventRows events() {
        return events;
    }

    /// What is believed of relationships: who folds, lists, months, the proof.
    public Relation relation() {
        return relation;
    }

    /// What is held of the made-up supplier.
    public MadeUp madeUp() {
        return madeUp;
    }

    /// Who is to be folded.
    public Marks marks() {
        return marks;
    }

    /// What is known of customers.
    public Customers customers() {
        return customers;
    }

    /// What the organisation decided.
    public Settings settings() {
        return settings;
    }

    /// The numbered models.
    public Models models() {
        return models;
    }

    /// The organisation's own rules of perception.
    public RuleFiles ruleFiles() {
        return ruleFiles;
    }

    /// How files with columns of their own are read.
    public Mappings mappings() {
        return mappings;
    }

    /// What was imported.
    public Imports imports() {
        return imports;
    }

    /// What was kept aside.
    public Quarantine quarantine() {
        return quarantine;
    }

    /// What a steward wrote down.
    public Moments moments() {
        return moments;
    }

    /// What keeps it from working at this moment; empty when it answers.
    public Optional<Trouble> trouble() {
        return place.trouble();
    }

    /// Closes the pool first, then stops the server where it is ours.
    @Override
    public void close() {
        relation.close();
        place.close();
    }
}
