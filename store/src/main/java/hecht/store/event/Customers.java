package hecht.store.event;

import hecht.core.event.Envelope.Profile;
import hecht.store.postgres.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What is known of customers by name, segment, region and margin. Who folds writes it, in the transaction of the states: only
/// the whole history says which value is the last. Calls join the transaction that runs on this thread.
public final class Customers implements Forgetting {
    /// One row per customer asked for that is known; carried by the primary key of customer.
    private static final String FIND = """
            SELECT customer, name, segment, region, margin FROM customer WHERE customer = ANY (:customers)""";

    private static final String PUT = """
            INSERT INTO customer (customer, name, segment, region, margin)
            SELECT * FROM unnest(:customers, :names, :segments, :regions, :margins)
            ON CONFLICT (customer) DO UPDATE SET
                name = excluded.name, segment = excluded.segment, region = excluded.region, margin = excluded.margin
            WHERE (customer.name, customer.segment, customer.region, customer.margin)
                IS DISTINCT FROM (excluded.name, excluded.segment, excluded.region, excluded.margin)""";

    private static final String REMOVE = "DELETE FROM customer WHERE customer = ANY (:customers)";

    private final JdbcClient database;

    public Customers(Database database) {
        this.database = database.jdbc();
    }

    /// How many there are.
    public long count() {
        return database.sql("SELECT count(*) FROM customer").query(Long.class).single();
    }

    /// What is known of those who are known.
    public Map<String, Profile> find(Collection<String> customers) {
        Map<String, Profile> found = new HashMap<>();
        database.sql(FIND).param("customers", Who.texts(customers)).query(row -> {
            found.put(
                    row.getString("customer"),
                    new Profile(
                            row.getString("name"),
                            row.getString("segment"),
                            row.getString("region"),
                            row.getObject("margin", Double.class)));
        });
        return found;
    }

    /// Puts what is known of each in the place of what was.
    public void put(Map<String, Profile> known) {
        if (known.isEmpty()) return;
        List<Profile> profiles = List.copyOf(known.values());
        database.sql(PUT)
                .param("customers", Who.texts(known.keySet()))
                .param("names", column("text", profiles, Profile::name))
                .param("segments", column("text", profiles, Profile::segment))
                .param("regions", column("text", profiles, Profile::region))
                .param("margins", column("float8", profiles, Profile::margin))
                .update();
    }

    @SuppressWarnings("NullAway") // an element of an array may be absent, whatever Spring says of its arrays
    private static SqlArrayValue column(String type, List<Profile> of, Function<Profile, @Nullable Object> value) {
        @Nullable Object[] values = new Object[of.size()];
        for (int i = 0; i < values.length; i++) values[i] = value.apply(of.get(i));
        return new SqlArrayValue(type, values);
    }

    @Override
    public void forget(Set<String> keys) {
        remove(keys);
    }

    public void remove(Collection<String> customers) {
        database.sql(REMOVE).param("customers", Who.texts(customers)).update();
    }
}
