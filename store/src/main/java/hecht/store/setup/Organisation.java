package hecht.store.setup;

import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an organisation says of itself.
///
/// @param name as it is shown  @param zone in which its days end  @param currency three letters, such as EUR
/// @param preset the rules that hold where it has none of its own
/// @param mode how leaving shows; stays as it is until a steward accepts another
/// @param proposed the mode that its events suggest, as of the last import; null before the first
/// @param purposes what may be kept of people beside the rest
public record Organisation(
        String name,
        ZoneId zone,
        String currency,
        Preset preset,
        Mode mode,
        @Nullable Mode proposed,
        Set<Purpose> purposes) {
    public Organisation {
        purposes = Set.copyOf(purposes);
    }

    /// Before anything was decided.
    public static final Organisation UNDECIDED =
            new Organisation("", ZoneId.of("Europe/Amsterdam"), "EUR", Preset.ENERGY, Mode.CONTRACT, null, Set.of());

    public Organisation named(String other) {
        return new Organisation(other, zone, currency, preset, mode, proposed, purposes);
    }

    public Organisation in(ZoneId other) {
        return new Organisation(name, other, currency, preset, mode, proposed, purposes);
    }

    public Organisation inCurrency(String other) {
        return new Organisation(name, zone, other, preset, mode, proposed, purposes);
    }

    public Organisation with(Preset other) {
        return new Organisation(name, zone, currency, other, mode, proposed, purposes);
    }

    public Organisation with(Mode other) {
        return new Organisation(name, zone, currency, preset, other, proposed, purposes);
    }

    public Organisation proposing(@Nullable Mode other) {
        return new Organisation(name, zone, currency, preset, mode, other, purposes);
    }

    public Organisation keeping(Set<Purpose> other) {
        return new Organisation(name, zone, currency, preset, mode, proposed, other);
    }
}
