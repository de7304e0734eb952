package hecht.app.server;

import hecht.app.web.layout.House;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What every page says of the organisation, from what the store keeps of it.
@Component
class Organisation implements House {
    private final Settings settings;

    Organisation(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String organisation() {
        return "hecht";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of(settings.founding().zone());
    }

    @Override
    public Optional<Instant> asOf() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> behind() {
        return Optional.empty();
    }

    @Override
    public boolean isMadeUp() {
        return false;
    }
}
