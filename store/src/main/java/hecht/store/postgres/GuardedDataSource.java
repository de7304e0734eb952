package hecht.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The pool, telling in one sentence why it has no connection.
final class GuardedDataSource extends DelegatingDataSource {
    GuardedDataSource(HikariDataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() {
        try {
            return super.getConnection();
        } catch (SQLException e) {
            throw Trouble.in(e).orElseGet(() -> Trouble.away(e));
        }
    }
}
