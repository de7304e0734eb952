package hecht.store.event;

import hecht.core.event.Event;
import hecht.store.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.copy.CopyOut;

/// The events of customers as they count: each customer's on end, in canonical order, customers in the order of their keys.
/// Read in the transaction that runs on this thread, where there is one. A viewer asks the database nothing: its connection is
/// busy until the last event was shown. For several threads.
public final class EventRows {
    /// In which customers the next COPY reads: it takes no parameters, but sees a setting of its session. How many they are the
    /// planner cannot see, so it is told the way: all places of their events from the primary key first, with room to keep every
    /// one of them, then the events in the order in which they lie, many asked of the disk at once. Where the room is too small
    /// for the places, or where the planner believes that few events are there, it compares each event with every customer.
    private static final String ASK = """
            SELECT set_config('hecht.customers', ?, true), set_config('enable_seqscan', 'off', true),
                set_config('enable_indexscan', 'off', true), set_config('work_mem', '64MB', true),
                set_config('max_parallel_workers_per_gather', '0', true)""";

    /// So that what the same transaction asks then is planned as ever.
    private static final String ASKED = """
            RESET enable_seqscan; RESET enable_indexscan; RESET work_mem; RESET max_parallel_workers_per_gather""";

    /// One row per event of the customers asked for, in canonical order; carried by the primary key of event.
    private static final String OF_SOME = """
            COPY (
                SELECT customer, time, source, id, type, fields
                FROM event
                WHERE customer = ANY (current_setting('hecht.customers')::text[])
                ORDER BY customer, time, rank, source, id
            ) TO STDOUT (FORMAT binary)""";

    /// One row per event, in canonical order customer by customer.
    private static final String OF_ALL = """
            COPY (
                SELECT customer, time, source, id, type, fields
                FROM event
                ORDER BY customer, time, rank, source, id
            ) TO STDOUT (FORMAT binary)""";

    private static final String ROOM_TO_SORT = "SET LOCAL work_mem = '256MB'";

    private final Database database;

    public EventRows(Database database) {
        this.database = database;
    }

    /// Shows every event of some customers.
    ///
    /// @param customers final keys; those without events are passed over
    public void each(Collection<String> customers, Consumer<? super Event> viewer) {
        if (customers.isEmpty()) return;
        database.transaction(connection -> {
            try (PreparedStatement ask = connection.prepareStatement(ASK)) {
                ask.setString(1, String.valueOf(connection.createArrayOf("text", customers.toArray())));
                ask.execute();
            }
            long events = copy(connection, OF_SOME, viewer);
            try (Statement after = connection.createStatement()) {
                after.execute(ASKED);
            }
            return events;
        });
    }

    /// Shows every event there is.
    public void each(Consumer<? super Event> viewer) {
        database.transaction(connection -> {
            try (PreparedStatement room = connection.prepareStatement(ROOM_TO_SORT)) {
                room.execute();
            }
            return copy(connection, OF_ALL, viewer);
        });
    }

    /// All events of one customer, in canonical order; none where its key is of nobody.
    public List<Event> of(String customer) {
        List<Event> events = new ArrayList<>();
        each(List.of(customer), events::add);
        return events;
    }

    /// How much there is.
    public Totals totals() {
        return database.jdbc()
                .sql("SELECT events, erased, latest FROM intake")
                .query((row, i) -> new Totals(
                        row.getLong("events"),
                        row.getLong("erased"),
                        Optional.ofNullable(row.getTimestamp("latest")).map(Timestamp::toInstant)))
                .single();
    }

    /// The key under which a customer counts: its own, or that of another one into which it was merged.
    public String finalKey(String key) {
        return database.jdbc()
                .sql("SELECT customer FROM alias WHERE key = :key")
                .param("key", key)
                .query(String.class)
                .optional()
                .orElse(key);
    }

    /// The keys that were merged into a customer's, in their order.
    public List<String> mergedInto(String customer) {
        return database.jdbc()
                .sql("SELECT key FROM alias WHERE customer = :customer ORDER BY key")
                .param("customer", customer)
                .query((row, i) -> row.getString("key"))
                .list();
    }

    /// @return how many events there were
    private static long copy(Connection connection, String sql, Consumer<? super Event> viewer) throws SQLException {
        RowReader reader = new RowReader();
        long events = 0;
        CopyOut copy = Database.copy(connection).copyOut(sql);
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                if (!reader.begin(row)) continue;
                viewer.accept(reader.event());
                events++;
            }
            return events;
        } finally {
            if (copy.isActive()) copy.cancelCopy(); // the viewer threw
        }
    }
}
