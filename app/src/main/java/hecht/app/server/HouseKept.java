package hecht.app.server;

import hecht.app.web.layout.House;
import hecht.core.relation.Mode;
import hecht.store.Store;
import hecht.store.setup.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What every page says of the organisation, from what the store keeps of it.
@Component
class HouseKept implements House {
    private final Store store;
    private final Rhythm rhythm;
    private final Clock clock;

    HouseKept(Store store, Rhythm rhythm, Clock clock) {
        this.store = store;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    @Override
    public String organisation() {
        return store.settings().organisation().name();
    }

    @Override
    public ZoneId zone() {
        return store.settings().organisation().zone();
    }

    @Override
    public Optional<Instant> asOf() {
        return store.events().totals().events() == 0
                ? Optional.empty()
                : Optional.of(store.relation().folders().asOf(zone(), clock.instant()));
    }

    @Override
    public Optional<Duration> behind() {
        return rhythm.behind();
    }

    @Override
    public Optional<Mode> otherMode() {
        Organisation it = store.settings().organisation();
        return Optional.ofNullable(it.proposed()).filter(each -> each != it.mode());
    }

    @Override
    public boolean isMadeUp() {
        return store.settings().get("demo").isPresent();
    }
}
