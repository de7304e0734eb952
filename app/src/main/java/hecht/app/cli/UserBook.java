package hecht.app.cli;

import hecht.app.security.Users;
import hecht.app.security.Users.Answer;
import hecht.app.security.Who;
import hecht.app.server.Address;
import hecht.app.server.Settings;
import hecht.files.Refusal;
import hecht.store.Store;
import hecht.store.Where;
import hecht.store.access.AccountName;
import hecht.store.access.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may sign in: asked of the server that runs on the folder, or of the database itself where none does.
sealed interface UserBook extends AutoCloseable {
    /// One who may sign in.
    ///
    /// @param seen when they signed in last; empty for never
    record Row(String name, String role, boolean password, String seen) {}

    /// What is asked of a server.
    record Asked(String name, @Nullable String role) {}

    /// @throws Refusal when the folder is of nobody, or cannot be had
    static UserBook of(DataOptions keeping, Conversation with) throws Refusal {
        Path folder = keeping.folder(with);
        Optional<Beside> server = Beside.of(folder, with);
        if (server.isPresent()) {
            URI usual = URI.create("http://localhost:" + Settings.PORT);
            return new Served(server.get(), Address.of(folder).orElse(usual));
        }
        Where where = keeping.where(with);
        if (where instanceof Where.Embedded && !Files.isDirectory(folder))
            throw with.wrongUse("data.no-folder", folder);
        Store store = Store.open(where);
        return new Stored(store, new Users(store, with.around().clock()));
    }

    /// Where links of this house begin.
    URI base();

    boolean isServed();

    List<Row> all() throws Refusal;

    Answer add(String name, Role role) throws Refusal;

    Answer reset(String name) throws Refusal;

    Answer remove(String name) throws Refusal;

    @Override
    void close();

    /// A server that runs.
    record Served(Beside server, URI base) implements UserBook {
        private static final String USERS = "/api/local/users";

        @Override
        public boolean isServed() {
            return true;
        }

        @Override
        public List<Row> all() throws Refusal {
            return List.of(server.find(USERS, Row[].class).orElse(new Row[0]));
        }

        @Override
        public Answer add(String name, Role role) throws Refusal {
            return server.post(USERS + "/add", new Asked(name, role.word()), Answer.class);
        }

        @Override
        public Answer reset(String name) throws Refusal {
            return server.post(USERS + "/reset", new Asked(name, null), Answer.class);
        }

        @Override
        public Answer remove(String name) throws Refusal {
            return server.post(USERS + "/remove", new Asked(name, null), Answer.class);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /// The database, which this command has to itself.
    record Stored(Store store, Users users) implements UserBook {
        private static final Who US = Who.commandLine("");

        @Override
        public URI base() {
            return URI.create("http://localhost:" + Settings.PORT);
        }

        @Override
        public boolean isServed() {
            return false;
        }

        @Override
        public List<Row> all() {
            return users.all().stream()
                    .map(each -> new Row(
                            each.name().text(),
                            each.role().word(),
                            each.hasPassword(),
                            each.signedIn().map(Object::toString).orElse("")))
                    .toList();
        }

        @Override
        public Answer add(String name, Role role) {
            return users.add(US, new AccountName(name), role);
        }

        @Override
        public Answer reset(String name) {
            return users.reset(US, new AccountName(name));
        }

        @Override
        public Answer remove(String name) {
            return users.remove(US, new AccountName(name));
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
