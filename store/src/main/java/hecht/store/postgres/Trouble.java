package hecht.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the surroundings did to us: a database that is not there, a folder of somebody else, a full disk. Its message is one
/// sentence for the person who can mend it: where, what was expected, what was found, what to do. No event and no key is in it.
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /// Another hecht uses it.
        LOCKED,
        /// The database does not answer.
        UNREACHABLE,
        /// It answers, and does not let us in.
        REFUSED,
        /// The server or one of its programs did not do what it was started for.
        NOT_STARTED,
        /// A file or folder that we may not write, or not read.
        NOT_WRITABLE,
        DISK_FULL,
        /// A PostgreSQL older than [Database#OLDEST].
        TOO_OLD,
        /// Data written by a newer hecht, or by another major version of PostgreSQL.
        OTHER_VERSION,
        /// A backup that is to go where something is already.
        NOT_EMPTY,
        /// A file that is not what it should be.
        BROKEN
    }

    private final Kind kind;

    public Trouble(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Trouble(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence, ending in a full stop.
    public String sentence() {
        return getMessage() + "";
    }

    /// The trouble in a failure or in one of its causes, whoever wrapped it; empty when the surroundings are not to blame.
    public static Optional<Trouble> in(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof Trouble trouble) return Optional.of(trouble);
            if (each instanceof SQLException sql) {
                Optional<Trouble> found = of(sql);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    /// What PostgreSQL's own code of an error says of the surroundings.
    static Optional<Trouble> of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return Optional.ofNullable(
                switch (state) {
                    case "53100" ->
                        new Trouble(
                                Kind.DISK_FULL,
                                "The database: expected room on its disk, found it full; nothing of this step was kept. Make"
                                        + " room and do it again.",
                                e);
                    case "58030" ->
                        new Trouble(
                                Kind.UNREACHABLE,
                                "The database: expected a disk that works, found that it could not read or write; look into"
                                        + " its log.",
                                e);
                    case "28P01", "28000" ->
                        new Trouble(
                                Kind.REFUSED,
                                "The database: expected to be let in, found that it knows no such user or password; look at"
                                        + " HECHT_DATABASE_USER and HECHT_DATABASE_PASSWORD_FILE.",
                                e);
                    case "3D000" ->
                        new Trouble(
                                Kind.REFUSED,
                                "The database: expected one of that name, found that the server has none; make it with"
                                        + " CREATE DATABASE, or look at HECHT_DATABASE_URL.",
                                e);
                    case "42501" ->
                        new Trouble(
                                Kind.REFUSED,
                                "The database: expected the right to make and write its tables, found that it is not given;"
                                        + " make the user its owner.",
                                e);
                    case "25006" ->
                        new Trouble(
                                Kind.NOT_WRITABLE,
                                "The database: expected one that can be written, found that it only reads; name the primary"
                                        + " in HECHT_DATABASE_URL.",
                                e);
                    case "53300" ->
                        new Trouble(
                                Kind.UNREACHABLE,
                                "The database: expected a free connection, found that all are taken; raise its"
                                        + " max_connections: hecht uses up to " + (Database.CONNECTIONS + 1) + ".",
                                e);
                    default -> isAway(state) ? away(e) : null;
                });
    }

    private static boolean isAway(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    static Trouble away(Throwable cause) {
        return new Trouble(
                Kind.UNREACHABLE,
                "The database: expected an answer, found that it does not run or cannot be reached; start it, or wait until it"
                        + " is back, and do it again: what it had already kept counts once.",
                cause);
    }
}
