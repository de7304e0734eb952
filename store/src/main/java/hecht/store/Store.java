package hecht.store;

import hecht.store.access.Access;
import hecht.store.event.Customers;
import hecht.store.event.Erasures;
import hecht.store.event.EventRows;
import hecht.store.event.Forgetting;
import hecht.store.event.Intake;
import hecht.store.event.Marks;
import hecht.store.postgres.Database;
import hecht.store.postgres.Embedded;
import hecht.store.postgres.Login;
import hecht.store.postgres.Trouble;
import hecht.store.setup.Imports;
import hecht.store.setup.Mappings;
import hecht.store.setup.Models;
import hecht.store.setup.Moments;
import hecht.store.setup.Quarantine;
import hecht.store.setup.RuleFiles;
import hecht.store.setup.Settings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything hecht keeps. Opened once by a process, used by all its threads, closed at its end; hands out the rooms in which
/// events, relationships, accounts and settings lie.
public final class Store implements AutoCloseable {
    private final @Nullable Embedded server;
    private final @Nullable OnlyOne onlyOne;
    private final Database database;
    private final Access access;
    private final Intake intake;
    private final EventRows events;
    private final Erasures erasures;
    private final Marks marks;
    private final Customers customers;
    private final Settings settings;
    private final Models models;
    private final RuleFiles ruleFiles;
    private final Mappings mappings;
    private final Imports imports;
    private final Quarantine quarantine;
    private final Moments moments;

    private Store(@Nullable Embedded server, @Nullable OnlyOne onlyOne, Database database) {
        this.server = server;
        this.onlyOne = onlyOne;
        this.database = database;
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
        List<Forgetting> forgetting = List.of(customers, imports, quarantine, access.audit()::forget);
        this.intake = new Intake(database, settings::purposes, forgetting, List.of(quarantine));
        this.events = new EventRows(database);
        this.erasures = new Erasures(database, intake, events);
        this.marks = new Marks(database);
    }

    /// Opens the store, which nobody else may have open: starts the server where it is ours, and brings the tables up to date.
    ///
    /// @throws Trouble with one sentence; then nothing is left open
    public static Store open(Where where) {
        return switch (where) {
            case Where.Embedded(var data) -> {
                Embedded server = Embedded.start(data);
                try {
                    yield new Store(server, null, migrated(server.login()));
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            }
            case Where.Own(var url, var user, var password) -> {
                Login login = new Login(url, user, password);
                Database.check(login);
                OnlyOne onlyOne = OnlyOne.claim(login);
                try {
                    yield new Store(null, onlyOne, migrated(login));
                } catch (RuntimeException e) {
                    onlyOne.close();
                    throw e;
                }
            }
        };
    }

    private static Database migrated(Login login) {
        Database database = Database.connect(login);
        try {
            Migrations.run(database);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw Trouble.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /// Accounts, links, sessions, tokens and the audit.
    public Access access() {
        return access;
    }

    /// The database itself, for rooms and for tests.
    public Database database() {
        return database;
    }

    /// The way in for events.
    public Intake intake() {
        return intake;
    }

    /// The right to be forgotten.
    public Erasures erasures() {
        return erasures;
    }

    /// The events that count, and how many there are.
    public EventRows events() {
        return events;
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
        Optional<Trouble> found = server == null ? Optional.empty() : server.trouble();
        if (found.isEmpty() && onlyOne != null) found = onlyOne.trouble();
        return found.isPresent() ? found : database.trouble();
    }

    /// Closes the pool first, then stops the server where it is ours.
    @Override
    public void close() {
        database.close();
        if (onlyOne != null) onlyOne.close();
        if (server != null) server.close();
    }
}
