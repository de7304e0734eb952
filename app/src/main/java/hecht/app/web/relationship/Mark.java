package hecht.app.web.relationship;

import hecht.core.episode.Encounter;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import hecht.core.perception.Rule;
import hecht.core.relation.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something on the line of a customer: an event or a deadline that was perceived, or that told us something.
///
/// @param event null for a deadline
/// @param goal what it was about: the event's own goal, else that of its episode
/// @param noticed what was perceived; null where something was only heard
/// @param steps what it did to the belief; empty where it was perceived and changed nothing
/// @param weight how much it was perceived, 0 to 1
record Mark(
        Instant at,
        @Nullable Event event,
        @Nullable String goal,
        @Nullable Perception noticed,
        List<Contribution> steps,
        double weight) {
    /// How much something is drawn that was only heard.
    private static final double HEARD = .6;

    /// What a mark looks like.
    enum Kind {
        GOOD,
        BAD,
        SEVERE,
        DOUBLE_FAILURE,
        RECOVERY,
        /// Something was heard or seen of the customer.
        HEARD,
        /// Perceived, and it changed nothing.
        NOTICED
    }

    Mark {
        steps = List.copyOf(steps);
    }

    static Mark of(
            Instant at,
            @Nullable Event event,
            @Nullable String goal,
            @Nullable Perception noticed,
            List<Contribution> steps) {
        return new Mark(at, event, goal, noticed, steps, weight(noticed, steps));
    }

    private static double weight(@Nullable Perception noticed, List<Contribution> steps) {
        for (Contribution each : steps) if (each.encounter() != null) return each.weight();
        return noticed != null && noticed.isPerceived() ? noticed.weight() : HEARD;
    }

    Kind kind() {
        Encounter lived = encounter().orElse(null);
        if (lived != null)
            return switch (lived) {
                case GOOD -> Kind.GOOD;
                case BAD -> Kind.BAD;
                case SEVERE -> Kind.SEVERE;
                case DOUBLE_FAILURE -> Kind.DOUBLE_FAILURE;
                case RECOVERY -> Kind.RECOVERY;
            };
        return steps.isEmpty() ? Kind.NOTICED : Kind.HEARD;
    }

    /// What it was lived through as: the worst, where one event was two.
    Optional<Encounter> encounter() {
        Encounter found = null;
        for (Contribution each : steps)
            if (each.encounter() != null && (found == null || each.onItsDay() < 0)) found = each.encounter();
        return Optional.ofNullable(found);
    }

    /// Whether it was perceived and did nothing by itself, whatever was heard of it: then its rules say what it was.
    boolean isWithoutEncounter() {
        return encounter().isEmpty() && (steps.isEmpty() || (noticed != null && noticed.isPerceived()));
    }

    /// Points on its day.
    double onItsDay() {
        double sum = 0;
        for (Contribution each : steps) sum += each.onItsDay();
        return sum;
    }

    /// The rules by which it was perceived.
    List<Rule> rules() {
        return noticed == null ? List.of() : noticed.rules();
    }
}
