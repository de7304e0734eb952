package hecht.app.web.setup.organisation;

import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the page shows.
///
/// @param rules the organisation's own, as YAML; empty where it has none
/// @param proposal what the events themselves suggest; null before they were counted
/// @param model null before anything was imported
public record Decided(
        String name,
        String zone,
        String currency,
        Preset preset,
        String rules,
        Mode mode,
        @Nullable Mode proposal,
        @Nullable ModelShown model,
        List<Kind> kinds,
        List<Moment> moments) {
    public Decided {
        kinds = List.copyOf(kinds);
        moments = List.copyOf(moments);
    }

    /// The model by which everybody is folded.
    ///
    /// @param fitted whether it was learned from the organisation's own history
    /// @param counted whether what is usual was counted in it
    public record ModelShown(long number, Instant made, boolean fitted, boolean counted) {}

    /// A kind that may be kept only with a purpose.
    ///
    /// @param purpose as it was written; empty while it is off
    public record Kind(Purpose kind, String purpose) {
        public boolean isOn() {
            return !purpose.isEmpty();
        }
    }

    /// A moment that a steward wrote down.
    public record Moment(int number, LocalDate day, String text) {}
}
