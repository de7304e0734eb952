package hecht.core.episode;

import hecht.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One episode as people see it: what the customer went through for one goal.
///
/// @param number its place among the customer's episodes, 0 first
/// @param closed when it ended; null while it is open
/// @param encounters what it did to the customer, in order, good before wearing off
/// @param parts what the customer noticed, in order
/// @param contacts inward contacts that it took
/// @param promisedBy the last date promised
/// @param rightByUs right first time by our count; null while open, and where there was nothing to fulfil
/// @param rightByCustomer right first time by the customer's count; null likewise
public record EpisodeRecord(
        int number,
        @Nullable String caseId,
        @Nullable String goal,
        @Nullable String product,
        Instant opened,
        @Nullable Instant closed,
        Ending ending,
        List<Encounter> encounters,
        List<Part> parts,
        int contacts,
        @Nullable Instant promisedBy,
        @Nullable Boolean rightByUs,
        @Nullable Boolean rightByCustomer) {
    public EpisodeRecord {
        encounters = List.copyOf(encounters);
        parts = List.copyOf(parts);
    }

    /// What the customer noticed at one moment.
    ///
    /// @param micros since 1970  @param quality (0, 1]  @param rules names of the rules that fired, joined by `+`
    /// @param event what happened; null for a deadline
    public record Part(
            long micros,
            double quality,
            String rules,
            @Nullable Event event) {
        public Instant time() {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }
    }

    /// Π q, 1 without parts: ten things right and one wrong is wrong.
    public double quality() {
        double product = 1;
        for (Part part : parts) product *= part.quality;
        return product;
    }

    /// The mean of the parts, for comparison.
    public Optional<Double> mean() {
        if (parts.isEmpty()) return Optional.empty();
        double sum = 0;
        for (Part part : parts) sum += part.quality;
        return Optional.of(sum / parts.size());
    }

    /// The mean of the worst and the last part, for comparison (Kahneman et al. 1993, *Psychological Science* 4(6)).
    public Optional<Double> peakEnd() {
        if (parts.isEmpty()) return Optional.empty();
        double worst = parts.stream().mapToDouble(Part::quality).min().orElse(1);
        return Optional.of((worst + parts.getLast().quality) / 2);
    }

    /// From opening to fulfilment; empty where it was not fulfilled.
    public Optional<Duration> timeToFulfilment() {
        return ending == Ending.FULFILLED && closed != null
                ? Optional.of(Duration.between(opened, closed))
                : Optional.empty();
    }
}
