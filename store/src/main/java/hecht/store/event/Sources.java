package hecht.store.event;

import hecht.core.event.CanonicalOrder;
import hecht.store.postgres.Database;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything of some systems, taken out again: the made-up supplier goes with all of its sources.
public final class Sources {
    private static final String CUSTOMERS = "SELECT DISTINCT customer FROM event WHERE source LIKE :beginning";

    private static final String KEYS = """
            SELECT customer FROM merge WHERE source LIKE :beginning
            UNION
            SELECT from_key FROM merge WHERE source LIKE :beginning""";

    private static final String REMOVE_EVENTS = "DELETE FROM event WHERE source LIKE :beginning";

    private static final String REMOVE_MERGES = "DELETE FROM merge WHERE source LIKE :beginning";

    private static final String MARK = """
            INSERT INTO mark (customer, since) SELECT customer, timestamptz 'epoch' FROM unnest(:customers) AS of (customer)""";

    private static final String COUNT_ANEW = """
            UPDATE intake SET events = (SELECT count(*) FROM event), latest = (SELECT max(time) FROM event)""";

    private final Database database;
    private final Who who;

    public Sources(Database database) {
        this.database = database;
        this.who = new Who(database.jdbc(), new Tombstones(database.jdbc()));
    }

    /// Whether there is any event of sources that begin so.
    public boolean isAny(String beginning) {
        return database.jdbc()
                .sql("SELECT EXISTS (SELECT FROM event WHERE source LIKE :beginning)")
                .param("beginning", pattern(beginning))
                .query(Boolean.class)
                .single();
    }

    /// Removes all events of sources that begin so, and the merges that they told. Customers of whom something else is known
    /// are folded from the start; the others go with the next fold.
    ///
    /// @return how many events went
    public long remove(String beginning) {
        String pattern = pattern(beginning);
        return database.transaction(connection -> {
            JdbcClient sql = database.jdbc();
            Storing.waitForOthers(connection);
            Set<String> marked = new TreeSet<>(CanonicalOrder::compareUtf8);
            marked.addAll(names(sql, CUSTOMERS, pattern));
            Set<String> keys = new TreeSet<>(CanonicalOrder::compareUtf8);
            keys.addAll(names(sql, KEYS, pattern));
            long removed = sql.sql(REMOVE_EVENTS).param("beginning", pattern).update();
            keys = who.connected(keys);
            sql.sql(REMOVE_MERGES).param("beginning", pattern).update();
            if (!keys.isEmpty()) marked.addAll(who.settle(List.of(), keys).refold());
            sql.sql(MARK).param("customers", Who.texts(marked)).update();
            sql.sql(COUNT_ANEW).update();
            return removed;
        });
    }

    private static List<String> names(JdbcClient sql, String query, String pattern) {
        return sql.sql(query)
                .param("beginning", pattern)
                .query((row, i) -> row.getString(1))
                .list();
    }

    /// Sources have none of the characters that mean something in a pattern, but `_`.
    private static String pattern(String beginning) {
        return beginning.replace("_", "\\_") + "%";
    }
}
