package hecht.app.server;

import hecht.app.ingest.LichtlandLoading;
import hecht.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The made-up supplier, whose files lie in the data folder.
@Configuration(proxyBeanMethods = false)
class Supplier {
    @Bean
    LichtlandLoading lichtland(Store store, Settings settings, Clock clock) {
        return new LichtlandLoading(store, settings.data().resolve("lichtland"), clock);
    }
}
