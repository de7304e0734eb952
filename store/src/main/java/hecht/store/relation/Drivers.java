package hecht.store.relation;

import hecht.core.relation.Driver;
import hecht.store.postgres.Database;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The number of every driver that was ever met. For several threads.
final class Drivers {
    private static final String ALL = "SELECT id, is_goal, about, rule FROM driver";

    private static final String MAKE = """
            INSERT INTO driver (is_goal, about, rule) VALUES (:isGoal, :about, :rule) ON CONFLICT DO NOTHING""";

    /// The one row of a driver.
    private static final String FIND = """
            SELECT id FROM driver WHERE is_goal = :isGoal AND about = :about AND rule = :rule""";

    private final Database database;
    private final Map<Driver, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Driver> drivers = new ConcurrentHashMap<>();

    Drivers(Database database) {
        this.database = database;
    }

    /// The driver's number; a new one is made at once, whatever becomes of the transaction that asks: numbers are never
    /// taken back. Called by threads that are in none.
    int number(Driver driver) {
        Integer known = numbers.get(driver);
        if (known != null) return known;
        // Two statements: one that makes the row or does not would not see the row that another thread has just made.
        asked(MAKE, driver).update();
        int id = asked(FIND, driver).query(Integer.class).single();
        remember(id, driver);
        return id;
    }

    private JdbcClient.StatementSpec asked(String sql, Driver driver) {
        return database.jdbc()
                .sql(sql)
                .param("isGoal", driver.isGoal())
                .param("about", driver.about())
                .param("rule", driver.rule());
    }

    private void remember(int id, Driver driver) {
        numbers.put(driver, id);
        drivers.put(id, driver);
    }

    Optional<Driver> of(int number) {
        Driver known = drivers.get(number);
        if (known == null) {
            readAll();
            known = drivers.get(number);
        }
        return Optional.ofNullable(known);
    }

    /// The number of a driver, if it was ever met.
    OptionalInt known(Driver driver) {
        if (!numbers.containsKey(driver)) readAll();
        Integer number = numbers.get(driver);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private void readAll() {
        database.jdbc().sql(ALL).query(row -> {
            remember(
                    row.getInt("id"),
                    new Driver(row.getBoolean("is_goal"), row.getString("about"), row.getString("rule")));
        });
    }
}
