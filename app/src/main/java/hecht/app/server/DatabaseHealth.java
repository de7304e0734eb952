package hecht.app.server;

import hecht.store.Store;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the database answers. While it does not, the server is up, and not ready.
@Component("database")
class DatabaseHealth implements HealthIndicator {
    private final Store store;

    DatabaseHealth(Store store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return store.trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble.sentence()))
                .orElseGet(Health::up)
                .build();
    }
}
